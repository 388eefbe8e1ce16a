import { randomBytes, randomUUID } from 'node:crypto';

/** The only source of chance. Everything else is handed a {@link Randomness}. */
export interface Randomness {
  /** A new identifier nobody has used. */
  id(): string;
  /** An unguessable token of `bytes` random bytes, base64url. */
  token(bytes: number): string;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  fraction(): number;
}

export const systemRandomness: Randomness = {
  id: () => randomUUID(),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
  fraction: () => Math.random(),
};
