import { addDays, addPeriod, type Day, parsePeriod } from '../src/model/day.ts';
import type { UnknownReason } from '../src/model/outcome.ts';
import type { ColumnStatus } from '../src/model/records.ts';
import type { City } from './city.ts';
import type { CityItem } from './items.ts';
import { ACCOUNTS } from './plan/accounts.ts';
import type { ColumnPlan, Fault } from './plan/column-plan.ts';
import { PLANTED_CLOCKS, PLANTED_DUTIES, type PlantedDuty } from './plan/duties.ts';
import { TOPICS } from './plan/portal.ts';
import { postsOf } from './posts.ts';

interface ExpectedColumn {
  readonly site: string;
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly category: string;
  /** Items of the year that it lists. */
  readonly items: number;
  readonly lastPublished: Day | null;
  readonly status: ColumnStatus;
  readonly reason: UnknownReason | null;
}

/** What an audit of the city must come to. */
export interface Expected {
  readonly asOf: string;
  readonly from: Day;
  readonly to: Day;
  readonly totals: { readonly items: number; readonly undated: number };
  readonly classes: Readonly<Record<string, number>>;
  readonly categories: Readonly<Record<string, number>>;
  readonly keyAreas: Readonly<Record<number, number>>;
  readonly columns: readonly ExpectedColumn[];
  /** Items that show a day later than the audit's. */
  readonly futureDated: readonly { readonly column: string; readonly title: string; readonly day: Day }[];
  /** What units did not do, or not in time, as it stands on that day. */
  readonly duties: readonly PlantedDuty[];
  /** Terms of the law that were not kept this year, by rule and unit. */
  readonly clocks: readonly { readonly rule: string; readonly unit: string }[];
  /** Accounts of new media with their posts of the year. */
  readonly accounts: readonly {
    readonly id: string;
    readonly unit: string;
    readonly platform: string;
    readonly posts: number;
    readonly last: Day;
  }[];
  /** Topics of the year with the items that their columns list. */
  readonly topics: readonly { readonly name: string; readonly items: number }[];
}

const CLASSES: Readonly<Record<string, string>> = {
  overview: 'overview',
  'local-news': 'updates',
  'government-meetings': 'updates',
  notices: 'updates',
};
const OTHER_CLASS = 'catalogue';
/** Categories of which every item counts for a key area; of others only what stands in a column with a mark of its own. */
const KEY_AREAS: Readonly<Record<string, number>> = {
  'public-resources': 3,
  'public-services': 4,
  environment: 6,
  'food-drug-safety': 7,
  'prices-fees': 9,
};

/** Longest silences by category as the rules of 2018 have them; categories not named here are driven by events. Told apart from config/rules on purpose. */
const PERIODS: Readonly<Record<string, string>> = {
  'local-news': 'P14D',
  'video-news': 'P14D',
  'work-updates': 'P14D',
  notices: 'P6M',
  'policies-regulations': 'P6M',
  'policy-interpretation': 'P6M',
  overview: 'P1Y',
  plans: 'P1Y',
  personnel: 'P1Y',
  'government-meetings': 'P60D',
  statistics: 'P100D',
  'administrative-power': 'P30D',
  'public-services': 'P90D',
  'emergency-management': 'P90D',
  environment: 'P31D',
  'food-drug-safety': 'P31D',
  'prices-fees': 'P31D',
};
const WARNING_DAYS = 7;

const UNKNOWN: Readonly<Record<Fault, UnknownReason>> = {
  'not-found': 'unreachable',
  'soft-404': 'unreachable',
  'server-error': 'unreachable',
  'script-only': 'unreadable',
  robots: 'forbidden',
};
const REFUSED: Readonly<Record<string, UnknownReason>> = { challenge: 'blocked', reset: 'unreachable', stall: 'unreachable' };

/** The truth about a year up to `asOf`, counted from what the city holds and not from what its pages say. */
export function expectedOf(city: City, asOf: Day): Expected {
  const from = `${asOf.slice(0, 4)}-01-01`;
  const counts = (item: CityItem) => item.day >= from && item.day <= asOf && item.column.rowDate !== 'none';
  const listed = new Map(city.columns.map((column) => [column, city.listed(column)]));
  const all = [...new Set([...listed.values()].flat())];
  const counted = all.filter(counts);
  return {
    asOf: `${asOf}T23:59:59+08:00`,
    from,
    to: asOf,
    totals: { items: counted.length, undated: all.filter((item) => item.column.rowDate === 'none').length },
    classes: tally(counted, (item) => CLASSES[item.column.category] ?? OTHER_CLASS),
    categories: tally(counted, (item) => item.column.category),
    keyAreas: tally(counted, (item) => item.column.keyArea ?? KEY_AREAS[item.column.category] ?? null),
    columns: city.sites.flatMap((site) =>
      site.columns.map((column): ExpectedColumn => {
        const items = listed.get(column)!;
        return {
          site: site.id,
          id: column.id,
          unit: column.unit,
          name: column.path.at(-1)!,
          category: column.category,
          items: items.filter(counts).length,
          ...judged(column, items, site.refusal && REFUSED[site.refusal]!, asOf),
        };
      }),
    ),
    futureDated: all.filter((item) => item.day > asOf).map((item) => ({ column: item.column.id, title: item.title, day: item.day })),
    duties: PLANTED_DUTIES.filter(({ since, until }) => since <= asOf && (until === null || asOf <= until)),
    clocks: PLANTED_CLOCKS.filter(({ since, until }) => since <= asOf && asOf <= until),
    accounts: ACCOUNTS.map((account) => {
      const days = postsOf(account, city).map(({ day }) => day);
      const posts = days.filter((day) => day >= from && day <= asOf).length;
      return { id: account.id, unit: account.unit, platform: account.platform, posts, last: days.sort().at(-1)! };
    }),
    topics: TOPICS.map(({ name, columns }) => ({
      name,
      items: new Set(columns.flatMap((id) => listed.get(city.column(id))!.filter(counts))).size,
    })),
  };
}

function judged(
  column: ColumnPlan,
  items: readonly CityItem[],
  refused: UnknownReason | null,
  asOf: Day,
): Pick<ExpectedColumn, 'lastPublished' | 'status' | 'reason'> {
  const unknown = refused ?? (column.fault && UNKNOWN[column.fault]) ?? (column.rowDate === 'none' && items.length > 0 ? 'undated' : null);
  const days = column.rowDate === 'none' ? [] : items.map((item) => item.day).filter((day) => day <= asOf);
  const lastPublished = days.sort().at(-1) ?? null;
  if (column.exempt !== null) return { lastPublished, status: 'exempt', reason: null };
  if (unknown !== null) return { lastPublished: null, status: 'unknown', reason: unknown };
  if (lastPublished === null) return { lastPublished, status: 'blank', reason: null };
  return { lastPublished, status: statusOf(lastPublished, column.period ?? PERIODS[column.category] ?? 'none', asOf), reason: null };
}

function statusOf(lastPublished: Day, period: string, asOf: Day): ColumnStatus {
  const length = parsePeriod(period);
  if (length === null) return 'fresh';
  const due = addPeriod(lastPublished, length);
  if (due < asOf) return 'overdue';
  return due <= addDays(asOf, WARNING_DAYS) ? 'due' : 'fresh';
}

function tally(items: readonly CityItem[], keyOf: (item: CityItem) => string | number | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
