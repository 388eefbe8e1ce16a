import { type Classifier, createClassifier, type ItemInput } from '../../src/classification/classifier.ts';
import { writeTitles } from '../../src/classification/templates.ts';
import { type LabelledTitle, seededFraction, train } from '../../src/classification/training.ts';
import type { CategoryId, Taxonomy } from '../../src/model/estate.ts';
import { foldsOf, gold, type Row } from './folds.ts';
import { trainNaiveBayes } from './naive-bayes.ts';

export interface Answer {
  readonly category: CategoryId;
  readonly confidence: number;
}

/** Answers for every row, given by classifiers that saw no title of the row's site. */
export interface CrossValidation {
  /** By what each way of classifying is called. */
  readonly answers: Readonly<
    Record<'titleOnly' | 'withColumn' | 'rulesTitleOnly' | 'rulesWithColumn' | 'bayesTitleOnly' | 'bayesWithColumn', Answer[]>
  >;
  readonly folds: readonly string[];
}

/** As many titles a category are written from our own patterns as for the model that comes with the program. */
const WRITTEN = 300;

/** Leaves out one fold of sites after the other. */
export function crossValidate(rows: readonly Row[], taxonomy: Taxonomy, seed = 1): CrossValidation {
  const folds = foldsOf(rows);
  const written = writeTitles(WRITTEN, seededFraction(seed));
  const rules = createClassifier({ taxonomy });
  const answers: CrossValidation['answers'] = {
    titleOnly: [],
    withColumn: [],
    rulesTitleOnly: [],
    rulesWithColumn: [],
    bayesTitleOnly: [],
    bayesWithColumn: [],
  };
  for (const fold of new Set(folds)) {
    const known = rows.filter((_, at) => folds[at] !== fold);
    const classifier = createClassifier({ taxonomy, model: trainOn(known, written, taxonomy, seed) });
    const byTitle = trainNaiveBayes(known.map((row) => ({ text: row.title, category: gold(row) })));
    const byAll = trainNaiveBayes(known.map((row) => ({ text: withColumnText(row), category: gold(row) })));
    rows.forEach((row, at) => {
      if (folds[at] !== fold) return;
      answers.titleOnly[at] = classify(classifier, { title: row.title });
      answers.withColumn[at] = classify(classifier, inputOf(row));
      answers.rulesTitleOnly[at] = classify(rules, { title: row.title });
      answers.rulesWithColumn[at] = classify(rules, inputOf(row));
      answers.bayesTitleOnly[at] = { category: byTitle(row.title), confidence: 0 };
      answers.bayesWithColumn[at] = { category: byAll(withColumnText(row)), confidence: 0 };
    });
  }
  return { answers, folds };
}

function trainOn(rows: readonly Row[], written: readonly LabelledTitle[], taxonomy: Taxonomy, seed: number) {
  const labelled = rows.map((row) => ({ title: row.title, category: gold(row) }));
  return train({ taxonomy, labelled, written, seed, dataDigest: '' });
}

function classify(classifier: Classifier, item: ItemInput): Answer {
  const { category, confidence } = classifier.classify(item);
  return { category, confidence };
}

/** What a list page shows beside the title. */
export function inputOf(row: Row): ItemInput {
  return { title: row.title, column: row.column, url: row.url ? `http://${row.url}` : null, unit: row.unit };
}

const withColumnText = (row: Row): string => `${row.column ?? ''}\n${row.title}`;
