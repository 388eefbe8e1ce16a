import type { RunRecord } from '../../model/records.ts';
import type { Store } from '../../store/store.ts';
import { EXIT, Failure } from '../failure.ts';

/** So far back a run is found by the beginning of its id. */
const LOOKED_BACK = 1000;

/**
 * The run that a person names: by its id, an unmistakable beginning of it, or `latest`.
 * @throws Failure with exit status 2 where there is none
 */
export async function findRun({ runs }: Pick<Store, 'runs'>, name: string): Promise<RunRecord> {
  const found = name === 'latest' ? await runs.list(1) : (await runs.list(LOOKED_BACK)).filter(({ id }) => id.startsWith(name));
  if (found.length === 1) return found[0]!;
  if (found.length > 1) throw new Failure({ zh: `“${name}” 不止一次运行，请多写几位`, en: 'more than one run begins so' }, EXIT.usage);
  throw new Failure({ zh: `没有这次运行：${name}。gongkai run list 列出全部`, en: 'no such run; see gongkai run list' }, EXIT.usage);
}

export const RUN_STATES: Readonly<Record<RunRecord['state'], string>> = {
  planned: '已计划 planned',
  running: '进行中 running',
  judging: '判断中 judging',
  done: '完成 done',
  failed: '失败 failed',
  cancelled: '已取消 cancelled',
  interrupted: '中断 interrupted',
};

/** States that a run does not leave by itself. */
export const OVER: readonly RunRecord['state'][] = ['done', 'failed', 'cancelled', 'interrupted'];

export function whoAsked({ schedule, kind }: Pick<RunRecord, 'schedule' | 'kind'>): string {
  return schedule === null
    ? kind === 'crawl'
      ? '手动读取 crawl'
      : '手动 by hand'
    : schedule === 'nightly-audit'
      ? '每晚 nightly'
      : schedule;
}
