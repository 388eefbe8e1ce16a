import { addDays, addPeriod, type Day } from '../model/day.ts';
import type { Approval, Unit } from '../model/estate.ts';
import type { DutyRule } from '../model/rules.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';

/** One year of a duty. */
export interface Term {
  /** The year that its document is about. */
  readonly year: number;
  /** The first day on which a document for it may come, and the first on which one for the next year may. */
  readonly opens: Day;
  readonly closes: Day;
  /** Last day for it; null where its clock has not begun. */
  readonly dueOn: Day | null;
  /** The last day as the law writes it, where that is a day off and the term ends later; else null. */
  readonly movedFrom: Day | null;
  /** The approval that began its clock; null where a day of the year says when, or none is known. */
  readonly begunBy: Approval | null;
  /** False where the last day may still move. */
  readonly certain: boolean;
}

type Known = Pick<JudgingContext, 'moment' | 'calendar'>;

/** The last term of a unit that is over and the next one, as far as the rule was law on its last day. */
export function termsOf(rule: DutyRule, unit: Unit, approvals: readonly Approval[], known: Known): Term[] {
  const { today } = known.moment;
  if (rule.standing) return [standingTerm(today)].filter((term) => isLaw(rule, term, today));
  const all = (rule.after ? clockTerms(rule, unit, approvals, known) : yearlyTerms(rule, known)).filter((term) => isLaw(rule, term, today));
  const over = all.filter(({ dueOn }) => dueOn !== null && dueOn < today).slice(-1);
  const next = all.filter(({ dueOn }) => dueOn === null || dueOn >= today).slice(0, 1);
  return [...over, ...next];
}

/** What must stand at all times is there whenever it came. */
function standingTerm(today: Day): Term {
  const none = { dueOn: null, movedFrom: null, begunBy: null, certain: true };
  return { year: Number(today.slice(0, 4)), opens: '0001-01-01', closes: '9999-12-31', ...none };
}

function yearlyTerms(rule: DutyRule, { moment, calendar }: Known): Term[] {
  const thisYear = Number(moment.today.slice(0, 4));
  return [thisYear - 1, thisYear, thisYear + 1].map((inYear) => {
    const written = `${inYear}-${rule.by}`;
    return { ...yearOf(rule, rule.dueIn === 'same-year' ? inYear : inYear - 1), ...endOf(rule, written, calendar), begunBy: null };
  });
}

/** Terms by the clock that an approval begins: this year's, begun or not, and the one before where its clock is known to have begun. */
function clockTerms(rule: DutyRule, unit: Unit, approvals: readonly Approval[], { moment, calendar }: Known): Term[] {
  const { approval, days } = rule.after!;
  const latest = Number(moment.today.slice(0, 4)) - (rule.dueIn === 'same-year' ? 0 : 1);
  return [latest - 1, latest].flatMap((year): Term[] => {
    const begunBy = approvalOf(approval, year, unit, approvals);
    if (begunBy === null || begunBy.on > moment.today) {
      // Of a budget that is adjusted in some years only, nothing is said until it was.
      const none = { ...yearOf(rule, year), dueOn: null, movedFrom: null, begunBy: null, certain: true };
      return year === latest && approval !== 'adjustment' ? [none] : [];
    }
    return [{ ...yearOf(rule, year), ...endOf(rule, addDays(begunBy.on, days), calendar), begunBy }];
  });
}

/** A term that ends on a day off ends on the next working day (民法典 Art 203), unless its rule says that it does not. */
function endOf({ dayOff }: DutyRule, written: Day, calendar: Known['calendar']): Pick<Term, 'dueOn' | 'movedFrom' | 'certain'> {
  const dueOn = dayOff === 'same-day' ? written : calendar.endOfTerm(written);
  const certain = dayOff === 'same-day' || isCertain(dueOn, calendar);
  return { dueOn, movedFrom: dueOn === written ? null : written, certain };
}

/** What began a unit's clock. A township's people's congress is its own: what the city's approved begins no clock there. */
function approvalOf(what: Approval['what'], year: number, unit: Unit, approvals: readonly Approval[]): Approval | null {
  const fitting = approvals.filter((one) => one.what === what && one.year === year);
  const own = fitting.filter(({ units }) => units?.includes(unit.id));
  const general = unit.kind === 'township' ? [] : fitting.filter(({ units }) => units === null);
  return (own.length > 0 ? own : general).toSorted((one, other) => one.on.localeCompare(other.on))[0] ?? null;
}

/** Reports come when their year ends, budgets and plans from the autumn before it. */
function yearOf(rule: DutyRule, year: number): Pick<Term, 'year' | 'opens' | 'closes'> {
  const opens = rule.dueIn === 'same-year' ? `${year - 1}-10-01` : `${year}-12-01`;
  return { year, opens, closes: addPeriod(opens, { years: 1, months: 0, days: 0 }) };
}

function isCertain(dueOn: Day, calendar: Known['calendar']): boolean {
  return calendar.uncertainYears(dueOn, dueOn).length === 0;
}

function isLaw({ source: { validFrom, validTo } }: DutyRule, { dueOn }: Term, today: Day): boolean {
  const on = dueOn ?? today;
  return on >= validFrom && (validTo === null || on <= validTo);
}
