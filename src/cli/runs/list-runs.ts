import { formatInstant } from '../../model/day.ts';
import { inBoth } from '../../model/sentence.ts';
import { toJson } from '../json.ts';
import type { CommonOptions } from '../options.ts';
import { formatTable, terminalWidth } from '../table.ts';
import { withWorkshop } from '../workshop.ts';
import { RUN_STATES, whoAsked } from './find-run.ts';

/** Prints the latest runs, newest first. */
export function listRuns(options: CommonOptions, limit: number): Promise<void> {
  return withWorkshop(options, async ({ store, config }) => {
    const runs = await store.runs.list(limit);
    if (options.json) {
      process.stdout.write(`${toJson({ schema: 'gongkai.runs/1', runs })}\n`);
      return;
    }
    const zone = config.estate.timezone;
    const rows = runs.map((run) => [
      run.id.slice(0, 8),
      whoAsked(run),
      formatInstant(zone, run.startedAt).slice(0, 16).replace('T', ' '),
      RUN_STATES[run.state],
      run.failed,
      run.traffic.requests,
      run.error && inBoth(run.error),
    ]);
    const heads = [
      { head: inBoth({ zh: '运行', en: 'run' }) },
      { head: inBoth({ zh: '由', en: 'by' }) },
      { head: inBoth({ zh: '开始', en: 'started' }) },
      { head: inBoth({ zh: '状态', en: 'state' }) },
      { head: inBoth({ zh: '没读到', en: 'unread' }), align: 'right' as const },
      { head: inBoth({ zh: '请求', en: 'requests' }), align: 'right' as const },
      { head: inBoth({ zh: '说明', en: 'note' }), least: 10 },
    ];
    process.stdout.write(
      rows.length > 0 ? `${formatTable(heads, rows, terminalWidth())}\n` : `${inBoth({ zh: '还没有运行过', en: 'no run yet' })}\n`,
    );
  });
}
