/** What a person said of two items that may be a pair: that they are one, or that they are not. */
export interface PairDecision {
  /** Id of the rule, without its pack. */
  readonly rule: string;
  /** URL of what calls, and of what may answer it. */
  readonly call: string;
  readonly answer: string;
  readonly accepted: boolean;
  readonly by: string;
  readonly at: Date;
}
