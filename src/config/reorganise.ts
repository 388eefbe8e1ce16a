import { addDays, type Day } from '../model/day.ts';
import { entriesOf, type ListPath, withEntry, withValues } from './edit-estate.ts';

/** Units that one takes over from on a day; it may be one of those that are there, or a new one. */
export interface Merger {
  readonly units: readonly string[];
  readonly into: string;
  /** The first day on which the other answers for them. */
  readonly on: Day;
}

/** A part of a unit that becomes a unit of its own on a day, with what it answers for from then on. */
export interface Split {
  readonly unit: string;
  readonly into: string;
  readonly on: Day;
  /** As `site/column`. */
  readonly columns: readonly string[];
  readonly sites: readonly string[];
  /** Ids of new media. */
  readonly accounts: readonly string[];
}

/** A unit that comes to be by it. */
export interface NewUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

type Values = readonly (readonly [ListPath, unknown])[];

/**
 * The text of `estate.yaml` after a merger (撤并): the units end the day before, and their sites, columns, new media and contacts are the
 * other's. What they owed while they were there stays theirs: approvals and exceptions keep their names, and days before are judged by
 * the revision of then; each that moves says from whom and when (`takenOver`), so that silence of before is not held against the other.
 * Their heads do not become the other's head.
 * @throws {ConfigError} where the text is no valid YAML
 */
export function withMerger(text: string, { units, into, on }: Merger, founded: NewUnit | null): string {
  const gone = new Set(units);
  const moves = (unit: unknown): unit is string => typeof unit === 'string' && gone.has(unit);
  const handedOver = (entry: ListPath, from: string) => given(entry, { from, into, on });
  const values: Values = [
    ...entriesOf(text, ['units']).flatMap(
      ({ id }, index): Values =>
        moves(id)
          ? [
              [['units', index, 'to'], addDays(on, -1)],
              [['units', index, 'mergedInto'], into],
            ]
          : [],
    ),
    ...entriesOf(text, ['sites']).flatMap(
      ({ unit, columns }, site): Values => [
        ...(moves(unit) ? handedOver(['sites', site], unit) : []),
        ...listed(columns).flatMap(
          (column, place): Values => (moves(column.unit) ? handedOver(['sites', site, 'columns', place], column.unit) : []),
        ),
      ],
    ),
    ...entriesOf(text, ['accounts']).flatMap(({ unit }, index): Values => (moves(unit) ? handedOver(['accounts', index], unit) : [])),
    ...entriesOf(text, ['alerts', 'contacts']).flatMap(
      ({ unit, role }, index): Values => (moves(unit) && role === 'contact' ? [[['alerts', 'contacts', index, 'unit'], into]] : []),
    ),
  ];
  return withValues(withFounded(text, founded, on), values);
}

/**
 * The text after a split (分设): the new unit is there from the day on and answers for what is named; the other keeps the rest.
 * @throws {ConfigError} where the text is no valid YAML
 */
export function withSplit(text: string, { unit, into, on, columns, sites, accounts }: Split, founded: NewUnit): string {
  const [ofColumns, ofSites, ofAccounts] = [columns, sites, accounts].map((ids) => new Set(ids)) as [Set<string>, Set<string>, Set<string>];
  const handedOver = (entry: ListPath) => given(entry, { from: unit, into, on });
  const values: Values = [
    ...entriesOf(text, ['sites']).flatMap((site, index): Values => {
      const whole = site.unit === unit && ofSites.has(String(site.id));
      return [
        ...(whole ? handedOver(['sites', index]) : []),
        ...listed(site.columns).flatMap((column, place): Values => {
          const owner = column.unit ?? site.unit;
          if (owner !== unit) return [];
          const goes = ofColumns.has(`${site.id}/${column.id}`);
          // A column that says nothing of its unit goes with its site.
          if (goes) return handedOver(['sites', index, 'columns', place]);
          return whole && column.unit === undefined ? [[['sites', index, 'columns', place, 'unit'], unit]] : [];
        }),
      ];
    }),
    ...entriesOf(text, ['accounts']).flatMap(
      (account, index): Values => (account.unit === unit && ofAccounts.has(String(account.id)) ? handedOver(['accounts', index]) : []),
    ),
  ];
  return withValues(withFounded(text, founded, on), values);
}

/** Another unit answers for an entry from a day on. */
function given(entry: ListPath, { from, into, on }: { readonly from: string; readonly into: string; readonly on: Day }): Values {
  return [
    [[...entry, 'unit'], into],
    [[...entry, 'takenOver'], { from, on }],
  ];
}

function withFounded(text: string, founded: NewUnit | null, on: Day): string {
  return founded === null ? text : withEntry(text, ['units'], null, { ...founded, from: on });
}

function listed(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : [];
}
