import type { AuditResult, EstateStanding } from '../audit/audit-result.ts';
import type { Counts } from '../counting/count.ts';
import type { PeriodName } from '../counting/periods.ts';
import type { RepliesCounted } from '../media/replies.ts';
import type { Alert } from '../model/alerts.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Estate, Span, Taxonomy } from '../model/estate.ts';
import type { Cell, Lack, Paper, ScoreItem } from '../model/paper.ts';
import type { RulePack } from '../model/rules.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Tally } from '../store/store.ts';
import type { Course } from '../timeliness/course.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';

/** What papers are made of: one period of an estate, counted and judged as of its end. */
export interface PaperFacts {
  readonly estate: Estate;
  readonly taxonomy: Taxonomy;
  readonly pack: RulePack;
  readonly span: Span;
  /** The day that verdicts are of: the period's last, or today where it is not over. */
  readonly asOf: Day;
  /** Today. */
  readonly madeOn: Day;
  /** The one unit that the paper is about, or null. */
  readonly unit: string | null;
  readonly result: AuditResult;
  /** How columns kept their limits, by column key. */
  readonly courses: ReadonlyMap<string, Course>;
  readonly counts: Counts;
  /** Items of the period by unit and category, and by site and category. */
  readonly byUnit: readonly Tally[];
  readonly bySite: readonly Tally[];
  /** Items by unit since the year began. */
  readonly yearByUnit: ReadonlyMap<string, number>;
  /** How accounts of new media answered what came in the period, by id; those of which nothing was handed in are left out. */
  readonly replies: ReadonlyMap<string, RepliesCounted>;
  /** Who answers for the office, as the configuration names them. */
  readonly desk: readonly { readonly name: string; readonly phone: string | null }[];
  readonly calendar: Pick<WorkingDays, 'uncertainYears'>;
  /** Alerts of units that were opened in the period and not dismissed since. */
  readonly opened: readonly Alert[];
  /** Of alerts that went up the ladder, by id: the last day for mending that was over when they did. */
  readonly missed: ReadonlyMap<string, Day>;
  /** Those opened in the period of the same length before it. */
  readonly before: readonly Alert[];
  /** The period of the same length before it, judged as of its end; null for kinds that do not compare. */
  readonly previous: EstateStanding | null;
  /** The office's own score sheet; null: the bundled one. */
  readonly scheme: readonly ScoreItem[] | null;
  /** The quarters of the period that have begun, each judged as of its end; empty for kinds that do not ask for them. */
  readonly quarters: readonly { readonly span: Span; readonly result: EstateStanding }[];
}

/** Days that units have to mend what a paper names, and to answer it. */
export const DAYS_TO_MEND = 15;

/** By when what a paper names is to be mended: counted from the day on which it is made, which may be long after its period. */
export function lastDayToMend({ asOf, madeOn }: Pick<PaperFacts, 'asOf' | 'madeOn'>): Day {
  return addDays(madeOn > asOf ? madeOn : asOf, DAYS_TO_MEND);
}

/** A kind of paper: `gongkai report ID`. */
export interface PaperKind {
  readonly id: string;
  readonly name: Sentence;
  /** What stands before 〔year〕 in its number; null: it is for the files and has none. */
  readonly series: string | null;
  /** Whether whoever gets it owes an answer. */
  readonly answered?: true;
  /** The period that it tells of where nobody says otherwise. */
  readonly period: PeriodName;
  /** Whether it tells what changed since the period before. */
  readonly compares?: true;
  /** What its release adds to the history of the alerts that it opens: the last steps of the ladder, 约谈 and 问责. */
  readonly marks?: 'interviewed' | 'held-to-account';
  /** That it counts what was published, and says itself where the figures of its closed period were corrected; `by-form`: a prescribed form has no place for that. */
  readonly counts?: 'in-words' | 'by-form';
  /** Whether it tells of each quarter by itself. */
  readonly byQuarter?: true;
  compose(facts: PaperFacts): Paper;
  /** What its opening says where it has nothing to tell of: with that line it is not released. */
  readonly nothing?: string;
  /** Whether a box must be filled in before it is released; where it is left out, boxes are for whoever gets it, or may stay empty. */
  owes?(box: { readonly table: string; readonly head: string; readonly row: readonly Cell[] }): boolean;
  /** What else stands against its release once nothing is lacking: its own arithmetic. */
  check?(written: Paper): Lack[];
}

/** Items of a class under a name. */
export function itemsOfClass(tallies: readonly Tally[], key: string, of: string, { categories }: Taxonomy): number {
  const inClass = new Set(categories.filter((category) => category.class === of).map(({ id }) => id));
  return tallies.reduce(
    (sum, tally) => sum + (tally.key === key && tally.category !== null && inClass.has(tally.category) ? tally.items : 0),
    0,
  );
}

/** What the paper's unit published in the period, or all units where it is about none. */
export function published({ unit, counts, byUnit, taxonomy }: Pick<PaperFacts, 'unit' | 'counts' | 'byUnit' | 'taxonomy'>) {
  if (unit === null) return counts;
  const own = byUnit.filter(({ key }) => key === unit);
  const categories = new Map(own.flatMap(({ category, items }) => (category === null ? [] : [[category, items] as const])));
  return {
    items: counts.units.get(unit) ?? 0,
    categories,
    classes: new Map(taxonomy.classes.map(({ id }) => [id, itemsOfClass(own, unit, id, taxonomy)])),
  };
}

/** `概况类 26 条、政务动态 1732 条`: counts of classes in words. */
export function classesInWords(facts: Pick<PaperFacts, 'unit' | 'counts' | 'byUnit' | 'taxonomy'>): string {
  const { classes } = published(facts);
  return facts.taxonomy.classes.map(({ id, name }) => `${name}${classes.get(id) ?? 0}条`).join('、');
}

/** A count that opens the items behind it; nothing is behind 0. */
export function opens(items: number, { span, unit }: Pick<PaperFacts, 'span' | 'unit'>, more: Readonly<Record<string, string>>): Cell {
  return items === 0 ? 0 : { text: items, link: `/items?${new URLSearchParams({ ...span, ...(unit === null ? {} : { unit }), ...more })}` };
}
