import type { UnitRow } from '../audit/audit-result.ts';
import { COLUMN_STATUSES } from '../model/records.ts';
import type { Names } from '../rows/names.ts';

/** What somebody asks of units, as an address says it, on the page and by the API alike. What makes no sense finds nothing. */
export interface UnitFilters {
  readonly kind?: string | undefined;
  /** Only units with a column of this status. */
  readonly status?: string | undefined;
  /** In the unit's name. */
  readonly search?: string | undefined;
}

/** The units that are asked for, in the order in which they stand. */
export function filterUnits(units: readonly UnitRow[], { kind, status, search }: UnitFilters, names: Names): UnitRow[] {
  const wanted = COLUMN_STATUSES.find((one) => one === status);
  return units.filter(
    (unit) =>
      (!kind || unit.kind === kind) &&
      (!status || (wanted !== undefined && unit[wanted] > 0)) &&
      (!search || `${unit.name} ${names.unit(unit.id)}`.includes(search)),
  );
}
