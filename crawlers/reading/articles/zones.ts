/** Where on a page the parts of an article stand, as line indexes; `to` is the line after the last. */
export interface Zones {
  /** The heading; empty at the begin of the body where no line is the heading. */
  readonly title: Zone;
  /** From a little over the heading to the first line of prose: info line, info table. */
  readonly head: Zone;
  /** Behind the body: editors, sources, reading aids. */
  readonly tail: Zone;
}

export interface Zone {
  readonly from: number;
  readonly to: number;
}

/** How many lines away from heading and body an info table or a closing line is still looked for. */
export const REACH = 400;
