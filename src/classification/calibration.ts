import { highest, softmax } from './linear-model.ts';

/** Log-odds of an example that was left out of training, with what is right. */
export interface LeftOut {
  readonly scores: Float64Array;
  readonly label: number;
}

/** Bounds of a sensible temperature, and how closely it is looked for. */
const COLDEST = 0.3;
const HOTTEST = 4;
const CLOSE = 0.01;

/**
 * The temperature by which the confidence of answers on left-out examples is truest (golden section search): it minimises the squared
 * difference between confidence and being right. 1 where there are none.
 */
export function temperatureOf(leftOut: readonly LeftOut[]): number {
  if (leftOut.length === 0) return 1;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(COLDEST), Math.log(HOTTEST)];
  while (high - low > CLOSE) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (untruth(leftOut, Math.exp(left)) < untruth(leftOut, Math.exp(right))) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function untruth(leftOut: readonly LeftOut[], temperature: number): number {
  let sum = 0;
  for (const { scores, label } of leftOut) {
    const shares = scores.map((score) => score / temperature);
    softmax(shares);
    const answer = highest(shares);
    sum += ((answer === label ? 1 : 0) - (shares[answer] as number)) ** 2;
  }
  return sum;
}
