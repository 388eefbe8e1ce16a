import { addDays, type Day, daysBetween } from '../src/model/day.ts';
import { Dice } from './chance.ts';
import { type ColumnPlan, YEAR_BEGINS } from './plan/column-plan.ts';

/** Publication days of a column's items, oldest first. */
export interface Schedule {
  readonly older: readonly Day[];
  readonly year: readonly Day[];
  readonly january: readonly Day[];
}

/** Days on which the budgets and accounts of earlier years were published; the portal took them over in 2018 with their days. */
const EARLIER_BUDGETS: readonly (readonly [Day, number])[] = [
  ['2015-06-03', 86],
  ['2016-05-18', 90],
  ['2017-05-24', 93],
];
const EARLIER_ACCOUNTS: readonly (readonly [Day, number])[] = [
  ['2016-10-12', 84],
  ['2017-10-17', 88],
];
/** Newsrooms work at weekends, offices do not. */
const EVERY_DAY = new Set(['local-news', 'video-news', 'weather-warning', 'flood']);
const JANUARY_AT_MOST = 16;

/** When a column's items are published: a matter of the plan and of the seed, never of the present day. */
export function scheduleOf(plan: ColumnPlan, seed: number): Schedule {
  const dice = new Dice(seed, 'days', plan.id);
  const january = plan.goesOn ? Math.min(JANUARY_AT_MOST, Math.max(1, Math.ceil(plan.items / 24))) : 0;
  return {
    older: olderDays(plan, dice),
    year: plan.days ?? spread(plan, plan.items, plan.from, plan.to, dice),
    january: spread(plan, january, '2019-01-02', '2019-01-25', dice),
  };
}

function olderDays(plan: ColumnPlan, dice: Dice): Day[] {
  if (plan.titles === 'department-budget') return EARLIER_BUDGETS.flatMap(([day, count]) => Array<Day>(count).fill(day));
  if (plan.titles === 'department-accounts') return EARLIER_ACCOUNTS.flatMap(([day, count]) => Array<Day>(count).fill(day));
  if (plan.titles === 'annual-report') {
    return Array.from({ length: plan.older }, (_, index) => `${2018 - plan.older + index}-03-${dice.between(10, 28)}`);
  }
  // A column without any item of 2018 fell silent well before.
  return spread(plan, plan.older, '2016-02-17', plan.items > 0 ? '2017-12-22' : '2017-09-15', dice);
}

/** `count` days over a stretch, its first and last day among them, evenly but not regularly. */
function spread(plan: ColumnPlan, count: number, from: Day, to: Day, dice: Dice): Day[] {
  const length = daysBetween(from, to);
  return Array.from({ length: count }, (_, index) => {
    if (index === count - 1) return to;
    if (index === 0 && from !== YEAR_BEGINS && from.startsWith('2018')) return from;
    const day = addDays(from, Math.floor(((index + dice.fraction()) * length) / count));
    return EVERY_DAY.has(plan.titles) ? day : onWorkday(day, from);
  });
}

/** The day itself or the Friday before; never before `from`. */
function onWorkday(day: Day, from: Day): Day {
  const weekday = ((daysBetween('2018-01-01', day) % 7) + 7) % 7;
  const friday = weekday > 4 ? addDays(day, 4 - weekday) : day;
  return friday < from ? from : friday;
}
