import { z } from 'zod';
import type { ApiToken, Person } from '../../model/people.ts';
import type { ConsoleContext } from '../context.ts';
import type { ConsoleServices } from '../services.ts';

/** Whether a new password ends the tokens of the one before it, as its form asks; whoever is silent wants it. */
export const TOKENS_OF_OLD = z.enum(['revoke', 'keep']).default('revoke');

/** Ends every token of a person and notes how many there were. */
export async function revokeTokensOf(
  c: ConsoleContext,
  services: ConsoleServices,
  { id, email }: Pick<Person, 'id' | 'email'>,
): Promise<void> {
  const revoked = await services.store.people.revokeTokens({ person: id }, services.clock.now());
  if (revoked > 0) await services.note(c, 'revoke-token', `person/${email}`, `× ${revoked}`);
}

/** Ends one token of whomever it is, and notes it; false where there is none that holds. */
export async function revokeToken(c: ConsoleContext, services: ConsoleServices, id: string): Promise<boolean> {
  const token = (await services.store.people.tokens()).find((one) => one.id === id);
  const person = token && (await services.store.people.get(token.person));
  if (!token || !person || (await services.store.people.revokeTokens({ id }, services.clock.now())) === 0) return false;
  await services.note(c, 'revoke-token', `person/${person.email}`, token.name);
  return true;
}

/** Whether a program may still use a token. */
export function holds({ revokedAt, expiresAt }: ApiToken, now: Date): boolean {
  return revokedAt === null && expiresAt > now;
}
