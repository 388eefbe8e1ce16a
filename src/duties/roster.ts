import type { Day } from '../model/day.ts';
import type { Estate, Unit } from '../model/estate.ts';
import type { DutyRule } from '../model/rules.ts';

/** Who owes something: a unit, or a site with the unit that answers for it. */
export interface Owner {
  readonly unit: Unit;
  /** Id of the site that owes it; null where the unit does. */
  readonly site: string | null;
  /** Terms that end from this day on, or before that one, are its: it took the site over, or gave it. */
  readonly from?: Day;
  readonly before?: Day;
  /** The rule says nothing of it, an entry of the roster does. */
  readonly onlyByRoster?: boolean;
}

/** Everybody who may owe what a rule asks for, whenever they were there; units in the estate's order, those that the roster adds last. */
export function ownersOf(rule: DutyRule, { units, sites, roster = [] }: Pick<Estate, 'units' | 'sites' | 'roster'>): Owner[] {
  const excused = new Set((rule.except ?? []).map(({ id }) => id));
  const owners = rule.everySite
    ? sites.flatMap((site) => {
        const { takenOver } = site;
        return units.flatMap((unit): Owner[] => {
          if (unit.id === site.unit) return [{ unit, site: site.id, ...(takenOver ? { from: takenOver.on } : {}) }];
          return unit.id === takenOver?.from ? [{ unit, site: site.id, before: takenOver.on }] : [];
        });
      })
    : unitsOf(rule, units).map((unit) => ({ unit, site: null }));
  const byRule = owners.filter(({ unit, site }) => !excused.has(unit.id) && (site === null || !excused.has(site)));
  const known = new Set(byRule.map(({ unit }) => unit.id));
  const added = new Set(roster.filter(({ duty, owes, unit }) => owes && duty === rule.id && !known.has(unit)).map(({ unit }) => unit));
  return [...byRule, ...units.filter(({ id }) => added.has(id)).map((unit) => ({ unit, site: null, onlyByRoster: true }))];
}

/** Whether the roster lets a unit owe what ends on a day; where it says nothing, the rule does. The last entry that speaks of the day holds. */
export function isHeldByRoster(
  { id }: DutyRule,
  { unit, onlyByRoster = false }: Owner,
  on: Day,
  { roster = [] }: Pick<Estate, 'roster'>,
): boolean {
  const spoken = roster.findLast(
    (entry) =>
      entry.duty === id &&
      entry.unit === unit.id &&
      (entry.from === undefined || entry.from <= on) &&
      (entry.to === undefined || on <= entry.to),
  );
  return spoken?.owes ?? !onlyByRoster;
}

/** Ids of the units in whose columns the documents of many stand: the office, and those that the rule names. */
export function keepersOf({ alsoAt = [] }: DutyRule, units: readonly Unit[]): Set<string> {
  const keeps = ({ kind, name }: Unit) => kind === 'office' || alsoAt.some((pattern) => new RegExp(pattern, 'u').test(name));
  return new Set(units.filter(keeps).map(({ id }) => id));
}

/** Whether an owner answered for its site on the last day of a term. */
export function answeredOn({ from, before }: Owner, on: Day): boolean {
  return (from === undefined || from <= on) && (before === undefined || on < before);
}

function unitsOf({ unitKinds, unitNames = [] }: DutyRule, units: readonly Unit[]): Unit[] {
  const named = units.filter(({ name }) => unitNames.some((pattern) => new RegExp(pattern, 'u').test(name)));
  return named.length > 0 ? named : units.filter(({ kind }) => unitKinds.includes(kind));
}

/** What the city as a whole owes, through one office: no title names it, and it stands where that office or the government's keeps it. */
export function isOfTheWhole({ unitKinds, unitNames = [], everySite }: DutyRule): boolean {
  return everySite !== true && (unitNames.length > 0 || unitKinds.every((kind) => kind === 'office'));
}

/** Whether a unit was there on the last day of a term, and in the year that it is about: what was founded later reports on nothing before. */
export function isThere({ from, to }: Unit, on: Day, year: number): boolean {
  return (from === undefined || (from <= on && from <= `${year}-12-31`)) && (to === undefined || to >= on);
}
