import { type Day, daysBetween } from '../model/day.ts';
import type { Unit } from '../model/estate.ts';
import type { ColumnVerdict } from './judge-column.ts';
import type { ColumnOutline } from './view.ts';

/** How far the forecast looks, in days. */
const FORECAST_DAYS = [3, 7, 14] as const;

/** What falls due for one unit: columns whose due day is today or at most so many days ahead (预警日历). */
export interface UnitForecast {
  readonly unit: string;
  readonly name: string;
  /** Columns by how far their due day lies ahead; each number holds the one before. */
  readonly within: Readonly<Record<(typeof FORECAST_DAYS)[number], number>>;
  /** Earliest first. */
  readonly columns: readonly {
    readonly site: string;
    readonly id: string;
    readonly name: string;
    readonly dueOn: Day;
    readonly inDays: number;
  }[];
}

/** Columns that fall due within 14 days, per unit in the estate's order; units with none are left out. */
export function forecast(
  judged: readonly { readonly view: ColumnOutline; readonly verdict: ColumnVerdict }[],
  units: readonly Unit[],
  today: Day,
): UnitForecast[] {
  return units.flatMap((unit) => {
    const columns = judged
      .filter(({ view, verdict }) => view.column.unit === unit.id && (verdict.status === 'fresh' || verdict.status === 'due'))
      .flatMap(({ view: { column }, verdict: { dueOn } }) =>
        dueOn === null || dueOn < today
          ? []
          : [{ site: column.site, id: column.id, name: column.name, dueOn, inDays: daysBetween(today, dueOn) }],
      )
      .filter((column) => column.inDays <= FORECAST_DAYS[2])
      .sort((a, b) => a.inDays - b.inDays);
    const upTo = (days: number) => columns.filter((column) => column.inDays <= days).length;
    return columns.length === 0 ? [] : [{ unit: unit.id, name: unit.name, within: { 3: upTo(3), 7: upTo(7), 14: upTo(14) }, columns }];
  });
}
