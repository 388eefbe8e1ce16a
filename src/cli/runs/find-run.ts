import type { RunRecord } from '../../model/records.ts';
import { inBoth } from '../../model/sentence.ts';
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
  throw new Failure({ zh: `没有这次运行：${name}。`, en: `There is no run ${name}.` }, EXIT.usage, {
    code: 'unknown-run',
    remedy: { zh: 'gongkai run list 列出全部', en: 'See gongkai run list' },
  });
}

export const RUN_STATES: Readonly<Record<RunRecord['state'], string>> = {
  planned: inBoth({ zh: '已计划', en: 'planned' }),
  running: inBoth({ zh: '进行中', en: 'running' }),
  judging: inBoth({ zh: '判断中', en: 'judging' }),
  done: inBoth({ zh: '完成', en: 'done' }),
  failed: inBoth({ zh: '失败', en: 'failed' }),
  cancelled: inBoth({ zh: '已取消', en: 'cancelled' }),
  interrupted: inBoth({ zh: '中断', en: 'interrupted' }),
};

/** States that a run does not leave by itself. */
export const OVER: readonly RunRecord['state'][] = ['done', 'failed', 'cancelled', 'interrupted'];

export function whoAsked({ schedule, kind }: Pick<RunRecord, 'schedule' | 'kind'>): string {
  return schedule === null
    ? kind === 'crawl'
      ? inBoth({ zh: '手动读取', en: 'crawl' })
      : inBoth({ zh: '手动', en: 'by hand' })
    : schedule === 'nightly-audit'
      ? inBoth({ zh: '每晚', en: 'nightly' })
      : schedule;
}
