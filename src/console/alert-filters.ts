/** What somebody asks of the alerts, as an address says it. What makes no sense narrows nothing. */
export interface AlertFilters {
  /** A state, or `all`. */
  readonly state?: string | undefined;
  readonly severity?: string | undefined;
  readonly unit?: string | undefined;
  readonly search?: string | undefined;
  /** `yes`: only those that were not mended in time. */
  readonly late?: string | undefined;
  /** Has come at least to this rung of the ladder. */
  readonly rung?: string | undefined;
  /** Sent on this day or later. */
  readonly sent?: string | undefined;
  /** Opened in this period by its name, or on this day or later, and on this day or before. */
  readonly period?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `answered` or `rectified`. */
  readonly reached?: string | undefined;
  /** E-mail of the colleague who sees to it. */
  readonly assignee?: string | undefined;
  /** `yes`: only those that a unit must mend, not what is announced to it or told to ourselves. */
  readonly owed?: string | undefined;
}
