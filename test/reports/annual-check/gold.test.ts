import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readDocument } from '../../../crawlers/documents/document.ts';
import { checkReports } from '../../../src/reports/annual-check/check-reports.ts';

const SHARED = resolve(import.meta.dirname, '../../../../shared/reports');

/** Floors on the open reports with gold; they only go up. */
const FLOORS = { recall: 0.95, precision: 0.95, numbers: 0.99 };

it.skipIf(!existsSync(SHARED))('real reports: what a careful reader found is found, and nothing that holds is reported', async () => {
  const gold = readFileSync(join(SHARED, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; file: string });
  const documents = await Promise.all(gold.map(({ file }) => readDocument(readFileSync(join(SHARED, file)), 'http://report.example/')));
  const answers = join(await mkdtemp(join(tmpdir(), 'annual-')), 'answers.jsonl');
  writeFileSync(
    answers,
    checkReports(documents)
      .map((checked, at) => JSON.stringify({ id: gold[at]!.id, ...checked }))
      .join('\n'),
  );
  const score = JSON.parse(execFileSync(process.execPath, [join(SHARED, 'score.mjs'), answers], { encoding: 'utf8' })) as {
    recall: Record<string, { found: number; of: number }>;
    precision: number;
    holds: { accused: number };
    numbers: number;
  };
  const all = Object.values(score.recall);
  const found = all.reduce((sum, one) => sum + one.found, 0) / all.reduce((sum, one) => sum + one.of, 0);
  expect(score.holds.accused).toBe(0);
  expect(found).toBeGreaterThanOrEqual(FLOORS.recall);
  expect(score.precision).toBeGreaterThanOrEqual(FLOORS.precision);
  expect(score.numbers).toBeGreaterThanOrEqual(FLOORS.numbers);
});
