/**
 * One numbered state of all that is watched and judged by (estate revision, 监测范围的一个版本): units, sites, columns, periods, exemptions,
 * contacts, channels, schedule, rules, taxonomy and calendar. It is never changed; a change is the next one.
 */
export interface EstateRevision {
  readonly number: number;
  /** The day from which it holds is judged by it; it holds until a later number does. */
  readonly from: Date;
  readonly recordedAt: Date;
  /** Who made it: an account's e-mail, or the user of the machine whose folder was read. */
  readonly by: string;
  readonly why: string;
  /** Digest of everything in it: the same again is no new revision. */
  readonly digest: string;
}

/** The files of a configuration by their names within it, such as `estate.yaml` and `rules/common.yaml`. */
export type ConfigTexts = ReadonlyMap<string, string>;
