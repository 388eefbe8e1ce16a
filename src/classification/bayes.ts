import type { Example } from './descent.ts';
import type { Learnt } from './linear-model.ts';

/** Counts that nobody saw, so that no share is 0. */
const UNSEEN = 0.5;

/**
 * Adds to learnt weights a share of what naive Bayes would give each feature: the log-odds of meeting it in a category beside all
 * others. Descent asks which features tell the examples apart, naive Bayes how often each stands where; on sites that neither has
 * seen, both together are right more often than either.
 */
export function withBayes(learnt: Learnt, examples: readonly Example[], share: number): Learnt {
  const size = learnt.bias.length;
  const index = new Map(learnt.features.map((hash, at) => [hash, at]));
  const own = new Float64Array(learnt.features.length * size);
  const all = new Float64Array(learnt.features.length);
  const ofCategory = new Float64Array(size).fill(1);
  for (const { hashes, label, weight } of examples) {
    ofCategory[label] = (ofCategory[label] as number) + weight;
    for (const hash of new Set(hashes)) {
      const at = index.get(hash);
      if (at === undefined) continue;
      own[at * size + label] = (own[at * size + label] as number) + weight;
      all[at] = (all[at] as number) + weight;
    }
  }
  const total = ofCategory.reduce((sum, one) => sum + one, 0);
  const rows = learnt.rows.map((weight, place) => {
    const of = ofCategory[place % size] as number;
    const within = ((own[place] as number) + (UNSEEN * of) / total) / (of + UNSEEN);
    const without = ((all[Math.floor(place / size)] as number) - (own[place] as number) + UNSEEN) / (total - of + 1);
    return weight + share * Math.log(within / without);
  });
  return { ...learnt, rows };
}
