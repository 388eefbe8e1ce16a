import { formatInstant } from '../../model/day.ts';
import { outcomeFacts } from '../../model/outcome.ts';
import type { RunRecord, TargetRecord } from '../../model/records.ts';
import { inBoth } from '../../model/sentence.ts';
import { leavingText } from '../../privacy/leaving.ts';
import { toJson } from '../json.ts';
import type { CommonOptions } from '../options.ts';
import { withWorkshop } from '../workshop.ts';
import { findRun, RUN_STATES, whoAsked } from './find-run.ts';

/** Prints what a run came to and every column that it could not read, with the reason. */
export function showRun(options: CommonOptions, name: string): Promise<void> {
  return withWorkshop(options, async ({ store, config }) => {
    const run = await findRun(store, name);
    const targets = await store.runs.targets(run.id);
    const unread = targets.filter(({ outcome }) => outcome === null || outcomeFacts(outcome).reason !== null);
    if (options.json) {
      const planned = targets.length;
      const recorded = targets.filter(({ outcome }) => outcome !== null).length;
      process.stdout.write(`${toJson({ schema: 'gongkai.run/1', run, planned, recorded, unread })}\n`);
      return;
    }
    process.stdout.write(`${describeRun(run, targets, config.estate.timezone)}\n`);
    for (const target of unread) {
      const [reading] = (await store.columns.history(target.site, target.column, 5)).filter((one) => one.run === run.id);
      const facts = target.outcome === null ? null : outcomeFacts(target.outcome);
      const why = inBoth(reading?.detail ?? facts ?? { zh: '还没有轮到', en: 'not yet' });
      process.stdout.write(`  ${leavingText(`${target.site}/${target.column}: ${why}`)}\n`);
    }
  });
}

function describeRun(run: RunRecord, targets: readonly TargetRecord[], zone: string): string {
  const at = (instant: Date | null) => (instant ? formatInstant(zone, instant) : '—');
  const recorded = targets.filter(({ outcome }) => outcome !== null).length;
  return [
    `运行 run        ${run.id}（${whoAsked(run)}）`,
    `状态 state      ${RUN_STATES[run.state]}${run.error ? ` — ${leavingText(inBoth(run.error))}` : ''}`,
    `开始 started    ${at(run.startedAt)}`,
    `结束 finished   ${at(run.finishedAt)}    截止 deadline ${at(run.deadline)}`,
    `栏目 columns    计划 planned ${targets.length}，已有结果 recorded ${recorded}，没有读到 unread ${run.failed}`,
    `流量 traffic    ${run.traffic.requests} 次请求 requests，${run.traffic.notModified} 次未变化 unchanged`,
  ].join('\n');
}
