import { type Evidence, type Learnt, softmax } from './linear-model.ts';

/** Evidence of which the right category is known. */
export interface Example extends Evidence {
  readonly label: number;
  readonly weight: number;
}

export interface DescentSettings {
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalty on weights. */
  readonly penalty: number;
  /** A feature must occur in this many examples. */
  readonly atLeast: number;
  /** Trust in each voice before anything is learnt. */
  readonly trust: readonly number[];
}

/** Categories whose share is right to this much are left alone: it saves most of the work. */
const SMALLEST_STEP = 0.002;

/** How fast trust in voices moves beside the weights of features. */
const TRUST_RATE = 0.05;

/**
 * Multinomial logistic regression by stochastic gradient descent with AdaGrad steps, over sparse features and a few voices.
 * `fraction` gives numbers from 0 to 1; the same sequence of them and the same examples give the same weights.
 */
export function descend(examples: readonly Example[], size: number, settings: DescentSettings, fraction: () => number): Learnt {
  const features = frequent(examples, settings.atLeast);
  const index = new Map(features.map((hash, at) => [hash, at]));
  const prepared = examples.map((example) => prepare(example, index));
  const weights = new Float32Array(features.length * size);
  const squares = new Float32Array(features.length * size).fill(1e-2);
  const bias = new Float64Array(size);
  const biasSquares = new Float64Array(size).fill(1);
  const voices = settings.trust.map((trust) => new Float64Array(size).fill(trust));
  const voiceSquares = settings.trust.map(() => new Float64Array(size).fill(1));
  const order = examples.map((_, at) => at);
  const slope = new Float64Array(size);

  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, fraction);
    for (const at of order) step(prepared[at] as Prepared);
  }
  return { features, rows: weights, bias: [...bias], voices: voices.map((voice) => [...voice]) };

  function step({ example, rows, values }: Prepared): void {
    for (let i = 0; i < size; i += 1) slope[i] = bias[i] as number;
    for (let at = 0; at < rows.length; at += 1) {
      const from = rows[at] as number;
      const value = values[at] as number;
      for (let i = 0; i < size; i += 1) slope[i] = (slope[i] as number) + value * (weights[from + i] as number);
    }
    example.voices.forEach((voice, at) => {
      const trust = voices[at] as Float64Array;
      for (let i = 0; i < size; i += 1) slope[i] = (slope[i] as number) + (voice[i] as number) * (trust[i] as number);
    });
    softmax(slope);
    slope[example.label] = (slope[example.label] as number) - 1;
    const moving: number[] = [];
    for (let i = 0; i < size; i += 1) {
      slope[i] = (slope[i] as number) * example.weight;
      if (Math.abs(slope[i] as number) > SMALLEST_STEP) moving.push(i);
    }
    for (const i of moving) {
      const down = slope[i] as number;
      biasSquares[i] = (biasSquares[i] as number) + down * down;
      bias[i] = (bias[i] as number) - (0.1 * down) / Math.sqrt(biasSquares[i] as number);
      example.voices.forEach((voice, at) => {
        const heard = down * (voice[i] as number);
        if (heard === 0) return;
        const square = ((voiceSquares[at] as Float64Array)[i] as number) + heard * heard;
        (voiceSquares[at] as Float64Array)[i] = square;
        (voices[at] as Float64Array)[i] = ((voices[at] as Float64Array)[i] as number) - (TRUST_RATE * heard) / Math.sqrt(square);
      });
    }
    for (let at = 0; at < rows.length; at += 1) {
      const from = rows[at] as number;
      const value = values[at] as number;
      for (const i of moving) {
        const down = (slope[i] as number) * value + settings.penalty * (weights[from + i] as number);
        const square = (squares[from + i] as number) + down * down;
        squares[from + i] = square;
        weights[from + i] = (weights[from + i] as number) - (settings.rate * down) / Math.sqrt(square);
      }
    }
  }

  function prepare(example: Example, rowOf: ReadonlyMap<number, number>): Prepared {
    const rows: number[] = [];
    const values: number[] = [];
    example.hashes.forEach((hash, at) => {
      const row = rowOf.get(hash);
      if (row === undefined) return;
      rows.push(row * size);
      values.push(example.values[at] as number);
    });
    return { example, rows: Int32Array.from(rows), values: Float32Array.from(values) };
  }
}

interface Prepared {
  readonly example: Example;
  /** Where the weights of each known feature begin. */
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

function frequent(examples: readonly Example[], atLeast: number): number[] {
  const seen = new Map<number, number>();
  for (const { hashes } of examples) for (const hash of new Set(hashes)) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  return [...seen].filter(([hash, count]) => count >= atLeast && hash !== 0).map(([hash]) => hash);
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
