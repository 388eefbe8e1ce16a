import { beforeAll, describe, expect, it } from 'vitest';
import { type CrossValidation, crossValidate } from '../../bench/classification/cross-validation.ts';
import { figuresOf } from '../../bench/classification/figures.ts';
import { foldsOf, LABELLED, readLabelled } from '../../bench/classification/folds.ts';
import { loadTaxonomy } from '../../src/config/taxonomy.ts';

/** The labelled titles that the floors were measured on. Other data, other floors: measure anew, never lower them silently. */
const DIGEST = 'd37e296fd87e04074e72b367d2e0ceba6631de773356695382b3cf611ed7717e';

const FLOORS = {
  titleOnly: { accuracy: 0.85, macroF1: 0.845, confidentRight: 0.95 },
  withColumn: { accuracy: 0.94, macroF1: 0.935, confidentRight: 0.95 },
} as const;

const data = readLabelled();
if (!data && process.env.CI === 'true') throw new Error(`the labelled titles are missing: ${LABELLED}`);
if (!data) console.warn(`skipped: no labelled titles at ${LABELLED}`);

describe.skipIf(!data)('the classifier on sites that it has not seen', () => {
  const rows = data?.rows ?? [];
  let validation: CrossValidation;
  beforeAll(() => {
    validation = crossValidate(rows, loadTaxonomy('config/'));
  });

  it('is measured on the data that the floors were pinned for', () => {
    expect(data?.digest).toBe(DIGEST);
  });

  it('has no site in two folds', () => {
    const folds = foldsOf(rows);
    const bySite = new Map<string, Set<string>>();
    rows.forEach((row, at) => {
      const site = row.real ? row.origin : 'written';
      bySite.set(site, (bySite.get(site) ?? new Set()).add(folds[at] as string));
    });
    expect([...bySite].filter(([, own]) => own.size > 1)).toEqual([]);
  });

  for (const way of ['titleOnly', 'withColumn'] as const) {
    it(`does not fall below its floors (${way})`, () => {
      const figures = figuresOf(rows, validation.answers[way]);
      expect(figures.accuracy).toBeGreaterThanOrEqual(FLOORS[way].accuracy);
      expect(figures.macroF1).toBeGreaterThanOrEqual(FLOORS[way].macroF1);
      expect(figures.confident.right).toBeGreaterThanOrEqual(FLOORS[way].confidentRight);
    });
  }

  it('is better than the rules alone and than naive Bayes on bigrams', () => {
    const accuracy = (way: keyof CrossValidation['answers']) => figuresOf(rows, validation.answers[way]).accuracy;
    expect(accuracy('titleOnly')).toBeGreaterThan(accuracy('rulesTitleOnly'));
    expect(accuracy('titleOnly')).toBeGreaterThan(accuracy('bayesTitleOnly'));
    expect(accuracy('withColumn')).toBeGreaterThan(accuracy('rulesWithColumn'));
    expect(accuracy('withColumn')).toBeGreaterThan(accuracy('bayesWithColumn'));
  });
});
