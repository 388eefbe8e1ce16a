import { runInline } from '../../jobs/run/inline-driver.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import type { RunRecord } from '../model/records.ts';
import { inBoth } from '../model/sentence.ts';
import type { Narrowing } from '../store/store.ts';
import { EXIT, Failure } from './failure.ts';
import { interruptible } from './interrupt.ts';
import { toJson } from './json.ts';
import { openProgress } from './progress.ts';
import { rendererFor } from './renderer.ts';

export interface CrawlNowOptions {
  readonly json?: true;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly full?: true;
  readonly narrowing: Narrowing;
  readonly url: string | null;
}

/** Crawls what a person named and says what it cost. */
export async function crawlNow(workshop: Workshop, options: CrawlNowOptions): Promise<RunRecord> {
  const narrowing = options.url === null ? options.narrowing : await columnAt(workshop, options.url);
  const interrupt = interruptible();
  const progress = openProgress(options);
  const renderer = rendererFor(workshop);
  try {
    const { run } = await runInline(workshop, {
      kind: 'crawl',
      asOf: workshop.clock.now(),
      narrowing,
      full: options.full === true,
      render: renderer.render,
      signal: interrupt.signal,
      progress: (event) => progress.show(event),
    });
    progress.stop();
    if (options.json) process.stdout.write(`${toJson({ schema: 'gongkai.crawl/1', run })}\n`);
    else
      process.stdout.write(
        `${inBoth({ zh: `读取完成：${run.traffic.requests} 次请求（${run.traffic.notModified} 次未变化），${run.failed} 个栏目没有读到`, en: 'crawled' })}\n`,
      );
    return run;
  } finally {
    progress.stop();
    await renderer.close();
    interrupt.release();
  }
}

/** The configured or discovered column whose list stands at a URL. */
async function columnAt({ config, store }: Workshop, url: string): Promise<Narrowing> {
  const columns = [...config.estate.sites.flatMap((site) => site.columns ?? []), ...(await store.columns.list())];
  const column = columns.find((one) => one.url === url || one.url === `${url}/`);
  if (!column)
    throw new Failure(
      { zh: `没有哪个栏目的列表在 ${url}；只看一页请用 gongkai read`, en: "no column's list stands there; use gongkai read for one page" },
      EXIT.usage,
    );
  return { sites: [column.site], columns: [column.id] };
}
