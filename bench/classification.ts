/**
 * How well the classifier does on sites it has not seen: cross-validation over the sites of both sets of labelled titles beside the
 * repository, everything that is fitted to titles refitted without the left-out sites, with rules alone and a baseline.
 * Run: npx tsx bench/classification.ts
 */
import { BUNDLED_DIR, loadRulebook } from '../src/config/load.ts';
import { crossValidate, type Way } from './classification/cross-validation.ts';
import { type Figures, figuresOf } from './classification/figures.ts';
import { LABELLED, LABELLED_2, readLabelled } from './classification/folds.ts';

const NAMES: Readonly<Record<Way, string>> = {
  titleOnly: 'title only: model',
  rulesTitleOnly: 'title only: rules alone',
  bayesTitleOnly: 'title only: naive Bayes on bigrams',
  withColumn: 'with column, unit, URL: model',
  rulesWithColumn: 'with column, unit, URL: rules alone',
  bayesWithColumn: 'with column: naive Bayes on bigrams',
};

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);

const sets = [
  { name: 'labelled.jsonl (read while the rules were written)', data: readLabelled(LABELLED) },
  { name: 'labelled-2.jsonl (unread)', data: readLabelled(LABELLED_2) },
];
const rows = sets.flatMap(({ data }) => data?.rows ?? []);
if (rows.length === 0) {
  console.error(`no labelled titles at ${LABELLED}`);
  process.exit(1);
}
const { answers, folds } = crossValidate(rows, loadRulebook(BUNDLED_DIR).taxonomy);
table(`both sets, ${new Set(folds).size} folds; no site is in two`, 0, rows.length);
let from = 0;
for (const { name, data } of sets) {
  if (!data) continue;
  const to = from + data.rows.length;
  table(`${name}, sha256 ${data.digest}`, from, to);
  for (const way of ['titleOnly', 'withColumn'] as const) print(way, figuresOf(data.rows, answers[way].slice(from, to)));
  from = to;
}

function table(name: string, from: number, to: number): void {
  console.log(`\n=== ${name}: ${to - from} titles`);
  console.log(`${''.padEnd(38)}   strict macro-F1 lenient 1st or 2nd by site cal. err. sure, right`);
  for (const way of Object.keys(NAMES) as Way[]) {
    const { accuracy, macroF1, lenient, firstOrSecond, bySite, calibrationError, confident } = figuresOf(
      rows.slice(from, to),
      answers[way].slice(from, to),
    );
    const sure = confident.titles / (to - from);
    const figures = [accuracy, macroF1, lenient, firstOrSecond, bySite, calibrationError, sure, confident.right];
    console.log(`${NAMES[way].padEnd(38)} ${figures.map(percent).join(' ')}`);
  }
}

function print(way: string, figures: Figures): void {
  console.log(`\n== ${way}\n${'category'.padEnd(24)} titles real precision recall F1`);
  for (const one of figures.perCategory) {
    const written = one.real === 0 ? '  (written titles only)' : '';
    console.log(
      `${one.category.padEnd(24)} ${String(one.titles).padStart(5)} ${String(one.real).padStart(5)} ${percent(one.precision)} ${percent(one.recall)} ${percent(one.f1)}${written}`,
    );
  }
  console.log('\nconfusions (wanted → answered)');
  for (const { pair, times, real } of figures.confusions.slice(0, 25)) console.log(`${String(times).padStart(4)}  ${pair} (${real} real)`);
  console.log('\ncalibration');
  for (const { from, titles, right } of figures.calibration) {
    if (titles > 0)
      console.log(`${from.toFixed(1)} to ${(from + 0.1).toFixed(1)} ${String(titles).padStart(5)} ${percent(right / titles)}`);
  }
  console.log(`confidence 0.9 and more: ${figures.confident.titles} titles, ${percent(figures.confident.right)} right`);
}
