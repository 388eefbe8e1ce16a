/**
 * How well the classifier does on sites it has not seen: cross-validation over sites on the labelled titles beside the
 * repository, with both baselines. Run: npx tsx bench/classification.ts [--confusions N]
 */
import { BUNDLED_DIR, loadRulebook } from '../src/config/load.ts';
import { crossValidate } from './classification/cross-validation.ts';
import { type Figures, figuresOf } from './classification/figures.ts';
import { LABELLED, readLabelled } from './classification/folds.ts';

const WAYS = [
  ['titleOnly', 'title only: rules and model'],
  ['rulesTitleOnly', 'title only: rules alone'],
  ['bayesTitleOnly', 'title only: naive Bayes on bigrams'],
  ['withColumn', 'with column, unit, URL: rules and model'],
  ['rulesWithColumn', 'with column, unit, URL: rules alone'],
  ['bayesWithColumn', 'with column: naive Bayes on bigrams'],
] as const;

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);

const data = readLabelled();
if (!data) {
  console.error(`no labelled titles at ${LABELLED}`);
  process.exit(1);
}
const { rows, digest } = data;
const { answers, folds } = crossValidate(rows, loadRulebook(BUNDLED_DIR).taxonomy);
const isReal = rows.map((row) => row.real);
const only = <T>(list: readonly T[], real: boolean) => list.filter((_, at) => isReal[at] === real);

console.log(`${rows.length} titles, sha256 ${digest}, ${new Set(folds).size} folds; no site is in two folds\n`);
console.log(`${'strict label'.padEnd(42)} accuracy macro-F1 | real: acc. | written: acc.`);
for (const [way, name] of WAYS) {
  const all = figuresOf(rows, answers[way]);
  const parts = [true, false].map((real) => figuresOf(only(rows, real), only(answers[way], real)).accuracy);
  console.log(`${name.padEnd(42)} ${percent(all.accuracy)} ${percent(all.macroF1)} | ${parts.map(percent).join(' | ')}`);
}
for (const way of ['titleOnly', 'withColumn'] as const) print(way, figuresOf(rows, answers[way]));

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
