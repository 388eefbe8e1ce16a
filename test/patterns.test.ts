import { check } from 'recheck';
import { expect, it } from 'vitest';
import { type Pattern, patternsOf } from './patterns.ts';

/** What pages, titles, answers and files of others come to. */
const FOLDERS = [
  'crawlers',
  'src/classification',
  'src/alerts',
  'src/reports',
  'src/console/view',
  'src/model',
  'src/privacy',
  'src/wording',
];

/**
 * Time per sign must not grow with the text. A counted repetition costs what it counts and no more, however long the text is, so it is
 * looked at as one of two: what is left are stars and pluses that look at the same signs again and again.
 */
const shortened = (source: string) =>
  source.replace(/\{(\d+)(?:,(\d*))?\}/g, (all, least: string, most?: string) =>
    most === '' ? `{${Math.min(Number(least), 2)},}` : Number(most ?? least) > 2 ? `{${Math.min(Number(least), 1)},2}` : all,
  );

/** Patterns that do, and what bounds the text that they are given. A new one needs a bound as good. */
const BOUNDED: Readonly<Record<string, string>> = {
  'crawlers/dialects/dialects.ts': 'a string ends at the next sign of its kind, where the next one begins at the earliest',
  'crawlers/discovery/survey.ts': 'a string ends at the next sign of its kind, where the next one begins at the earliest',
  'crawlers/reading/lists/fillers.ts': 'names of files of up to 80 signs',
  'crawlers/reading/data/literal.ts': 'tried at one place after the other, each beginning where the one before ended',
  'crawlers/reading/lists/blank.ts': 'texts of up to 40 signs',
  'src/reports/annual-check': 'one line of a report',
};
const boundOf = ({ where }: Pattern) => Object.entries(BOUNDED).find(([place]) => where.startsWith(place))?.[1];

/**
 * Where the checker does not prove but tries, a busy machine makes it see attacks where there are none: so each is tried on the pattern itself,
 * and the quickest of some tries counts.
 */
async function isSlow({ source, flags }: Pattern): Promise<boolean> {
  const plain = flags.replace('d', '');
  const found = await check(shortened(source), plain, { timeout: 10_000 });
  if (found.status !== 'vulnerable') return false;
  if (found.checker === 'automaton' || found.complexity.type === 'exponential') return true;
  const text = attackOf(found.attack);
  const tries = Array.from({ length: 5 }, () => timeOf(() => new RegExp(source, plain.replace('y', '')).test(text)));
  return Math.min(...tries) > SLOW_MS;
}

/** Signs of an attack, and what no pattern needs for so many whose time grows with them alone: where each is looked at again, it is a second. */
const ATTACK_SIGNS = 20_000;
const SLOW_MS = 30;

function attackOf({ pumps, suffix }: { readonly pumps: readonly { prefix: string; pump: string }[]; readonly suffix: string }): string {
  const once = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.ceil(ATTACK_SIGNS / Math.max(1, once));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}

function timeOf(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

it('no regular expression that meets crawled text looks at the same signs again and again', async () => {
  const patterns = await patternsOf(FOLDERS);
  expect(patterns.length).toBeGreaterThan(400);
  // A busy machine may leave a few of the long ones undecided.
  const slow: Pattern[] = [];
  for (const pattern of patterns) if (boundOf(pattern) === undefined && (await isSlow(pattern))) slow.push(pattern);
  expect(slow.map(({ where, source }) => `${where}: ${source.slice(0, 200)}`)).toEqual([]);
}, 600_000);

it('one that does is found, whether it is quadratic or worse', async () => {
  const of = (source: string) => isSlow({ source, flags: 'g', where: '' });
  for (const source of ['\\s+$', '(a+)+b', '<p>\\s*(.*?)\\s*</p>', '[,;]*\\s{0,99}[,;]*$', '(?<!a)\\s+$'])
    expect(await of(source)).toBe(true);
  for (const source of ['\\s{1,99}$', '^a+b']) expect(await of(source)).toBe(false);
});
