import { addPeriod, type Day, daysBetween } from '../../model/day.ts';
import type { ItemKey } from '../../model/records.ts';
import type { ClockRule, Limit, RuleSource } from '../../model/rules.ts';
import type { JudgedColumn } from '../../timeliness/judged.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';
import { isUncertain, limitEnd } from '../../timeliness/limit.ts';
import { movedDays } from '../../timeliness/moved-days.ts';
import { type Clocked, clockRulesOf } from './clocked.ts';
import { openLabelledDay } from './labelled-day.ts';

/** How one unit keeps one clock of the law. */
export interface ClockResult {
  /** `<pack>/<id>` of the rule. */
  readonly rule: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly limit: Limit;
  readonly atLeast: boolean;
  /** Items that it is about, and those among them of which both ends could be read. */
  readonly items: number;
  readonly measured: number;
  /**
   * Items whose both ends could be read, and whose day of publication nobody can prove: they stood there before their column was watched, or came
   * at one with others made months apart, as an archive does that is moved. They are not measured.
   */
  readonly unproven: number;
  /** False where nearly all show one day twice: the page fills it in, and nothing is told of them. */
  readonly measurable: boolean;
  /** Middle and ninth of ten, and the longest, in working days where the limit counts those, else in days. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly worst: number | null;
  /** Those that took too long (or were too short), worst first. */
  readonly late: readonly Measure[];
  readonly source: RuleSource & { readonly verified: boolean };
}

export interface Measure {
  readonly title: string;
  readonly url: string | null;
  readonly from: Day;
  readonly until: Day;
  readonly days: number;
}

/** What is further apart was moved here from an archive, or is a day of something else. */
const FURTHEST = { years: 1, months: 0, days: 0 };
/** From so many on it can be seen that a page fills in the other day. */
const FILLED_IN = { least: 10, share: 0.9 };

/** The ends that a page shows, by rule. */
export type Ends = ReadonlyMap<string, { readonly from: Day; readonly until: Day }>;

/** Reads both ends of the clocks that an item is about from its text. */
export function openEndsReader({ pack }: Pick<JudgingContext, 'pack'>): (clocked: Clocked, text: string) => Ends {
  const readers = new Map(clockRulesOf(pack).map((rule) => [rule.id, { from: endReader(rule.from), until: endReader(rule.until) }]));
  return ({ rules, publishedOn }, text) => {
    const plain = text.normalize('NFKC');
    return new Map(
      rules.flatMap((rule) => {
        const { from, until } = readers.get(rule)!;
        const [begin, end] = [from(plain, publishedOn), until(plain, publishedOn)];
        const isOne = begin !== null && end !== null && begin <= end && end <= addPeriod(begin, FURTHEST);
        return isOne ? [[rule, { from: begin, until: end }] as const] : [];
      }),
    );
  };
}

function endReader(end: ClockRule['from']): (text: string, publishedOn: Day) => Day | null {
  if (end === 'published') return (_, publishedOn) => publishedOn;
  return openLabelledDay(end as readonly string[]);
}

/** How each unit keeps each clock, of the items whose texts were read. */
export function judgeClocks(judged: readonly JudgedColumn[], ends: ReadonlyMap<ItemKey, Ends>, context: JudgingContext): ClockResult[] {
  const byUnit = new Map<string, Map<ItemKey, Clocked>>();
  for (const { view, clocked } of judged) {
    const own = byUnit.get(view.column.unit) ?? new Map<ItemKey, Clocked>();
    for (const one of clocked) own.set(one.item, one);
    byUnit.set(view.column.unit, own);
  }
  return clockRulesOf(context.pack).flatMap((rule) =>
    [...byUnit].flatMap(([unit, items]) => {
      const own = [...items.values()].filter(({ rules }) => rules.includes(rule.id));
      return own.length === 0 ? [] : [judgeClock(rule, unit, own, ends, context)];
    }),
  );
}

function judgeClock(
  rule: ClockRule,
  unit: string,
  items: readonly Clocked[],
  ends: ReadonlyMap<ItemKey, Ends>,
  { pack, calendar }: JudgingContext,
): ClockResult {
  const { limit, minimum: atLeast = false } = rule;
  const inWorkingDays = 'workingDays' in limit;
  const read = items.flatMap((one) => {
    const both = ends.get(one.item)?.get(rule.id);
    return both === undefined || !wasLaw(rule, both.from) ? [] : [{ ...one, ...both }];
  });
  const isProven = openProof(rule, read);
  const measures = read.filter(isProven).map(({ title, url, from, until }): Measure => {
    return { title, url, from, until, days: inWorkingDays ? calendar.workingDaysBetween(from, until) : daysBetween(from, until) };
  });
  const same = measures.filter(({ from, until }) => from === until).length;
  const measurable = measures.length < FILLED_IN.least || same <= FILLED_IN.share * measures.length;
  const broken = ({ from, until }: Measure) => {
    const end = limitEnd(from, limit, calendar);
    return (atLeast ? until < end : until > end) && !isUncertain(from, end, limit, calendar);
  };
  const days = measurable ? measures.map((one) => one.days).sort((one, other) => one - other) : [];
  const worstFirst = (one: Measure, other: Measure) => (atLeast ? one.days - other.days : other.days - one.days);
  return {
    rule: `${pack.id}/${rule.id}`,
    ...{ name: rule.name, nameEn: rule.nameEn, unit, limit, atLeast, measurable },
    items: items.length,
    measured: measures.length,
    unproven: read.length - measures.length,
    median: share(days, 0.5),
    p90: share(days, 0.9),
    worst: (atLeast ? days[0] : days.at(-1)) ?? null,
    late: measurable ? measures.filter(broken).sort(worstFirst) : [],
    source: { ...rule.source, verified: rule.verified },
  };
}

/** Tells whose day of publication can be believed; of clocks that do not ask for it each does. */
function openProof(
  { from, until }: ClockRule,
  read: readonly (Clocked & { readonly from: Day; readonly until: Day })[],
): (one: Clocked) => boolean {
  if (from !== 'published' && until !== 'published') return () => true;
  // The end that is not the publication says when it was made.
  const moved = movedDays(read.map((one) => ({ publishedOn: one.publishedOn, madeOn: until === 'published' ? one.from : one.until })));
  return ({ seenComing, publishedOn }) => seenComing && !moved.has(publishedOn);
}

/** A clock that began before its document held, or after, is none: nobody is held to a law of a later day. */
function wasLaw({ source: { validFrom, validTo } }: ClockRule, on: Day): boolean {
  return on >= validFrom && (validTo === null || on <= validTo);
}

/** The smallest that so large a share does not exceed, so that it is one that was measured. */
function share(sorted: readonly number[], of: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * of) - 1)] ?? null;
}
