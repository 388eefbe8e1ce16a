import type { CategoryId } from '../model/estate.ts';
import { eachNgram, ngramAt } from './ngrams.ts';

/** What is written in a model's file beside its weights. */
export interface ModelHeader {
  readonly format: 1;
  readonly categories: readonly CategoryId[];
  /** SHA-256 over the labelled data it was trained on. */
  readonly dataDigest: string;
  readonly seed: number;
  readonly labelledTitles: number;
  readonly writtenTitles: number;
  /** Multiply a stored weight by it for log-odds. */
  readonly scale: number;
  readonly bias: readonly number[];
  /** Log-odds are divided by it before they become a confidence. */
  readonly temperature: number;
  /** Slots of the table of features, a power of two. */
  readonly slots: number;
}

/** A linear model over n-grams of characters: a table from hash to one weight a category. */
export interface Model {
  readonly header: ModelHeader;
  /** Hash of the feature in each slot, 0 where it is empty; open addressing. */
  readonly keys: Uint32Array;
  /** `slots × categories` weights. */
  readonly weights: Int8Array;
}

/** What the model makes of a title: the n-grams that it knows, and the log-odds they add up to in the order of its categories. */
export interface TitleScores {
  readonly scores: Float64Array;
  /** Slot, beginning and end of each n-gram, three numbers after one another. */
  readonly ngrams: readonly number[];
}

/** Reads a normalised title. */
export function score(model: Model, title: string): TitleScores {
  const { keys, weights, header } = model;
  const size = header.categories.length;
  const sums = new Int32Array(size);
  const last = keys.length - 1;
  const ngrams: number[] = [];
  let count = 0;
  eachNgram(title, (hash, from, to) => {
    count += 1;
    const slot = find(keys, last, hash);
    if (slot < 0) return;
    ngrams.push(slot, from, to);
    const row = slot * size;
    for (let i = 0; i < size; i += 1) sums[i] = (sums[i] as number) + (weights[row + i] as number);
  });
  const scale = header.scale / Math.sqrt(count);
  return { scores: Float64Array.from(sums, (sum, i) => sum * scale + (header.bias[i] as number)), ngrams };
}

/** The n-grams of two characters and more that spoke loudest for one category, loudest first, none overlapping another. */
export function loudestNgrams(model: Model, title: string, { ngrams }: TitleScores, category: number, most: number): string[] {
  const size = model.header.categories.length;
  const chosen: number[] = [];
  while (chosen.length < most) {
    let loudest = 0;
    let best = -1;
    for (let at = 0; at < ngrams.length; at += 3) {
      const weight = model.weights[(ngrams[at] as number) * size + category] as number;
      if (weight > loudest && !overlaps(at)) {
        loudest = weight;
        best = at;
      }
    }
    if (best < 0) break;
    chosen.push(best);
  }
  return chosen.map((at) => ngramAt(title, ngrams[at + 1] as number, ngrams[at + 2] as number));

  function overlaps(at: number): boolean {
    const from = ngrams[at + 1] as number;
    const to = ngrams[at + 2] as number;
    return to - from < 2 || chosen.some((other) => from < (ngrams[other + 2] as number) && (ngrams[other + 1] as number) < to);
  }
}

/** Features whose loudest weight is fainter than this share of the loudest of all are left out: they decide nothing. */
const FAINTEST = 0.12;

/** Puts trained weights into a table. `weights` holds one row of log-odds a feature. */
export function buildModel(
  header: Omit<ModelHeader, 'scale' | 'slots' | 'format'>,
  features: readonly number[],
  rows: Float32Array,
): Model {
  const size = header.categories.length;
  let loudest = 0;
  for (const weight of rows) loudest = Math.max(loudest, Math.abs(weight));
  const kept = features.flatMap((hash, row) => (loudestOf(rows, row * size, size) >= loudest * FAINTEST ? [{ hash, row }] : []));
  let slots = 2;
  while (slots < kept.length * 1.6) slots *= 2;
  const scale = loudest / 127 || 1;
  const keys = new Uint32Array(slots);
  const weights = new Int8Array(slots * size);
  for (const { hash, row } of kept) {
    let slot = hash & (slots - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = hash;
    for (let i = 0; i < size; i += 1) weights[slot * size + i] = Math.round((rows[row * size + i] as number) / scale);
  }
  return { header: { format: 1, ...header, scale, slots }, keys, weights };
}

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
