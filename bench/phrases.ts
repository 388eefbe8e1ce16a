/**
 * Proposes phrases for the knowledge of each category, mined from the labelled titles beside the repository: what titles of a category
 * share on several sites and the hand-written phrases do not hold yet, with support, sites and counter-examples. A person keeps those
 * that are of the language, not of a site, in `mined` of src/classification/knowledge/. Run: npx tsx bench/phrases.ts [--all]
 */
import { categoryKnowledge } from '../src/classification/knowledge/index.ts';
import { minePhrases } from '../src/classification/mining.ts';
import { words } from '../src/classification/title-rules.ts';
import { LABELLED, LABELLED_2, readLabelled, toMined } from './classification/folds.ts';

const all = process.argv.includes('--all');
const rows = [LABELLED, LABELLED_2].flatMap((file) => readLabelled(file)?.rows ?? []).filter((row) => row.real);
if (rows.length === 0) {
  console.error(`no labelled titles at ${LABELLED}`);
  process.exit(1);
}
const proposals = minePhrases(rows.map(toMined));
for (const { category, kind = '', plain, likely, mined = '' } of categoryKnowledge) {
  const held = words(`${kind} ${plain} ${likely} ${mined}`).map((phrase) => phrase.replace(/[\^$]/g, ''));
  const own = proposals.filter((proposal) => proposal.category === category);
  const fresh = all ? own : own.filter(({ text }) => !held.some((phrase) => text.includes(phrase)));
  console.log(`\n${category}: ${own.length} proposed, ${fresh.length} of them new`);
  for (const { text, support, sites, counterExamples } of fresh) {
    const against = Object.entries(counterExamples).map(([other, count]) => `${other} ${count}`);
    console.log(
      `  ${text.padEnd(10, '\u3000')} ${String(support).padStart(3)} titles ${String(sites).padStart(3)} sites  ${against.join(', ')}`,
    );
  }
}
