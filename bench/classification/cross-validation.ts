import { type Classifier, createClassifier, type ItemInput } from '../../src/classification/classifier.ts';
import { seededFraction } from '../../src/classification/descent.ts';
import { categoryKnowledge } from '../../src/classification/knowledge/index.ts';
import { withMinedFrom } from '../../src/classification/mining.ts';
import { writeTitles } from '../../src/classification/templates.ts';
import { type TrainingSettings, train } from '../../src/classification/training.ts';
import type { CategoryId, Taxonomy } from '../../src/model/estate.ts';
import { foldsOf, gold, placeOf, type Row, toLabelled, toMined } from './folds.ts';
import { trainNaiveBayes } from './naive-bayes.ts';

export interface Answer {
  readonly category: CategoryId;
  readonly confidence: number;
  readonly second: CategoryId | null;
}

/** Ways of classifying. */
export const WAYS = ['titleOnly', 'rulesTitleOnly', 'bayesTitleOnly', 'withColumn', 'rulesWithColumn', 'bayesWithColumn'] as const;
export type Way = (typeof WAYS)[number];

/** Answers for every row, given by classifiers of which nothing was fitted to a title of the row's site. */
export interface CrossValidation {
  readonly answers: Readonly<Record<Way, Answer[]>>;
  readonly folds: readonly number[];
}

/** As many titles a category are written from our own patterns as for the model that comes with the program. */
const WRITTEN = 300;

const FOLDS = 5;

/**
 * Leaves out one fold of sites after the other. Weights, trust in hand-written knowledge, calibration and the choice of mined phrases
 * are made anew from the other folds each time; what was written by hand stays as it is.
 */
export function crossValidate(
  rows: readonly Row[],
  taxonomy: Taxonomy,
  {
    seed = 1,
    folds: count = FOLDS,
    written: perCategory = WRITTEN,
    settings,
  }: { seed?: number; folds?: number; written?: number; settings?: Partial<TrainingSettings> } = {},
): CrossValidation {
  const folds = foldsOf(rows, count);
  const written = writeTitles(perCategory, seededFraction(seed));
  const answers = Object.fromEntries(WAYS.map((way) => [way, [] as Answer[]])) as Record<Way, Answer[]>;
  for (const fold of new Set(folds)) {
    const known = rows.filter((_, at) => folds[at] !== fold);
    const labelled = known.map(toLabelled);
    const knowledge = withMinedFrom(known.filter(({ real }) => real).map(toMined), categoryKnowledge);
    const model = train({ taxonomy, labelled, written, seed, dataDigest: '', knowledge, ...(settings ? { settings } : {}) });
    const classifier = createClassifier({ taxonomy, model, knowledge });
    const rules = createClassifier({ taxonomy, knowledge });
    const byTitle = trainNaiveBayes(known.map((row) => ({ text: row.title, category: gold(row) })));
    const byAll = trainNaiveBayes(known.map((row) => ({ text: withColumnText(row), category: gold(row) })));
    rows.forEach((row, at) => {
      if (folds[at] !== fold) return;
      answers.titleOnly[at] = classify(classifier, { title: row.title });
      answers.withColumn[at] = classify(classifier, inputOf(row));
      answers.rulesTitleOnly[at] = classify(rules, { title: row.title });
      answers.rulesWithColumn[at] = classify(rules, inputOf(row));
      answers.bayesTitleOnly[at] = { category: byTitle(row.title), confidence: 0, second: null };
      answers.bayesWithColumn[at] = { category: byAll(withColumnText(row)), confidence: 0, second: null };
    });
  }
  return { answers, folds };
}

function classify(classifier: Classifier, item: ItemInput): Answer {
  const { category, confidence, second } = classifier.classify(item);
  return { category, confidence, second: second.category };
}

/** What a list page shows beside the title. */
export function inputOf(row: Row): ItemInput {
  return { title: row.title, ...placeOf(row) };
}

const withColumnText = (row: Row): string => `${row.column ?? ''}\n${row.title}`;
