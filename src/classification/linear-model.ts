/** A linear model: a table from the hash of a feature to one weight a category, and weights of what speaks of categories itself. */
export interface LinearModel {
  /** Multiply a stored weight by it for log-odds. */
  readonly scale: number;
  readonly bias: readonly number[];
  /** For each voice of {@link Evidence} one weight a category. */
  readonly voices: readonly (readonly number[])[];
  /** Hash of the feature in each slot, 0 where it is empty; open addressing. Their number is a power of two. */
  readonly keys: Uint32Array;
  /** `slots × categories` weights. */
  readonly weights: Int8Array;
}

/** What a model decides by. */
export interface Evidence {
  /** Features by their hash, with how strongly each is there. */
  readonly hashes: readonly number[];
  readonly values: readonly number[];
  /** Log-odds by category, said by rules that were written by hand: each a voice that the model has learnt to trust or not. */
  readonly voices: readonly Float64Array[];
}

/** Log-odds of each category. */
export function weigh(model: LinearModel, { hashes, values, voices }: Evidence): Float64Array {
  const { keys, weights, scale, bias } = model;
  const size = bias.length;
  const sums = new Float64Array(size);
  const last = keys.length - 1;
  for (let at = 0; at < hashes.length; at += 1) {
    const slot = find(keys, last, hashes[at] as number);
    if (slot < 0) continue;
    const row = slot * size;
    const value = values[at] as number;
    for (let i = 0; i < size; i += 1) sums[i] = (sums[i] as number) + value * (weights[row + i] as number);
  }
  for (let i = 0; i < size; i += 1) sums[i] = (sums[i] as number) * scale + (bias[i] as number);
  for (let at = 0; at < voices.length; at += 1) {
    const voice = voices[at] as Float64Array;
    const trust = model.voices[at] as readonly number[];
    for (let i = 0; i < size; i += 1) sums[i] = (sums[i] as number) + (voice[i] as number) * (trust[i] as number);
  }
  return sums;
}

/** The weight of one feature for one category, 0 where the model does not know it. */
export function weightOf(model: LinearModel, hash: number, category: number): number {
  const slot = find(model.keys, model.keys.length - 1, hash);
  return slot < 0 ? 0 : (model.weights[slot * model.bias.length + category] as number) * model.scale;
}

/** What was learnt, before it is packed: one row of weights a feature. */
export interface Learnt {
  readonly features: readonly number[];
  readonly rows: Float32Array;
  readonly bias: readonly number[];
  readonly voices: readonly (readonly number[])[];
}

/** Features whose loudest weight is fainter than this share of the loudest of all are left out: they decide nothing. */
const FAINTEST = 0.06;

/** What was learnt without features that decide nothing: a small table is a fast one. */
export function prune(learnt: Learnt): Learnt {
  const { features, rows } = learnt;
  const size = learnt.bias.length;
  const loudest = loudestOf(rows, 0, rows.length);
  const kept = [...features.keys()].filter((row) => loudestOf(rows, row * size, size) >= loudest * FAINTEST);
  const keptRows = new Float32Array(kept.length * size);
  kept.forEach((row, at) => {
    keptRows.set(rows.subarray(row * size, (row + 1) * size), at * size);
  });
  return { ...learnt, features: kept.map((row) => features[row] as number), rows: keptRows };
}

/** Packs what was learnt into a table of bytes. */
export function pack({ features, rows, bias, voices }: Learnt): LinearModel {
  const size = bias.length;
  let slots = 2;
  while (slots < features.length * 1.6) slots *= 2;
  const scale = loudestOf(rows, 0, rows.length) / 127 || 1;
  const keys = new Uint32Array(slots);
  const weights = new Int8Array(slots * size);
  features.forEach((hash, row) => {
    let slot = hash & (slots - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = hash;
    for (let i = 0; i < size; i += 1) weights[slot * size + i] = Math.round((rows[row * size + i] as number) / scale);
  });
  return { scale, bias, voices, keys, weights };
}

/** The loudest of `size` weights. */
function loudestOf(rows: Float32Array, from: number, size: number): number {
  let loudest = 0;
  for (let i = from; i < from + size; i += 1) loudest = Math.max(loudest, Math.abs(rows[i] as number));
  return loudest;
}

function find(keys: Uint32Array, last: number, hash: number): number {
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const key = keys[slot];
    if (key === hash) return slot;
    if (key === 0) return -1;
  }
}

/** Turns log-odds into shares that sum to 1, in place. */
export function softmax(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const share = Math.exp((scores[i] as number) - highest);
    scores[i] = share;
    sum += share;
  }
  for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] as number) / sum;
}

/** The index of the highest score. */
export function highest(scores: Float64Array, except = -1): number {
  let best = except === 0 ? 1 : 0;
  for (let i = 0; i < scores.length; i += 1) {
    if (i !== except && (scores[i] as number) > (scores[best] as number)) best = i;
  }
  return best;
}
