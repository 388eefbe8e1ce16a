/**
 * How many titles a second one process classifies, by title alone and with what a list page shows beside it, and how many the usual
 * baseline does, multinomial naive Bayes on bigrams. Run: npx tsx bench/titles-per-second.ts
 *
 * All answer the same written titles in turns, as a crawl does: column after column of a site. Counted is the processor's time, so that
 * what else the machine does falls on none; the middle of the turns is printed.
 */
import { seededFraction } from '../src/classification/descent.ts';
import { loadClassifier } from '../src/classification/load.ts';
import { writeTitles } from '../src/classification/templates.ts';
import { putInColumns } from '../src/classification/written-columns.ts';
import { BUNDLED_DIR, loadRulebook } from '../src/config/load.ts';
import { trainNaiveBayes } from './classification/naive-bayes.ts';

const TURNS = 5;
/** As many titles a category, to learn from and, others, to answer. */
const WRITTEN = 200;
/** As many columns a category, and titles one after another in each. */
const PLACES = 20;
const PER_COLUMN = 20;

const classifier = loadClassifier(loadRulebook(BUNDLED_DIR).taxonomy);
const peer = trainNaiveBayes(writeTitles(WRITTEN, seededFraction(1)).map(({ title, category }) => ({ text: title, category })));
const places = putInColumns(writeTitles(PLACES, seededFraction(3)), seededFraction(3));
const asked = writeTitles(WRITTEN, seededFraction(2)).map(({ title, category }, at) => {
  const { column, url, unit } = places[Math.floor(at / PER_COLUMN) % places.length] as (typeof places)[number];
  return { title, category, column, url, unit };
});

const ways: Readonly<Record<string, (item: (typeof asked)[number]) => unknown>> = {
  'title only': ({ title }) => classifier.classify({ title }),
  'with column, unit, URL': ({ title, column, url, unit }) => classifier.classify({ title, column, url, unit }),
  'naive Bayes on bigrams': ({ title }) => peer(title),
};
const rates = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
for (let turn = 0; turn < TURNS; turn += 1) {
  for (const [name, classify] of Object.entries(ways)) {
    const began = process.cpuUsage();
    for (const item of asked) classify(item);
    rates.get(name)?.push((asked.length / process.cpuUsage(began).user) * 1e6);
  }
}
console.log(`${asked.length} titles, middle of ${TURNS} turns, titles a second of one processor`);
for (const [name, own] of rates)
  console.log(`${name.padEnd(24)} ${Math.round(own.sort((a, b) => a - b)[Math.floor(TURNS / 2)] as number)}`);
