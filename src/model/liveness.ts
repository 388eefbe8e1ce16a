/** A process that works off the queue, as it told of itself last. */
export interface WorkerRecord {
  readonly id: string;
  readonly host: string;
  readonly startedAt: Date;
  /** When it last said that it is there. */
  readonly seenAt: Date;
  /** The last job it took, for example `site portal`; null: none yet. */
  readonly lastJob: string | null;
  readonly lastJobAt: Date | null;
  /** Jobs that it took since it started. */
  readonly jobs: number;
  /** When it left by itself; null: it is at work, or it died. */
  readonly leftAt: Date | null;
}
