import type { Day } from './day.ts';
import type { Sentence } from './sentence.ts';

/** A cell of a paper's table; null is a box that a person fills in. What has a `link` opens it: a path of the console. */
export type Cell = string | number | null | { readonly text: string | number; readonly link: string };

/** A table of a paper. */
export interface PaperTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What its boxes take: numbers that are not negative; left out: any words. */
  readonly boxes?: 'numbers';
}

/** A paper of the supervising office: what it says and its tables; how it looks is decided where it is drawn. */
export interface Paper {
  readonly title: string;
  /** 主送; null where it is for the files. */
  readonly to: string | null;
  /** What stands before the first heading. */
  readonly opening: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly tables: readonly PaperTable[];
  readonly signature: { readonly office: string; readonly day: Day };
}

/** What stands against the release of a paper, and the place of it (see `placesOf` in src/reports/edits.ts); null: the paper as a whole. */
export interface Lack {
  readonly place: string | null;
  readonly said: Sentence;
}

/** Kinds that can begin by themselves, each when the period that it tells of is over: a week, a month, a quarter, a year. */
export const SCHEDULED_KINDS = ['weekly', 'circular', 'review', 'site-form', 'oversight-form', 'annual'] as const;

/** What a score sheet can measure: 按时更新, 空白栏目, 逾期未整改, 发布内容质量. */
export const MEASURES = ['punctuality', 'blank', 'late', 'quality'] as const;
export type Measure = (typeof MEASURES)[number];

/** One row of a score sheet (目标考核评分表). Without `measure` nothing is measured, and a person scores it. */
export interface ScoreItem {
  readonly group: string;
  readonly name: string;
  readonly points: number;
  readonly measure?: Measure | undefined;
  /** Points taken off for each that is counted. */
  readonly each?: number | undefined;
  readonly how?: string | undefined;
}

/** What a cell says, without what it opens. */
export function saidIn(cell: Cell): string | number | null {
  return cell !== null && typeof cell === 'object' ? cell.text : cell;
}

/** Where a paper stands: `draft` is drawn anew as numbers change; from `released` on nothing of it changes. */
export const PAPER_STATES = ['draft', 'released', 'withdrawn'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** What can be done with a paper, by the console, a program or the command line. */
export const PAPER_ACTS = ['release', 'send', 'correct', 'withdraw', 'answer'] as const;
export type PaperAct = (typeof PAPER_ACTS)[number];

/** What a person wrote in a place of a draft, and what stood there when it was written. */
export interface PaperEdit {
  readonly was: string;
  readonly text: string;
}

/** By place: see `placesOf` in src/reports/edits.ts. */
export type PaperEdits = Readonly<Record<string, PaperEdit>>;

/** A paper in the store, from its draft to the files (公文). */
export interface PaperRecord {
  readonly id: string;
  /** Of src/reports/kinds.ts. */
  readonly kind: string;
  readonly from: Day;
  readonly to: Day;
  readonly unit: string | null;
  readonly state: PaperState;
  /** As it was drawn last; from its release on with what people wrote, and frozen. */
  readonly drawn: Paper;
  /** The moment that it is judged as of. */
  readonly asOf: Date;
  /** What it was drawn from: a change of it means that a draft may say something else now. */
  readonly basis: string;
  readonly edits: PaperEdits;
  /** Content addresses of the pages that it rests on; they are kept as long as it is. */
  readonly evidence: readonly string[];
  /** 文号, for example 政办函〔2026〕3号; null until it is released. */
  readonly number: string | null;
  readonly begunBy: string;
  readonly begunAt: Date;
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
  /** Last day for an answer, or null. */
  readonly answerBy: Day | null;
  /** The released paper in whose place this one comes, or null. */
  readonly corrects: string | null;
  /** Id of its last change: whoever changes it names the stamp that it had before (compare and swap). */
  readonly stamp: string;
}

export type PaperEvent = 'begun' | 'edited' | 'released' | 'sent' | 'answered' | 'withdrawn' | 'corrected';

/** One line of a paper's life; written once, never changed. */
export interface PaperEntry {
  readonly id: string;
  readonly paper: string;
  readonly at: Date;
  readonly by: string;
  readonly event: PaperEvent;
  /** What a person said, or the paper that came in its place; empty where nothing. */
  readonly said: string;
  /** Messages of the outbox that carry it. */
  readonly deliveries: readonly string[];
}
