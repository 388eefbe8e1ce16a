import { type Day, daysBetween } from '../../model/day.ts';
import type { Approval } from '../../model/estate.ts';
import type { DutyRule, RulePack } from '../../model/rules.ts';
import { type DutyResult, type Standing, standingOf } from '../duty.ts';
import { type DepartmentBudgets, departmentBudgets } from './departments.ts';
import type { BudgetDocument } from './documents.ts';

/** One unit's budget, accounts or adjustment of one year. */
export interface RosterRow
  extends Pick<DutyResult, 'rule' | 'name' | 'unit' | 'year' | 'dueOn' | 'publishedOn' | 'state' | 'fault' | 'url' | 'site'> {
  /** The day from which its clock runs, or null where nobody entered it. */
  readonly approvedOn: Day | null;
  /** From the approval to the publication; null where one of both is not known. */
  readonly daysAfter: number | null;
  /** In 万元, where the text says it. */
  readonly total: number | null;
  readonly threePublic: number | null;
  /** Names of the tables that its text does not hold: they may stand in files or pictures. */
  readonly lacking: readonly string[];
  /** Of a budget its accounts, of accounts their budget, of the same unit and year: the URL; null where none was seen. */
  readonly counterpart: string | null;
}

/** How many of one rule and year. */
export interface RosterCount {
  readonly rule: string;
  readonly name: string;
  readonly year: number;
  readonly owed: number;
  readonly states: Readonly<Partial<Record<Standing, number>>>;
  /** 万元 of those whose sum could be read, and how many these are. */
  readonly sum: number;
  readonly read: number;
}

/** The roster of budgets and accounts (预决算公开名册). */
export interface BudgetRoster {
  readonly rows: readonly RosterRow[];
  readonly counts: readonly RosterCount[];
  /**
   * What nobody of the rows owes, of the same years: of budget units that the estate does not know, of units that are no more, and what
   * stands for many. With it the number of all that is published can be explained.
   */
  readonly others: readonly BudgetDocument[];
  /** How many departments and units published, whether the roster has them or not: the numbers that reports tell. */
  readonly departments: readonly DepartmentBudgets[];
}

/** Puts together who must publish budgets and accounts, who did, and what else stands there. */
export function budgetRoster(duties: readonly DutyResult[], budgets: readonly BudgetDocument[], pack: RulePack): BudgetRoster {
  const ruled = pack.rules.filter((rule): rule is DutyRule => rule.kind === 'duty' && Boolean(rule.after));
  const approved = new Map(ruled.map(({ id, after }) => [`${pack.id}/${id}`, after!.approval]));
  const rows = duties
    .filter(({ rule }) => approved.has(rule))
    .map(({ begunBy, budget, ...duty }): RosterRow => {
      const approvedOn = begunBy?.on ?? null;
      const { rule, name, unit, site, year, dueOn, publishedOn, state, fault, url } = duty;
      return {
        ...{ rule, name, unit, site, year, dueOn, publishedOn, state, fault, url, approvedOn },
        daysAfter: approvedOn !== null && publishedOn !== null ? daysBetween(approvedOn, publishedOn) : null,
        total: budget?.total ?? null,
        threePublic: budget?.threePublic ?? null,
        lacking: budget?.lacking ?? [],
        counterpart: counterpartOf(approved.get(rule)!, duty, budgets),
      };
    });
  const years = new Set(rows.map(({ rule, year }) => `${approved.get(rule)} ${year}`));
  const owing = new Set(rows.map(({ rule, year, unit }) => `${approved.get(rule)} ${year} ${unit}`));
  const others = budgets.filter(
    ({ what, year, units }) => years.has(`${what} ${year}`) && !units.some((unit) => owing.has(`${what} ${year} ${unit}`)),
  );
  return { rows, counts: countRows(rows), others, departments: departmentBudgets(budgets, pack) };
}

/** By unit and year, else by a link between both: a title does not always name its unit. */
function counterpartOf(
  what: Approval['what'],
  { unit, year, url }: Pick<DutyResult, 'unit' | 'year' | 'url'>,
  budgets: readonly BudgetDocument[],
): string | null {
  if (what === 'adjustment') return null;
  const others = budgets.filter((one) => one.what === (what === 'budget' ? 'accounts' : 'budget') && one.year === year);
  const found = others.find((one) => one.units.includes(unit)) ?? others.find(({ linked }) => url !== null && linked.includes(url));
  return found?.url ?? null;
}

function countRows(rows: readonly RosterRow[]): RosterCount[] {
  const counts = new Map<string, RosterCount>();
  for (const row of rows) {
    const { rule, name, year, total } = row;
    const standing = standingOf(row);
    const key = `${rule} ${year}`;
    const { owed, states, sum, read } = counts.get(key) ?? { owed: 0, states: {}, sum: 0, read: 0 };
    counts.set(key, {
      ...{ rule, name, year, owed: owed + 1 },
      states: { ...states, [standing]: (states[standing] ?? 0) + 1 },
      sum: total === null ? sum : Math.round((sum + total) * 100) / 100,
      read: total === null ? read : read + 1,
    });
  }
  return [...counts.values()];
}
