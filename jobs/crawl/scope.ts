import type { Column, Estate, Site } from '../../src/model/estate.ts';
import type { Narrowing } from '../../src/store/store.ts';

/** A site with those of its columns that a run reads. */
export interface SiteScope {
  readonly site: Site;
  /** Null: nobody knows them yet, they are to be found first. */
  readonly columns: readonly Column[] | null;
}

/** Narrows sites and columns to what a person named; a unit's columns are those it answers for on any site. */
export function narrow(scopes: readonly SiteScope[], narrowing: Narrowing): SiteScope[] {
  const wanted = (list: readonly string[] | undefined, id: string) => !list || list.length === 0 || list.includes(id);
  return scopes
    .filter(({ site }) => wanted(narrowing.sites, site.id))
    .map(({ site, columns }) => ({
      site,
      columns: columns?.filter((column) => wanted(narrowing.units, column.unit) && wanted(narrowing.columns, column.id)) ?? null,
    }))
    .filter(({ site, columns }) => columns === null || columns.length > 0 || (isWhole(narrowing) && wanted(narrowing.units, site.unit)));
}

/** Whether something of the estate was left out. */
export function isNarrowed({ sites = [], units = [], columns = [] }: Narrowing): boolean {
  return sites.length + units.length + columns.length > 0;
}

/** Whether whole sites were asked for, so that a site without any column is still worth a visit. */
function isWhole(narrowing: Narrowing): boolean {
  return !narrowing.columns || narrowing.columns.length === 0;
}

/** Names in a narrowing that the estate does not know, for a clear error. Columns of undiscovered sites are unknown until they are found. */
export function unknownNames(estate: Estate, columns: readonly Column[], narrowing: Narrowing): string[] {
  const unknown = (list: readonly string[] | undefined, known: readonly string[]) => (list ?? []).filter((id) => !known.includes(id));
  return [
    ...unknown(
      narrowing.sites,
      estate.sites.map((site) => site.id),
    ),
    ...unknown(
      narrowing.units,
      estate.units.map((unit) => unit.id),
    ),
    ...unknown(
      narrowing.columns,
      columns.map((column) => column.id),
    ),
  ];
}
