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

/** Adds the model's log-odds for a normalised title to `scores`, which are in the order of the model's categories. */
export function addModelScores(model: Model, title: string, scores: Float64Array): void {
  const { keys, weights, header } = model;
  const size = header.categories.length;
  const sums = new Int32Array(size);
  const last = keys.length - 1;
  let count = 0;
  eachNgram(title, (hash) => {
    count += 1;
    const slot = find(keys, last, hash);
    if (slot < 0) return;
    const from = slot * size;
    for (let i = 0; i < size; i += 1) sums[i] = (sums[i] as number) + (weights[from + i] as number);
  });
  const scale = header.scale / Math.sqrt(count);
  for (let i = 0; i < size; i += 1) scores[i] = (scores[i] as number) + (sums[i] as number) * scale + (header.bias[i] as number);
}

/** The n-grams that spoke loudest for one category, loudest first, none within another. */
export function loudestFeatures(model: Model, title: string, category: number, most: number): string[] {
  const { keys, weights, header } = model;
  const size = header.categories.length;
  const heard: { from: number; to: number; weight: number }[] = [];
  eachNgram(title, (hash, from, to) => {
    const slot = find(keys, keys.length - 1, hash);
    const weight = slot < 0 ? 0 : (weights[slot * size + category] as number);
    if (weight > 0 && to - from > 1) heard.push({ from, to, weight });
  });
  heard.sort((a, b) => b.weight - a.weight);
  const kept: typeof heard = [];
  for (const one of heard) {
    if (kept.length === most) break;
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  }
  return kept.map(({ from, to }) => ngramAt(title, from, to));
}

/** Puts trained weights into a table. `weights` holds one row of log-odds a feature. */
export function buildModel(
  header: Omit<ModelHeader, 'scale' | 'slots' | 'format'>,
  features: readonly number[],
  rows: Float32Array,
): Model {
  const size = header.categories.length;
  let slots = 2;
  while (slots < features.length * 1.6) slots *= 2;
  let loudest = 0;
  for (const weight of rows) loudest = Math.max(loudest, Math.abs(weight));
  const scale = loudest / 127 || 1;
  const keys = new Uint32Array(slots);
  const weights = new Int8Array(slots * size);
  features.forEach((hash, row) => {
    let slot = hash & (slots - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = hash;
    for (let i = 0; i < size; i += 1) weights[slot * size + i] = Math.round((rows[row * size + i] as number) / scale);
  });
  return { header: { format: 1, ...header, scale, slots }, keys, weights };
}

function find(keys: Uint32Array, last: number, hash: number): number {
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const key = keys[slot];
    if (key === hash) return slot;
    if (key === 0) return -1;
  }
}
