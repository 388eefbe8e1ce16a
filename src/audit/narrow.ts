import type { Column, Site, Unit } from '../model/estate.ts';
import type { Subject } from '../model/findings.ts';
import type { Narrowing } from '../store/store.ts';

/**
 * What a person asked to see. Sites are judged whole before anything is left out: that a unit's columns alone are shown changes
 * nothing about the site that holds them.
 */
export interface Shown {
  column(column: Column): boolean;
  site(site: Site): boolean;
  unit(unit: Unit): boolean;
  subject(subject: Subject): boolean;
}

/** Reads a narrowing; a column is named by its id or, where sites share ids, `site/id`. */
export function shownBy({ sites = [], units = [], columns = [] }: Narrowing, watched: readonly Column[]): Shown {
  const among = (named: readonly string[], ...names: readonly string[]) => named.length === 0 || names.some((name) => named.includes(name));
  const isShown = (column: Column) =>
    among(sites, column.site) && among(units, column.unit) && among(columns, column.id, `${column.site}/${column.id}`);

  const shown = watched.filter(isShown);
  const byColumn = new Set(shown.map((column) => `${column.site}/${column.id}`));
  const shownSites = new Set(shown.map((column) => column.site));
  const shownUnits = new Set(shown.map((column) => column.unit));
  const narrowed = sites.length + units.length + columns.length > 0;

  return {
    column: isShown,
    site: (site) => !narrowed || shownSites.has(site.id) || (columns.length === 0 && among(sites, site.id) && among(units, site.unit)),
    unit: ({ id }) => !narrowed || shownUnits.has(id) || (units.includes(id) && columns.length === 0),
    subject: ({ site, column, unit }) => {
      if (column !== null) return byColumn.has(`${site}/${column}`);
      return columns.length === 0 && among(units, unit ?? '') && (site === null ? among(sites) : among(sites, site));
    },
  };
}
