import type { CategoryId, Taxonomy } from '../model/estate.ts';
import { type DescentSettings, descend, type Example, seededFraction } from './descent.ts';
import { categoryKnowledge } from './knowledge/index.ts';
import { type LinearModel, pack, prune, weigh } from './linear-model.ts';
import { eachNgram } from './ngrams.ts';
import { words } from './title-rules.ts';

/** Longest n-gram of characters of a name. */
const LONGEST = 4;

const SETTINGS: DescentSettings = { epochs: 20, rate: 0.4, penalty: 1e-4, atLeast: 1, trust: [] };

/** A name as it is compared: without white space, marks, counts, `更多` and `专栏`; at most 24 characters of it. */
export function cleanName(name: string): string {
  const letters = name.replace(/[\s\u3000（）()【】[\]“”"《》·.:：>»|、，,0-9]+|更多$/g, '').slice(0, 24);
  return letters.length > 3 ? letters.replace(/(?:专栏|专区|专题|栏目)$/, '') : letters;
}

/** The names of columns that the taxonomy and our knowledge list, each with the index of its category. The first that lists one has it. */
export function knownNames(taxonomy: Taxonomy): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const learn = (name: string, index: number) => {
    if (!names.has(name)) names.set(name, index);
  };
  taxonomy.categories.forEach((category, index) => {
    learn(cleanName(category.name), index);
    for (const name of category.columnNames) learn(cleanName(name), index);
  });
  const order = new Map<CategoryId, number>(taxonomy.categories.map((category, index) => [category.id, index]));
  for (const { category, columns } of categoryKnowledge) {
    const index = order.get(category);
    if (index !== undefined) for (const name of words(columns)) learn(name, index);
  }
  return names;
}

/** Learns from the known names, by their characters, what a name may mean that nobody listed. */
export function trainNames(taxonomy: Taxonomy, seed: number): LinearModel {
  const examples = [...knownNames(taxonomy)].map(([name, label]): Example => ({ ...nameEvidence(name), label, weight: 1 }));
  return pack(prune(descend(examples, taxonomy.categories.length, SETTINGS, seededFraction(seed))));
}

/** Log-odds of each category by the characters of a clean name. */
export function guessName(model: LinearModel, name: string): Float64Array {
  return weigh(model, nameEvidence(name));
}

function nameEvidence(name: string) {
  const hashes: number[] = [];
  eachNgram(name, LONGEST, (hash) => hashes.push(hash));
  return { hashes, values: hashes.map(() => 1 / Math.sqrt(hashes.length)), voices: [] };
}
