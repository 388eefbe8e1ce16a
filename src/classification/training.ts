import type { CategoryId, Taxonomy } from '../model/estate.ts';
import { buildModel, type Model } from './model.ts';
import { eachNgram } from './ngrams.ts';
import { normaliseTitle } from './text.ts';
import { createTitleRules } from './title-rules.ts';

/** A title of which somebody says the category. */
export interface LabelledTitle {
  readonly title: string;
  readonly category: CategoryId;
}

export interface TrainingOptions {
  readonly taxonomy: Taxonomy;
  readonly labelled: readonly LabelledTitle[];
  /** Titles written from our own patterns; each counts `writtenWeight` of a labelled one. */
  readonly written: readonly LabelledTitle[];
  readonly seed: number;
  readonly dataDigest: string;
  readonly settings?: Partial<TrainingSettings>;
}

/** Chosen by cross-validation over sites, see bench/classification.ts. */
export interface TrainingSettings {
  readonly writtenWeight: number;
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalty on weights. */
  readonly penalty: number;
  /** A feature must occur in this many titles. */
  readonly atLeast: number;
  /** How much rarer categories count: 0 as they are, 1 all alike. */
  readonly balance: number;
  readonly temperature: number;
}

export const SETTINGS: TrainingSettings = {
  writtenWeight: 0.3,
  epochs: 8,
  rate: 0.5,
  penalty: 3e-4,
  atLeast: 2,
  balance: 0.5,
  temperature: 1.25,
};

/** Categories whose share is right to this much are left alone: it saves most of the work. */
const SMALLEST_STEP = 0.002;

interface Example {
  readonly features: Int32Array;
  /** 1 ∕ √ of the title's n-grams, those the model does not know included. */
  readonly value: number;
  /** What the rules say already; the model learns what is missing. */
  readonly offset: Float64Array;
  readonly label: number;
  readonly weight: number;
}

/**
 * Multinomial logistic regression by stochastic gradient descent with AdaGrad steps, on top of what the rules say.
 * The same data and seed give the same model.
 */
export function train(options: TrainingOptions): Model {
  const settings = { ...SETTINGS, ...options.settings };
  const categories = options.taxonomy.categories.map((category) => category.id);
  const { examples, features } = prepare(options, settings, categories);
  const { weights, bias } = descend(examples, features.length, categories.length, settings, seededFraction(options.seed));
  return buildModel(
    {
      categories,
      dataDigest: options.dataDigest,
      seed: options.seed,
      labelledTitles: options.labelled.length,
      writtenTitles: options.written.length,
      bias: [...bias],
      temperature: settings.temperature,
    },
    features,
    weights,
  );
}

function prepare(options: TrainingOptions, settings: TrainingSettings, categories: readonly CategoryId[]) {
  const rules = createTitleRules(options.taxonomy);
  const all = [
    ...options.labelled.map((title) => ({ ...title, weight: 1 })),
    ...options.written.map((title) => ({ ...title, weight: settings.writtenWeight })),
  ].filter((title) => categories.includes(title.category));
  const titles = all.map(({ title }) => normaliseTitle(title));

  const seen = new Map<number, number>();
  const ngrams = titles.map((title) => {
    const hashes: number[] = [];
    eachNgram(title, (hash) => hashes.push(hash));
    for (const hash of new Set(hashes)) seen.set(hash, (seen.get(hash) ?? 0) + 1);
    return hashes;
  });
  const features = [...seen].filter(([hash, count]) => count >= settings.atLeast && hash !== 0).map(([hash]) => hash);
  const index = new Map(features.map((hash, at) => [hash, at]));

  const share = new Map<CategoryId, number>();
  for (const { category, weight } of all) share.set(category, (share.get(category) ?? 0) + weight);
  const mean = [...share.values()].reduce((sum, one) => sum + one, 0) / share.size;
  const examples = all.map(({ category, weight }, at): Example => {
    const hashes = ngrams[at] as number[];
    return {
      features: Int32Array.from(hashes.flatMap((hash) => index.get(hash) ?? [])),
      value: 1 / Math.sqrt(hashes.length),
      offset: rules.score(titles[at] as string).scores,
      label: categories.indexOf(category),
      weight: weight * (mean / (share.get(category) as number)) ** settings.balance,
    };
  });
  return { examples, features };
}

function descend(examples: readonly Example[], features: number, size: number, settings: TrainingSettings, fraction: () => number) {
  const weights = new Float32Array(features * size);
  const squares = new Float32Array(features * size).fill(1e-2);
  const bias = new Float32Array(size);
  const biasSquares = new Float32Array(size).fill(1);
  const order = examples.map((_, at) => at);
  const slope = new Float64Array(size);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, fraction);
    for (const at of order) {
      const example = examples[at] as Example;
      slopeOf(example, weights, bias, size, slope);
      for (let i = 0; i < size; i += 1) {
        const step = slope[i] as number;
        biasSquares[i] = (biasSquares[i] as number) + step * step;
        bias[i] = (bias[i] as number) - (0.1 * step) / Math.sqrt(biasSquares[i] as number);
      }
      const moving = [...slope.keys()].filter((i) => Math.abs(slope[i] as number) > SMALLEST_STEP);
      for (const feature of example.features) {
        const from = feature * size;
        for (const i of moving) {
          const step = (slope[i] as number) * example.value + settings.penalty * (weights[from + i] as number);
          const square = (squares[from + i] as number) + step * step;
          squares[from + i] = square;
          weights[from + i] = (weights[from + i] as number) - (settings.rate * step) / Math.sqrt(square);
        }
      }
    }
  }
  return { weights, bias };
}

/** Writes the gradient of an example's loss by log-odds into `slope`. */
function slopeOf(example: Example, weights: Float32Array, bias: Float32Array, size: number, slope: Float64Array): void {
  for (let i = 0; i < size; i += 1) slope[i] = 0;
  for (const feature of example.features) {
    const from = feature * size;
    for (let i = 0; i < size; i += 1) slope[i] = (slope[i] as number) + (weights[from + i] as number);
  }
  for (let i = 0; i < size; i += 1) slope[i] = (slope[i] as number) * example.value + (bias[i] as number) + (example.offset[i] as number);
  softmax(slope);
  slope[example.label] = (slope[example.label] as number) - 1;
  for (let i = 0; i < size; i += 1) slope[i] = (slope[i] as number) * example.weight;
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

function shuffle(list: number[], fraction: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(fraction() * (at + 1));
    [list[at], list[other]] = [list[other] as number, list[at] as number];
  }
}

/** Numbers from 0 to 1 that depend on nothing but the seed (mulberry32). */
export function seededFraction(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
