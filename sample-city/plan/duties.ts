import type { Day } from '../../src/model/day.ts';

/** What a unit did not do, or not in time, in the year of 2018: each kind of case once or more, and nothing else. */
export interface PlantedDuty {
  /** Id of the rule in the pack of 2015. */
  readonly rule: string;
  readonly unit: string;
  /** The year that it is about. */
  readonly year: number;
  readonly state: 'missing' | 'late' | 'wrong';
  /** First and last day on which an audit finds it so; null: to the end. */
  readonly since: Day;
  readonly until: Day | null;
}

/** Units that did not publish the annual report for 2017. */
export const WITHOUT_ANNUAL_REPORT = ['town-yingshan', 'town-maping', 'farm-machinery', 'livestock', 'investment', 'civil-defence'];
/** One that put a notice about the report where the report belongs, and one whose report names another year. */
export const ONLY_A_NOTICE = 'medical-insurance';
export const WRONG_YEAR = 'tourism';
/** Those that published it after 2 April 2018 (31 March was a Saturday), each with the day. */
export const LATE_REPORT: Readonly<Record<string, Day>> = { forestry: '2018-04-20', 'town-wudian': '2018-05-08' };
/** A department whose budget and accounts are not among those that finance published. */
export const WITHOUT_BUDGET = 'investment';
/** A department whose budget stands in the text of its page, without the table of the three public funds: for a person to look at. */
export const WITHOUT_TABLE = { unit: 'grain', kind: 'department-budget', year: 2018 } as const;
/** A town whose congress's approval nobody entered, and whose budget is not there either: its clock has not begun. */
export const WITHOUT_APPROVAL = 'town-taiping';

/** The day after the last day for annual reports of 2017. */
const REPORTS_LATE: Day = '2018-04-03';
const report = { rule: 'annual-report', year: 2017 };

export const PLANTED_DUTIES: readonly PlantedDuty[] = [
  ...[...WITHOUT_ANNUAL_REPORT, ONLY_A_NOTICE].map(
    (unit) => ({ ...report, unit, state: 'missing', since: REPORTS_LATE, until: null }) as const,
  ),
  { ...report, unit: WRONG_YEAR, state: 'wrong', since: REPORTS_LATE, until: null },
  { ...report, unit: 'forestry', state: 'missing', since: REPORTS_LATE, until: '2018-04-19' },
  { ...report, unit: 'forestry', state: 'late', since: '2018-04-20', until: null },
  { ...report, unit: 'town-wudian', state: 'missing', since: REPORTS_LATE, until: '2018-05-07' },
  { ...report, unit: 'town-wudian', state: 'late', since: '2018-05-08', until: null },
  { rule: 'site-annual-form', unit: 'gov-office', year: 2017, state: 'missing', since: '2018-02-01', until: null },
  // Finance publishes the government's budget in time, and its own with all others': the congress that approved both met in January.
  { rule: 'budget-unit', unit: 'finance', year: 2018, state: 'missing', since: '2018-03-06', until: '2018-05-28' },
  { rule: 'budget-unit', unit: 'finance', year: 2018, state: 'late', since: '2018-05-29', until: null },
  { rule: 'budget-unit', unit: WITHOUT_BUDGET, year: 2018, state: 'missing', since: '2018-05-30', until: null },
  { rule: 'budget-unit', unit: WITHOUT_TABLE.unit, year: 2018, state: 'wrong', since: '2018-05-30', until: null },
  { rule: 'accounts-unit', unit: WITHOUT_BUDGET, year: 2017, state: 'missing', since: '2018-10-31', until: null },
  { rule: 'accounts-government', unit: 'finance', year: 2017, state: 'missing', since: '2018-10-11', until: '2018-10-14' },
  { rule: 'accounts-government', unit: 'finance', year: 2017, state: 'late', since: '2018-10-15', until: null },
];

/** Penalties whose pages name the day of the decision: the kind of their titles, and how many days before its publication one lies. */
export const DECISIONS = { unit: 'transport', kind: 'road-penalty', days: 4 } as const;
/**
 * Of the year's penalties these took longer than seven working days: by their number, the days each took. Only the second one began its
 * clock after 国办发〔2018〕118号 came, on 5 December 2018.
 */
export const LATE_DECISIONS: Readonly<Record<number, number>> = { 40: 21, 90: 16 };

/** Clocks of the law that were not kept, as an audit of the year up to a day between both finds them. */
export const PLANTED_CLOCKS: readonly { readonly rule: string; readonly unit: string; readonly since: Day; readonly until: Day }[] = [
  { rule: 'penalty-7wd', unit: DECISIONS.unit, since: '2018-12-28', until: '2018-12-31' },
];

/** Days on which the people's congress of the city, its standing committee and those of the towns approved, as the office entered them. */
export function approvalsOf(towns: readonly string[]) {
  const entered = towns.filter((town) => town !== WITHOUT_APPROVAL);
  return [
    { what: 'budget', year: 2018, on: '2018-01-22', units: ['finance'] },
    { what: 'budget', year: 2018, on: '2018-04-19' },
    { what: 'budget', year: 2018, on: '2018-05-10', units: entered },
    { what: 'accounts', year: 2017, on: '2018-09-20' },
    { what: 'accounts', year: 2017, on: '2018-10-09', units: entered },
  ];
}
