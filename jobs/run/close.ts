import type { AuditResult } from '../../src/audit/audit-result.ts';
import type { RunRecord, TargetRecord } from '../../src/model/records.ts';
import { markDuplicates } from '../judging/duplicates.ts';
import { judgeAndKeep } from '../judging/judgement.ts';
import type { Workshop } from '../workshop.ts';
import { AFTER_AUDIT } from './after-audit.ts';
import { broughtAnything, endRun } from './end-run.ts';
import { recordUnread } from './unread.ts';

const OVER: readonly RunRecord['state'][] = ['done', 'failed'];

/**
 * Ends a run: every planned column that nobody came to gets its outcome, planned minus recorded is checked to be empty, what is
 * stored is judged, and what comes after an audit is done. Doing it twice does it once. `failures` says of sites whose job failed
 * why it did.
 */
export async function closeRun(workshop: Workshop, id: string, failures: ReadonlyMap<string, string>): Promise<RunRecord> {
  const { store } = workshop;
  const run = await store.runs.get(id);
  if (run === null) throw new Error(`no run ${id}`);
  if (OVER.includes(run.state) || (run.state === 'cancelled' && run.finishedAt !== null)) return run;
  const judging = await store.runs.move(id, ['planned', 'running', 'judging'], { state: 'judging' });
  await recordNotReached(workshop, run, failures);
  const targets = await store.runs.targets(id);
  const gap = targets.filter(({ outcome }) => outcome === null);
  if (gap.length > 0) return fail(workshop, run, describeGap(gap));
  if (!judging) return endRun(workshop, run, { state: 'cancelled', error: null });
  // What is judged knows what it cost; the run is done when all that follows from it is.
  const read = await endRun(workshop, run, { state: 'judging', error: null });
  if (broughtAnything(read)) await markDuplicates(store);
  const result = await judge(workshop, run);
  const troubles = (await isWhole(workshop, targets)) ? await doAfterwards(workshop, read, result) : [];
  const notes = [describeQuarantine(workshop), ...troubles].filter((note) => note !== null);
  return endRun(workshop, run, { state: 'done', error: notes.join('\n') || null });
}

async function fail(workshop: Workshop, run: RunRecord, error: string): Promise<RunRecord> {
  const failed = await endRun(workshop, run, { state: 'failed', error });
  await doAfterwards(workshop, failed, null);
  return failed;
}

/** Whether a run was to read every column there is; of one that tried a few again nothing follows for the others. */
async function isWhole({ store }: Workshop, targets: readonly TargetRecord[]): Promise<boolean> {
  const planned = new Set(targets.map(({ site, column }) => `${site} ${column}`));
  return (await store.columns.list()).every(({ site, id }) => planned.has(`${site} ${id}`));
}

/** What comes after an audit may fail without making the audit one that failed; it is told with the run. */
async function doAfterwards(workshop: Workshop, run: RunRecord, result: AuditResult | null): Promise<string[]> {
  const troubles: string[] = [];
  for (const follow of AFTER_AUDIT) {
    await follow(workshop, run, result).catch((error) => troubles.push(error instanceof Error ? error.message : String(error)));
  }
  return troubles;
}

async function recordNotReached(workshop: Workshop, run: RunRecord, failures: ReadonlyMap<string, string>): Promise<void> {
  for (const target of await workshop.store.runs.targets(run.id)) {
    if (target.outcome === null) await recordUnread(workshop, run, target, 'not-reached', failures.get(target.site) ?? null);
  }
}

async function judge(workshop: Workshop, run: RunRecord): Promise<AuditResult> {
  const { result } = await judgeAndKeep(workshop, run);
  await workshop.store.findings.save(run.id, result.findings);
  return result;
}

/** Planned minus recorded is not empty: the run must not pass for whole. */
function describeGap(gap: readonly TargetRecord[]): string {
  const some = gap
    .slice(0, 5)
    .map(({ site, column }) => `${site}/${column}`)
    .join('、');
  return `内部错误：计划的 ${gap.length} 个栏目没有结果（${some}），本次审计不完整 · a fault of ours: ${gap.length} planned columns have no outcome, so this run is not whole`;
}

function describeQuarantine({ config: { quarantined } }: Workshop): string | null {
  if (quarantined.length === 0) return null;
  const places = quarantined.flatMap(({ problems: [first] }) => (first ? [first.key ?? first.file] : []));
  return `配置有 ${quarantined.length} 处有误，已搁置：${places.join('、')}。运行 gongkai config check 查看 · ${quarantined.length} faulty entries of the configuration were set aside; see gongkai config check`;
}
