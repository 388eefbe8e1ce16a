import { columnKey } from '../counting/count.ts';
import { type Day, dayIn } from '../model/day.ts';
import type { ItemKey } from '../model/records.ts';
import type { DutyRule } from '../model/rules.ts';
import { unitOn } from '../model/taken-over.ts';
import type { JudgedColumn } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import type { OwnShare } from './budgets/of-the-whole.ts';
import type { DocumentReading } from './budgets/reading.ts';
import type { DutyDocument } from './documents.ts';
import type { Lacking } from './duty.ts';
import type { Owner } from './roster.ts';
import type { Term } from './terms.ts';

/** Where the documents of one rule are looked for. */
export interface Search {
  readonly ownShare: OwnShare;
  /** All of the rule's, whosever they are. */
  readonly documents: readonly DutyDocument[];
  readonly keepers: ReadonlySet<string>;
  readonly judged: readonly JudgedColumn[];
  /** What the texts of documents say, as far as they were read. */
  readonly readings: ReadonlyMap<ItemKey, DocumentReading>;
}

/** Where units put what has no column of its own; news is no such place. */
const ELSEWHERE = ['notices', 'overview'];

/**
 * Why it cannot be told that a document is nowhere, or null where it can: every column where it may stand was read after its last day,
 * back to before it could have come, and among them is one where it has its place.
 */
export function lackingProof(
  rule: DutyRule,
  owner: Owner,
  term: Term,
  { documents, keepers, judged }: Search,
  { moment }: Pick<JudgingContext, 'moment'>,
): Lacking | null {
  const watched = judged.filter(({ verdict }) => verdict.status !== 'exempt');
  const on = term.dueOn ?? moment.today;
  const isOwn = ({ view: { column } }: JudgedColumn) =>
    owner.site === null ? unitOn(column, on) === owner.unit.id : column.site === owner.site;
  const isPlace = ({ view: { column } }: JudgedColumn) => column.category !== null && rule.categories.includes(column.category);
  const own = watched.filter(isOwn);
  const shared = watched.filter((one) => keepers.has(unitOn(one.view.column, on)) && isPlace(one));
  // A column of another unit is a place where it keeps what many units publish, never where it keeps only its own.
  const common = columnsOfMany(documents);
  if (!own.some(isPlace) && !shared.some((one) => common.has(keyOf(one)))) return { why: 'no-place', of: rule.categories };
  const mayHold = [...new Set([...own.filter((one) => isPlace(one) || isElsewhere(one)), ...shared])];
  // What stood there by then and was taken away since is in no list that was read later.
  const later = mayHold.filter(({ view: { readLater } }) => readLater);
  if (later.length > 0) return { why: 'read-later', of: later.map(keyOf) };
  const unread = mayHold.filter((one) => !isKnown(one, term.opens));
  if (unread.length > 0) return { why: 'unread', of: unread.map(keyOf) };
  const before = mayHold.filter((one) => !wasReadAfter(one, term.dueOn as Day, moment.zone));
  return before.length > 0 ? { why: 'read-before', of: before.map(keyOf) } : null;
}

/** An owner's column for it that is blank or overdue; null where there is none or another of its columns for it is neither. */
export function columnThatTells(rule: DutyRule, { unit, site }: Owner, judged: readonly JudgedColumn[]): string | null {
  const own = judged.filter(({ view: { column }, verdict }) => {
    const isOwn = site === null ? column.unit === unit.id : column.site === site;
    return isOwn && verdict.status !== 'exempt' && column.category !== null && rule.categories.includes(column.category);
  });
  const [first] = own;
  const told = own.every(({ verdict: { status } }) => status === 'blank' || status === 'overdue');
  return first !== undefined && told ? keyOf(first) : null;
}

function isElsewhere({ view: { column } }: JudgedColumn): boolean {
  return column.category === null || ELSEWHERE.includes(column.category);
}

/** Keys of the columns in which documents of several units stand that their titles name. */
function columnsOfMany(documents: readonly DutyDocument[]): Set<string> {
  const named = new Map<string, Set<string>>();
  for (const { item, owner } of documents) {
    const key = columnKey(item.site, item.column);
    const units = named.get(key) ?? new Set();
    for (const unit of owner.units) units.add(unit);
    named.set(key, units);
  }
  return new Set([...named].flatMap(([key, units]) => (units.size > 1 ? [key] : [])));
}

/** Whether all that its list held since a day is known. */
function isKnown({ view: { reading }, verdict, hidesNewer, oldest }: JudgedColumn, since: Day): boolean {
  if (reading === null || verdict.status === 'unknown' || hidesNewer) return false;
  return reading.complete || (oldest !== null && oldest < since);
}

function wasReadAfter({ view: { reading } }: JudgedColumn, day: Day, zone: string): boolean {
  return reading !== null && dayIn(zone, reading.asOf) > day;
}

function keyOf({ view: { column } }: JudgedColumn): string {
  return columnKey(column.site, column.id);
}
