import { type DiscoveredColumn, type Discovery, discover } from '../../crawlers/discovery/discover.ts';
import type { Classifier } from '../../src/classification/classifier.ts';
import { formatPeriod } from '../../src/model/day.ts';
import type { CategoryId } from '../../src/model/estate.ts';
import type { RulePack } from '../../src/model/rules.ts';
import type { Workshop } from '../workshop.ts';

/** A column that nobody described, with what is expected of it. */
export interface DescribedColumn extends DiscoveredColumn {
  readonly category: CategoryId | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** ISO 8601, or null where the pack asks for none. */
  readonly period: string | null;
}

/** Says of a discovered column which category it is and how often it has to be updated. */
export function described(
  column: DiscoveredColumn,
  { classifier, pack }: { readonly classifier: Classifier; readonly pack: RulePack },
): DescribedColumn {
  const { name, path, url, columnType } = column;
  const judged = classifier.classifyColumn({ name, path, url, ...(columnType ? { columnType } : {}) });
  const category = judged?.category ?? null;
  return { ...column, category, confidence: judged?.confidence ?? 0, period: category && periodOf(category, pack) };
}

function periodOf(category: CategoryId, pack: RulePack): string | null {
  const rule = pack.rules.find((one) => one.kind === 'column' && one.categories.includes(category));
  return rule?.kind === 'column' && rule.limit && 'period' in rule.limit ? formatPeriod(rule.limit.period) : null;
}

/** A site looked through, with its columns described. */
export type LookedThrough = Omit<Discovery, 'columns'> & { readonly columns: readonly DescribedColumn[] };

/** How a site is looked through that somebody wants to watch. */
export interface LookingThrough {
  /** Whether it lies on the own network. */
  readonly allowPrivateNetworks: boolean;
  readonly signal: AbortSignal;
  progress(visited: number, found: number): void;
}

/** A portal of a city has some hundreds of columns. */
const MOST_PAGES = 600;

/** Walks through a site that is not watched yet and finds its columns; stores nothing. */
export async function lookThrough(
  { config, door, readers, classifier }: Pick<Workshop, 'config' | 'door' | 'readers' | 'classifier'>,
  url: string,
  { allowPrivateNetworks, signal, progress }: LookingThrough,
): Promise<LookedThrough> {
  const { estate, pack } = config;
  const settings = { ...estate.crawl, ...(allowPrivateNetworks ? { allowPrivateNetworks } : {}) };
  const found = await discover(url, { door, readers, settings, units: estate.units, signal, maxPages: MOST_PAGES, progress });
  return { ...found, columns: found.columns.map((column) => described(column, { classifier, pack })) };
}
