import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';

/** Seconds for one property; more than the suite takes looks from a seed of its own, which is printed. */
const SUITE_SECONDS = 2;
const SECONDS = Number(process.env.GONGKAI_FUZZ_SECONDS ?? SUITE_SECONDS);
const SEED = Number(process.env.GONGKAI_FUZZ_SEED ?? (SECONDS > SUITE_SECONDS ? randomInt(2 ** 31) : 20_191_104));
/** No single input may keep a processor busy for longer, in milliseconds. */
const HANG_MS = 2_000;

/** Feeds a function as many inputs as the time allows. Whatever it throws, and whatever takes too long, is shrunk to the least that does so. */
export async function survives<Input>(input: fc.Arbitrary<Input>, work: (input: Input) => void | Promise<void>): Promise<void> {
  let runs = 0;
  const property = fc.asyncProperty(input, async (one) => {
    const before = process.cpuUsage();
    await work(one);
    const { user } = process.cpuUsage(before);
    runs += 1;
    expect(user / 1000, 'milliseconds').toBeLessThan(HANG_MS);
  });
  await fc.assert(property, {
    seed: SEED,
    numRuns: 1_000_000,
    interruptAfterTimeLimit: SECONDS * 1000,
    endOnFailure: SECONDS <= SUITE_SECONDS,
  });
  console.log(`${runs} inputs from seed ${SEED}`);
  expect(runs).toBeGreaterThan(0);
}

/** Text put together from pieces that mean something where it is read, from their halves, from long repetitions, and from noise. */
export function pieced(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.constantFrom(...pieces);
  const part = fc.oneof(
    { weight: 8, arbitrary: piece },
    { weight: 2, arbitrary: fc.tuple(piece, fc.nat(12)).map(([text, end]) => text.slice(0, end)) },
    { weight: 1, arbitrary: fc.tuple(piece, fc.integer({ min: 2, max: 4_000 })).map(([text, times]) => text.repeat(times)) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  );
  return fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));
}
