import type { Quarantined } from '../../src/config/estate.ts';
import { describePlace } from '../../src/config/place.ts';
import type { RunRecord, TargetRecord } from '../../src/model/records.ts';
import { inLines, type Sentence } from '../../src/model/sentence.ts';
import type { Narrowing } from '../../src/store/store.ts';
import { isNarrowed, narrow, type SiteScope } from '../crawl/scope.ts';
import type { Workshop } from '../workshop.ts';
import type { SiteTask } from './site-task.ts';
import { recordUnread } from './unread.ts';

/**
 * The plan of a run: writes down what it must come to a result for, and says which sites are to be read for it. Planning twice plans
 * the same: a row that the run has stays.
 */
export async function planRun(workshop: Workshop, run: RunRecord, narrowing: Narrowing): Promise<SiteTask[]> {
  const { store, config } = workshop;
  const planned = await store.runs.targets(run.id);
  // Columns that are tried again were named when the run was made: nothing is added to them.
  if (run.driver === 'queue' && run.schedule === null && planned.length > 0) return tasksOf(run, await scopesOfTargets(workshop, planned));
  // What somebody asked for stands nowhere but in the plan: where that was not written, nothing more is read for it.
  if (run.driver === 'queue' && run.narrowed && !isNarrowed(narrowing)) return [];
  const scopes = await scopesOf(workshop, narrowing);
  await store.runs.plan(run.id, targetsOf(scopes));
  await recordQuarantined(workshop, run, config.quarantined);
  return tasksOf(run, scopes);
}

/** The sites and columns that somebody means, in the estate's order. */
export async function scopesOf({ store, config }: Workshop, narrowing: Narrowing): Promise<SiteScope[]> {
  const { sites: named = [] } = narrowing;
  const sites = config.estate.sites.filter(({ id }) => named.length === 0 || named.includes(id));
  for (const site of sites) if (site.columns !== null) await store.columns.save(site.id, site.columns);
  const stored = await store.columns.list();
  const scopes = sites.map((site): SiteScope => {
    if (site.columns !== null) return { site, columns: site.columns };
    const found = stored.filter((column) => column.site === site.id);
    return { site, columns: found.length === 0 ? null : found };
  });
  return narrow(scopes, narrowing);
}

export function targetsOf(scopes: readonly SiteScope[]): { readonly site: string; readonly column: string }[] {
  return scopes.flatMap(({ columns }) => (columns ?? []).map(({ site, id }) => ({ site, column: id })));
}

async function scopesOfTargets({ store, config }: Workshop, targets: readonly TargetRecord[]): Promise<SiteScope[]> {
  const stored = await store.columns.list();
  return config.estate.sites.flatMap((site) => {
    const wanted = new Set(targets.flatMap((target) => (target.site === site.id ? [target.column] : [])));
    const columns = (site.columns ?? stored.filter((column) => column.site === site.id)).filter(({ id }) => wanted.has(id));
    return columns.length === 0 ? [] : [{ site, columns }];
  });
}

/** What a task says of its columns stands beside the site, not in it. */
function tasksOf(run: RunRecord, scopes: readonly SiteScope[]): SiteTask[] {
  return scopes.map(({ site, columns }) => ({ run: run.id, site: { ...site, columns: null }, columns }));
}

/** What the configuration has wrong is a result, too: it is recorded and reported, and the others go on. */
async function recordQuarantined(workshop: Workshop, run: RunRecord, quarantined: readonly Quarantined[]): Promise<void> {
  const usable = new Set(workshop.config.estate.sites.map(({ id }) => id));
  for (const { site, column, problems } of quarantined) {
    // A column whose very id cannot be read has no row; it is told of when the run is closed.
    if (site === null || (column === null && usable.has(site))) continue;
    const columns = column === null ? (await workshop.store.columns.list(site)).map(({ id }) => id) : [column];
    const targets = columns.map((id) => ({ site, column: id }));
    await workshop.store.runs.plan(run.id, targets);
    for (const target of targets) await recordUnread(workshop, run, target, 'misconfigured', describeQuarantined(problems));
  }
}

function describeQuarantined(problems: Quarantined['problems']): Sentence {
  const said = problems.map((problem): Sentence => {
    const { expected, mend } = problem;
    return {
      zh: `${describePlace(problem)}：${expected.zh}；${mend.zh}`,
      en: `${describePlace(problem)}: ${expected.en}; ${mend.en}`,
    };
  });
  return inLines(said);
}
