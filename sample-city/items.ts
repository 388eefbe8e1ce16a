import type { Day } from '../src/model/day.ts';
import { Dice } from './chance.ts';
import type { ColumnPlan } from './plan/column-plan.ts';
import { scheduleOf } from './schedule.ts';
import { type Story, storyOf, titleOf } from './words/story.ts';

/** One published page of the city. Its body is told when it is asked for. */
export interface CityItem {
  readonly id: number;
  readonly column: ColumnPlan;
  /** The day it shows. */
  readonly day: Day;
  /** `HH:MM` */
  readonly time: string;
  /** The day from which it can be seen; later than `day` where it was put in late, earlier where the day shown is a slip. */
  readonly appears: Day;
  readonly title: string;
  readonly pinned: boolean;
  tell(): Story;
}

/** Slips of the pen: items that show a day of the next year. */
const SLIPS: readonly { readonly column: string; readonly appears: Day; readonly shows: Day }[] = [
  { column: 'mzj-gzdt', appears: '2018-11-13', shows: '2019-11-13' },
  { column: 'edu-tzgg', appears: '2018-10-09', shows: '2019-10-09' },
];

const FIRST_ID = 9_120_001;
const ATTEMPTS = 40;

/** All items of the plans, oldest first, ids in the order of appearance. */
export function makeItems(plans: readonly ColumnPlan[], seed: number): CityItem[] {
  const drafts = plans.flatMap((plan) => draftsOf(plan, seed));
  drafts.sort((one, other) => (one.appears + one.time < other.appears + other.time ? -1 : 1));
  return drafts.map((draft, index) => ({ ...draft, id: FIRST_ID + index * 3 }));
}

type Draft = Omit<CityItem, 'id'>;

function draftsOf(plan: ColumnPlan, seed: number): Draft[] {
  const { older, year, january } = scheduleOf(plan, seed);
  const slips = SLIPS.filter((slip) => slip.column === plan.id);
  const days = [...older, ...year, ...january];
  const taken = new Set<string>();
  const running = new Map<string, number>();
  const drafts = days.map((day, index) => {
    const ordinal = running.get(day.slice(0, 4)) ?? 0;
    running.set(day.slice(0, 4), ordinal + 1);
    return draft(plan, day, day, ordinal, seed, taken, index < plan.pinned);
  });
  return [...drafts, ...slips.map((slip, index) => draft(plan, slip.shows, slip.appears, 900 + index, seed, taken, false))];
}

function draft(plan: ColumnPlan, day: Day, appears: Day, ordinal: number, seed: number, taken: Set<string>, pinned: boolean): Draft {
  const dice = new Dice(seed, 'time', plan.id, day, ordinal);
  const time = `${String(dice.between(8, 17)).padStart(2, '0')}:${String(dice.between(0, 59)).padStart(2, '0')}`;
  for (let attempt = 0; ; attempt++) {
    const throws = () => new Dice(seed, 'story', plan.id, day, ordinal, attempt);
    const told = titleOf(plan, day, ordinal, throws());
    // A column whose words are used up numbers its titles.
    const title = attempt < ATTEMPTS || !taken.has(told) ? told : `${told}（${ordinal + 1 + attempt - ATTEMPTS}）`;
    if (taken.has(title)) continue;
    taken.add(title);
    return { column: plan, day, time, appears, title, pinned, tell: () => storyOf(plan, day, ordinal, throws()) };
  }
}
