import { checkSync } from 'recheck';
import { expect, it } from 'vitest';
import { type Pattern, patternsOf } from './patterns.ts';

/** What pages, titles, answers and files of others come to. */
const FOLDERS = ['crawlers', 'src/classification', 'src/alerts', 'src/reports', 'src/console/view', 'src/model'];

/**
 * Time per sign must not grow with the text. A counted repetition costs what it counts and no more, however long the text is, so it is
 * looked at as one of two: what is left are stars and pluses that look at the same signs again and again.
 */
const shortened = (source: string) =>
  source.replace(/\{(\d+)(?:,(\d*))?\}/g, (all, least: string, most?: string) =>
    most === '' ? `{${Math.min(Number(least), 2)},}` : Number(most ?? least) > 2 ? `{${Math.min(Number(least), 1)},2}` : all,
  );

const verdict = ({ source, flags }: Pattern) => checkSync(shortened(source), flags.replace('d', ''), { timeout: 60_000 });

it('no regular expression that meets crawled text looks at the same signs again and again', async () => {
  const patterns = await patternsOf(FOLDERS);
  expect(patterns.length).toBeGreaterThan(400);
  const slow = patterns.filter((pattern) => verdict(pattern).status !== 'safe');
  expect(slow.map(({ where, source }) => `${where}: ${source.slice(0, 200)}`)).toEqual([]);
}, 600_000);

it('one that does is found, whether it is quadratic or worse', () => {
  const of = (source: string) => verdict({ source, flags: 'g', where: '' }).status;
  for (const source of ['\\s+$', '(a+)+b', '<p>\\s*(.*?)\\s*</p>', '[,;]*\\s{0,99}[,;]*$']) expect(of(source)).toBe('vulnerable');
  for (const source of ['\\s{1,99}$', '^a+b']) expect(of(source)).toBe('safe');
});
