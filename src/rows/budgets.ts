import type { RosterRow } from '../duties/budgets/roster.ts';
import { standingOf } from '../duties/duty.ts';
import { stateWords } from '../timeliness/wording/states.ts';
import type { Field } from './field.ts';
import { heads } from './heads.ts';

/** What the roster of budgets and accounts says of a unit's. */
export const budgetFields = {
  unit: { head: heads.unit, value: ({ unit }, { names }) => names.unit(unit) },
  duty: { head: heads.duty, value: (row, { names }) => names.duty(row) },
  year: { head: heads.year, value: ({ year }) => String(year) },
  approvedOn: { head: heads.approvedOn, value: ({ approvedOn }) => approvedOn },
  dueOn: { head: heads.publishBy, value: ({ dueOn }, { names }) => dueOn && names.dutyDay(dueOn) },
  published: { head: heads.published, value: ({ publishedOn }) => publishedOn },
  daysAfter: { head: heads.daysAfterApproval, value: ({ daysAfter }) => daysAfter, number: true },
  state: { head: heads.status, value: (row, { language }) => stateWords[language].duty[standingOf(row)] },
  total: { head: heads.budgetTotal, value: ({ total }) => total, number: true },
  threePublic: { head: heads.threePublic, value: ({ threePublic }) => threePublic, number: true },
  lacking: { head: heads.tablesUnseen, value: ({ lacking }, { language }) => lacking.join(language === 'zh' ? '、' : ', ') || null },
  counterpart: { head: heads.budgetPair, value: ({ counterpart }) => counterpart },
  url: { head: heads.url, value: ({ url }) => url },
} satisfies Readonly<Record<string, Field<RosterRow>>>;
