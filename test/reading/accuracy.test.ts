import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = fileURLToPath(new URL('../../../shared/pages/', import.meta.url));

/** The gold that the floors were measured on. Other gold, other floors: measure anew, never lower them silently. */
const DIGEST = 'a64f82b772c9fbee5786b60083776671726cec64e0a8900928a9f35637de9f8d';

/** Reached on the pages of governments and public bodies; a floor only goes up. */
const FLOORS = {
  lists: { f1: 0.995, perfect: 0.98, next: 0.98, total: 0.98 },
  articles: { date: 0.985, title: 0.985, source: 0.985, number: 0.985, bodyF1: 0.985 },
  blanked: { date: 0.985 },
} as const;

const present = existsSync(`${PAGES}score.mjs`);
if (!present && process.env.CI === 'true') throw new Error(`the reference pages are missing: ${PAGES}`);
if (!present) console.warn(`skipped: no reference pages at ${PAGES}`);

type Figures = Record<string, number>;
interface Score {
  readonly government: { readonly lists: Figures; readonly articles: Figures };
  readonly falseItemsOnNonLists: number;
  readonly blanked: { readonly government: { readonly articles: Figures } };
  readonly floors: readonly { readonly name: string; readonly held: boolean }[];
}

describe.skipIf(!present)('the reader on real pages', () => {
  let score: Score;

  beforeAll(async () => {
    const command = `${process.execPath} bin/gongkai.mjs`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [`${PAGES}score.mjs`, '--gongkai', command, '--cwd', ROOT, '--floor', '--json'],
      {
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    score = JSON.parse(stdout);
  }, 600_000);

  it('is measured on the pages that the floors were pinned for', () => {
    const gold = ['lists.jsonl', 'articles.jsonl'].map((file) => readFileSync(PAGES + file));
    expect(createHash('sha256').update(Buffer.concat(gold)).digest('hex')).toBe(DIGEST);
  });

  it('holds every floor that acceptance asks for', () => {
    expect(score.floors.filter((floor) => !floor.held)).toEqual([]);
  });

  it('makes no item up on pages that are no lists', () => {
    expect(score.falseItemsOnNonLists).toBe(0);
  });

  it.each(Object.entries(FLOORS.lists))('reads lists: %s at least %d', (figure, floor) => {
    expect(score.government.lists[figure]).toBeGreaterThanOrEqual(floor);
  });

  it.each(Object.entries(FLOORS.articles))('reads articles: %s at least %d', (figure, floor) => {
    expect(score.government.articles[figure]).toBeGreaterThanOrEqual(floor);
  });

  it.each(Object.entries(FLOORS.blanked))('reads articles without their meta tags: %s at least %d', (figure, floor) => {
    expect(score.blanked.government.articles[figure]).toBeGreaterThanOrEqual(floor);
  });
});
