import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Randomness } from '../../src/model/randomness.ts';

/** How long each visit of each page took, in milliseconds. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Opens a page as a signed-in person's browser does; ms until all of it was there. */
export type Open = (page: string) => Promise<number>;

export function browserOf(origin: string, cookie: string): Open {
  return async (page) => {
    const begun = performance.now();
    const answer = await fetch(origin + page, { headers: { cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`);
    return performance.now() - begun;
  };
}

/** One person opens every page `rounds` times, one after the other, without a pause. */
export async function visitAlone(open: Open, pages: readonly string[], rounds: number): Promise<Times> {
  const times = new Map(pages.map((page) => [page, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) for (const [page, all] of times) all.push(await open(page));
  return times;
}

/**
 * An office at work: `users` people for `seconds`, each opening one page after the other and reading each for three to seven seconds.
 * Nobody's day begins in the same instant, nor with the same page, as everybody else's.
 */
export async function visitTogether(
  open: Open,
  pages: readonly string[],
  { users, seconds, randomness }: { users: number; seconds: number; randomness: Randomness },
): Promise<Times> {
  const times = new Map(pages.map((page) => [page, [] as number[]]));
  const until = performance.now() + seconds * 1000;
  const work = async (number: number) => {
    await sleep((number / users) * 5000);
    for (let step = number; performance.now() < until; step += 1) {
      const page = pages[step % pages.length] as string;
      times.get(page)?.push(await open(page));
      await sleep(3000 + randomness.fraction() * 4000);
    }
  };
  await Promise.all(Array.from({ length: users }, (_, number) => work(number)));
  return times;
}

/** Visits of several stretches of time as one. */
export function joined(stretches: readonly Times[]): Times {
  const pages = stretches.flatMap((times) => [...times.keys()]);
  return new Map(pages.map((page) => [page, stretches.flatMap((times) => times.get(page) ?? [])]));
}

/** The value below which a share of all numbers lies. */
export function at(share: number, all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.ceil(all.length * share) - 1] ?? Number.NaN;
}
