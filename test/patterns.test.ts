import { check } from 'recheck';
import { expect, it } from 'vitest';
import { type Pattern, patternsOf } from './patterns.ts';

/** What pages, titles, answers and files of others come to. */
const FOLDERS = ['crawlers', 'src/classification', 'src/alerts', 'src/reports', 'src/console/view', 'src/model', 'src/privacy', 'src/wording'];

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
 * By a process of its own where there is one for the machine: ten times as fast. Where it does not prove but tries, it also takes the time
 * of its attack, which a busy machine lengthens: so that counts only if it comes out again and again.
 */
async function isSlow({ source, flags }: Pattern): Promise<boolean> {
  for (let looks = 1; ; looks++) {
    const { status, checker } = await check(shortened(source), flags.replace('d', ''), { timeout: 10_000 });
    if (status !== 'vulnerable' || checker === 'automaton' || looks === 4) return status === 'vulnerable';
  }
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
  for (const source of ['\\s+$', '(a+)+b', '<p>\\s*(.*?)\\s*</p>', '[,;]*\\s{0,99}[,;]*$']) expect(await of(source)).toBe(true);
  for (const source of ['\\s{1,99}$', '^a+b']) expect(await of(source)).toBe(false);
});
