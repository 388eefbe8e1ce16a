import { dutiesAhead } from '../duties/ahead.ts';
import type { DutyResult } from '../duties/duty.ts';
import { type Day, daysBetween } from '../model/day.ts';
import type { Unit } from '../model/estate.ts';
import type { ColumnVerdict } from './judge-column.ts';
import type { ColumnOutline } from './view.ts';

/** How far the forecast looks, in days. */
export const FORECAST_DAYS = [3, 7, 14, 30] as const;
const FURTHEST = FORECAST_DAYS[3];
/** As far as a list of columns is looked at: of most news the day lies within the month, always. */
export const FORTNIGHT = FORECAST_DAYS[2];

/** What falls due for one unit: columns and duties whose last day is today or at most so many days ahead (预警日历). */
export interface UnitForecast {
  readonly unit: string;
  readonly name: string;
  /** How many of both, by how far their last day lies ahead; each number holds the one before. */
  readonly within: Readonly<Record<(typeof FORECAST_DAYS)[number], number>>;
  /** Earliest first. */
  readonly columns: readonly {
    readonly site: string;
    readonly id: string;
    readonly name: string;
    readonly dueOn: Day;
    readonly inDays: number;
  }[];
  /** Earliest first; pairs are none. */
  readonly duties: readonly ComingDuty[];
}

export interface ComingDuty extends Pick<DutyResult, 'rule' | 'name' | 'nameEn' | 'site' | 'year' | 'certain'> {
  readonly dueOn: Day;
  readonly inDays: number;
}

/** What falls due within 30 days, per unit in the estate's order; units with none are left out. */
export function forecast(
  judged: readonly { readonly view: ColumnOutline; readonly verdict: ColumnVerdict }[],
  duties: readonly DutyResult[],
  units: readonly Unit[],
  today: Day,
): UnitForecast[] {
  const coming = dutiesAhead(duties, today, FURTHEST);
  return units.flatMap((unit) => {
    const columns = judged
      .filter(({ view, verdict }) => view.column.unit === unit.id && (verdict.status === 'fresh' || verdict.status === 'due'))
      .flatMap(({ view: { column }, verdict: { dueOn } }) =>
        dueOn === null || dueOn < today
          ? []
          : [{ site: column.site, id: column.id, name: column.name, dueOn, inDays: daysBetween(today, dueOn) }],
      )
      .filter((column) => column.inDays <= FURTHEST)
      .sort((a, b) => a.inDays - b.inDays);
    const own = coming.filter((duty) => duty.unit === unit.id).map((duty) => comingDuty(duty, today));
    const upTo = (days: number) => [...columns, ...own].filter(({ inDays }) => inDays <= days).length;
    const within = { 3: upTo(3), 7: upTo(7), 14: upTo(14), 30: upTo(30) };
    return within[30] === 0 ? [] : [{ unit: unit.id, name: unit.name, within, columns, duties: own }];
  });
}

function comingDuty({ rule, name, nameEn, site, year, certain, dueOn }: DutyResult, today: Day): ComingDuty {
  const day = dueOn as Day;
  return { rule, name, nameEn, site, year, certain, dueOn: day, inDays: daysBetween(today, day) };
}

/** What of a forecast falls due within so many days; units with none are left out. */
export function forecastWithin(all: readonly UnitForecast[], days: number): UnitForecast[] {
  const isNear = ({ inDays }: { readonly inDays: number }) => inDays <= days;
  return all
    .map((one) => ({ ...one, columns: one.columns.filter(isNear), duties: one.duties.filter(isNear) }))
    .filter(({ columns, duties }) => columns.length + duties.length > 0);
}
