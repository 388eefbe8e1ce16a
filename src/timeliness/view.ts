import { columnKey } from '../counting/count.ts';
import { dayOf, exists, isListed, type Moment } from '../counting/listed.ts';
import { type Day, dayIn } from '../model/day.ts';
import type { Site } from '../model/estate.ts';
import type { ItemKey, ReadingRecord, SiteRecord } from '../model/records.ts';
import type { SightedItem, StoredColumn } from '../store/store.ts';
import { groupBy } from './group-by.ts';

/** What is known of one column at a moment without its list. */
export interface ColumnOutline {
  readonly column: StoredColumn;
  readonly site: Site;
  /** The site's record of that moment, or null where it was never asked. */
  readonly siteRecord: SiteRecord | null;
  /** The reading that decides: the latest of that moment, else the earliest after it, else null. */
  readonly reading: ReadingRecord | null;
  /** Whether nobody had looked by the end of the judged day: `reading` was made by a run of a later day, and proves nothing of this one. */
  readonly readLater: boolean;
  /** All readings of that moment, oldest first. */
  readonly readings: readonly ReadingRecord[];
}

/** What is kept of a column when its list has been looked at. */
export interface ColumnGist extends ColumnOutline {
  /** The listed item with the newest day not after today, or null. */
  readonly newest: SightedItem | null;
  /** The newest day not after today that anything says of a listed item, the pages' other days of publication among it; null where nothing does. */
  readonly newestSaid: Day | null;
}

/** All that is known of one column at a moment. */
export interface ColumnView extends ColumnGist {
  /** What its list holds. */
  readonly listed: readonly SightedItem[];
  /** What its list held and holds no more. */
  readonly gone: readonly SightedItem[];
}

/** One site at a moment with its columns. */
export interface SiteOutline {
  readonly site: Site;
  readonly record: SiteRecord | null;
  readonly columns: readonly ColumnOutline[];
}

interface Observations {
  readonly columns: readonly StoredColumn[];
  readonly readings: readonly ReadingRecord[];
  /** Records of runs of the moment; of each site the one made last decides. */
  readonly sites: readonly SiteRecord[];
}

/** Sorts observations into what was known of each site and column at a moment. Nothing observed for later moments is seen. */
export function outlineEstate(sites: readonly Site[], observations: Observations, moment: Moment): SiteOutline[] {
  const readings = groupBy(observations.readings, (reading) => columnKey(reading.site, reading.column));
  const columns = groupBy(observations.columns, (column) => column.site);
  return sites.map((site) => {
    const record = latestRecord(observations.sites, site.id);
    const outlines = (columns.get(site.id) ?? []).map((column) => {
      const known = { column, site, siteRecord: record };
      return outlineColumn(known, readings.get(columnKey(column.site, column.id)) ?? [], moment);
    });
    return { site, record, columns: outlines };
  });
}

function outlineColumn(
  known: Pick<ColumnOutline, 'column' | 'site' | 'siteRecord'>,
  allReadings: readonly ReadingRecord[],
  moment: Moment,
): ColumnOutline {
  const inOrder = [...allReadings].sort((a, b) => a.asOf.getTime() - b.asOf.getTime() || a.at.getTime() - b.at.getTime());
  const readings = inOrder.filter((reading) => reading.asOf <= moment.asOf);
  const latest = readings.at(-1) ?? null;
  const reading = latest ?? inOrder[0] ?? null;
  return { ...known, reading, readLater: reading !== null && dayIn(moment.zone, reading.asOf) > moment.today, readings };
}

/** What a column's list looked like, from all that was ever seen in it. */
export function viewColumn(outline: ColumnOutline, sightings: readonly SightedItem[], moment: Moment): ColumnView {
  const readAt = outline.readings.at(-1)?.at ?? null;
  const listed = sightings.filter((sighting) => isListed(sighting, moment, readAt));
  const there = new Set(listed.map((sighting) => sighting.item));
  return {
    ...outline,
    listed,
    gone: lastStays(sightings.filter((sighting) => !there.has(sighting.item) && exists(sighting, moment))),
    newest: newestOf(listed, moment.today),
    newestSaid: newestSaid(listed, moment.today),
  };
}

/** An item may have come and gone more than once: of each its last stay. */
function lastStays(sightings: readonly SightedItem[]): SightedItem[] {
  return [
    ...new Map(sightings.toSorted((a, b) => a.firstSeen.getTime() - b.firstSeen.getTime()).map((stay) => [stay.item, stay])).values(),
  ];
}

/** The sighting with the newest day not after `today`; of several, the one whose title sorts first, so that order does not matter. */
function newestOf(sightings: readonly SightedItem[], today: Day): SightedItem | null {
  let newest: SightedItem | null = null;
  for (const sighting of sightings) {
    const day = dayOf(sighting);
    if (day === null || day > today) continue;
    const best = newest === null ? '' : (dayOf(newest) as Day);
    if (newest === null || day > best || (day === best && sighting.item < newest.item)) newest = sighting;
  }
  return newest;
}

function newestSaid(sightings: readonly SightedItem[], today: Day): Day | null {
  let newest: Day | null = null;
  for (const sighting of sightings) {
    for (const day of [dayOf(sighting), sighting.alsoOn ?? null]) if (day !== null && day <= today && day > (newest ?? '')) newest = day;
  }
  return newest;
}

function latestRecord(records: readonly SiteRecord[], site: string): SiteRecord | null {
  let latest: SiteRecord | null = null;
  for (const record of records) if (record.site === site && (latest === null || record.at > latest.at)) latest = record;
  return latest;
}

/** What is known of items that several columns listed: a page that moved from one to another is neither new nor gone. */
export interface Whereabouts {
  /** Listed in any of them. */
  readonly listed: ReadonlySet<ItemKey>;
  /** When any of them showed it first. */
  readonly firstSeen: ReadonlyMap<ItemKey, Date>;
  /** Where they are listed now under which day. */
  readonly days: ReadonlyMap<ItemKey, readonly ListedDay[]>;
}

export interface ListedDay {
  readonly column: StoredColumn;
  readonly day: Day;
}

export function whereabouts(views: readonly ColumnView[]): Whereabouts {
  const firstSeen = new Map<ItemKey, Date>();
  for (const view of views) {
    for (const sighting of [...view.listed, ...view.gone]) {
      const known = firstSeen.get(sighting.item);
      if (known === undefined || sighting.firstSeen < known) firstSeen.set(sighting.item, sighting.firstSeen);
    }
  }
  const days = new Map<ItemKey, ListedDay[]>();
  for (const { column, listed } of views) {
    for (const { item, listedOn } of listed) {
      if (listedOn !== null) days.set(item, [...(days.get(item) ?? []), { column, day: listedOn }]);
    }
  }
  return { listed: new Set(views.flatMap((view) => view.listed.map((sighting) => sighting.item))), firstSeen, days };
}
