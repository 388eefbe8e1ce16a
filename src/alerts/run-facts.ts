import { columnKey } from '../counting/count.ts';
import { outcomeFacts, type Side } from '../model/outcome.ts';
import type { PageElements } from '../model/page-elements.ts';
import type { RunRecord, SiteRecord, TargetRecord } from '../model/records.ts';

/** What a run really read: only that can open an alert or end one. */
export interface RunFacts {
  readonly run: string;
  /** Keys of columns whose list this run read. */
  readonly columnsRead: ReadonlySet<string>;
  /** Sites of which this run read something. */
  readonly sitesRead: ReadonlySet<string>;
  /** Of sites that this run asked and could not read: whose side it was. */
  readonly sitesNotRead: ReadonlyMap<string, Side>;
  /** What it saw of sites' page elements. */
  readonly elements: ReadonlyMap<string, PageElements>;
}

/** Gathers what a run read from its records. */
export function runFacts(run: RunRecord, targets: readonly TargetRecord[], sites: readonly SiteRecord[]): RunFacts {
  const read = targets.filter(({ outcome }) => outcome !== null && outcomeFacts(outcome).reason === null);
  const own = sites.filter((record) => record.run === run.id);
  const unread = own.filter(({ status }) => status !== 'ok' && status !== 'partial');
  return {
    run: run.id,
    columnsRead: new Set(read.map(({ site, column }) => columnKey(site, column))),
    sitesRead: new Set(own.filter((record) => !unread.includes(record)).map(({ site }) => site)),
    sitesNotRead: new Map(unread.map(({ site, status }) => [site, status === 'unreachable' ? sideOf(site, targets) : 'site'])),
    elements: new Map(own.flatMap(({ site, elements }) => (elements === null ? [] : [[site, elements]]))),
  };
}

/** Whether not one site could be read and none of them even answered: then it is our own network that is in doubt. */
export function isNothingReadable({ sitesRead, sitesNotRead }: RunFacts): boolean {
  return sitesRead.size === 0 && sitesNotRead.size > 0 && [...sitesNotRead.values()].every((side) => side !== 'site');
}

/** The side that most of a site's failed columns name. */
function sideOf(site: string, targets: readonly TargetRecord[]): Side {
  const counts = new Map<Side, number>();
  for (const target of targets) {
    if (target.site !== site || target.outcome === null) continue;
    const { side } = outcomeFacts(target.outcome);
    counts.set(side, (counts.get(side) ?? 0) + 1);
  }
  return [...counts].reduce<[Side, number]>((most, one) => (one[1] > most[1] ? one : most), ['network', 0])[0];
}
