import { highest } from './linear-model.ts';

/** Log-odds of an example that was left out of training, with what is right. */
export interface LeftOut {
  readonly scores: Float64Array;
  readonly label: number;
  /** Another category that is not wrong; -1: none. */
  readonly also: number;
}

/** How a lead in log-odds becomes a confidence: `1 / (1 + exp(-(offset + slope × lead)))`. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** Leads are believed as they are. */
export const UNCALIBRATED: Calibration = { slope: 1, offset: 0 };

/** How far an answer is right that only the other category agrees with: about midway, so that confidence holds whichever is asked for. */
const ALSO_RIGHT = 0.6;

/** Newton's steps; it is near enough after half of them. */
const STEPS = 30;
/** Holds both numbers back where a few examples would let them run away. */
const RIDGE = 1e-3;
/** A lead never speaks against its own answer: confidence grows with it. */
const FLATTEST = 0.05;

/**
 * The calibration by which answers on left-out examples are as often right as it says: logistic regression of being right on the lead of
 * the answer before the next one (Platt, Probabilistic outputs for support vector machines, 1999). A temperature, which has one number,
 * cannot be true of both ends where answers are surer than they should be and doubts greater.
 */
export function calibrationOf(leftOut: readonly LeftOut[]): Calibration {
  if (leftOut.length === 0) return UNCALIBRATED;
  const seen = leftOut.map(({ scores, label, also }) => {
    const answer = highest(scores);
    return { lead: leadOf(scores, answer), right: answer === label ? 1 : answer === also ? ALSO_RIGHT : 0 };
  });
  // From nothing: Newton's steps from a slope that is too steep leave what is near.
  let [slope, offset] = [0, 0];
  for (let round = 0; round < STEPS; round += 1) {
    let [downOffset, downSlope] = [-RIDGE * offset, -RIDGE * slope];
    let [bend, both, bendSlope] = [RIDGE, 0, RIDGE];
    for (const { lead, right } of seen) {
      const share = logistic(offset + slope * lead);
      const off = right - share;
      const spread = share * (1 - share);
      downOffset += off;
      downSlope += off * lead;
      bend += spread;
      both += spread * lead;
      bendSlope += spread * lead * lead;
    }
    const size = bend * bendSlope - both * both;
    offset += (bendSlope * downOffset - both * downSlope) / size;
    slope += (bend * downSlope - both * downOffset) / size;
  }
  return Number.isFinite(offset + slope) ? { slope: Math.max(FLATTEST, slope), offset } : UNCALIBRATED;
}

/**
 * Turns log-odds into shares that sum to 1 at most, in place: the first has its confidence, the others share what is left of it by their
 * own distances, none with more than the first.
 */
export function calibrate(scores: Float64Array, { slope, offset }: Calibration): void {
  const first = highest(scores);
  const next = scores[highest(scores, first)] as number;
  const confidence = logistic(offset + slope * leadOf(scores, first));
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const share = at === first ? 0 : Math.exp(slope * ((scores[at] as number) - next));
    scores[at] = share;
    sum += share;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = Math.min(confidence, ((1 - confidence) * (scores[at] as number)) / sum);
  scores[first] = confidence;
}

function leadOf(scores: Float64Array, first: number): number {
  return (scores[first] as number) - (scores[highest(scores, first)] as number);
}

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));
