/**
 * Chance that is none: the same seed gives the same throws, so that the city is the same on every machine and every day.
 * (32-bit mixing after Bob Jenkins and mulberry32.)
 */
export class Dice {
  #state: number;

  constructor(...seed: readonly (string | number)[]) {
    this.#state = hash(seed.join('\u0000'));
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both bounds included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(this.fraction() * things.length)]!;
  }
}

/** A 32-bit hash of a text (FNV-1a with a final mix). */
export function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return (state ^ (state >>> 13)) >>> 0;
}

/** Parts a total into whole shares as even as can be: `share(7, 3)` is `[3, 2, 2]`. */
export function share(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0));
}
