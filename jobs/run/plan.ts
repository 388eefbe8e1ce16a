import type { Quarantined } from '../../src/config/estate.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { Workshop } from '../workshop.ts';
import type { SiteJobData } from './jobs.ts';
import { recordUnread } from './unread.ts';

/**
 * Writes down what a run must come to a result for, and says what is to be done for it. Planning twice plans the same: a row that
 * the run has stays. A run of nobody's schedule that has rows already (columns that are tried again) is not widened.
 */
export async function planRun(workshop: Workshop, run: RunRecord): Promise<SiteJobData[]> {
  const { store, config } = workshop;
  const planned = await store.runs.targets(run.id);
  if (run.schedule === null && planned.length > 0) return jobsFor(workshop, run, planned, false);
  const { sites } = config.estate;
  const configured = sites.flatMap((site) => site.columns ?? []);
  for (const site of sites) if (site.columns !== null) await store.columns.save(site.id, site.columns);
  const found = await store.columns.list();
  const undescribed = new Set(sites.flatMap((site) => (site.columns === null ? [site.id] : [])));
  const columns = [...configured, ...found.filter(({ site }) => undescribed.has(site))];
  const targets = columns.map(({ site, id }) => ({ site, column: id }));
  await store.runs.plan(run.id, targets);
  await recordQuarantined(workshop, run, config.quarantined);
  return jobsFor(workshop, run, targets, true);
}

/** A whole audit visits every site; one whose columns nobody knows yet has them looked for first. */
async function jobsFor(
  { store, config }: Workshop,
  run: RunRecord,
  targets: readonly { readonly site: string; readonly column: string }[],
  everySite: boolean,
): Promise<SiteJobData[]> {
  const stored = await store.columns.list();
  return config.estate.sites.flatMap((site) => {
    const wanted = new Set(targets.flatMap((target) => (target.site === site.id ? [target.column] : [])));
    const columns = (site.columns ?? stored.filter((column) => column.site === site.id)).filter(({ id }) => wanted.has(id));
    if (columns.length === 0 && !everySite) return [];
    const unknown = columns.length === 0 && site.columns === null;
    return [{ run: run.id, site: { ...site, columns: null }, columns: unknown ? null : columns }];
  });
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

function describeQuarantined(problems: Quarantined['problems']): string {
  return problems.map(({ file, line, expected, mend }) => `${line === null ? file : `${file}:${line}`}：${expected}；${mend}`).join('\n');
}
