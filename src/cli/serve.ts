import { timetableOf } from '../../jobs/run/every-minute.ts';
import { nextAudit } from '../../jobs/schedule/due.ts';
import type { Clock } from '../model/clock.ts';
import { inBoth, type Sentence } from '../model/sentence.ts';
import { beginServing } from './begin-serving.ts';
import { describeDue } from './describe-due.ts';
import { besideHealth, type Served, startHttp } from './http.ts';
import { interruptible, SAVED_WITHIN_MS } from './interrupt.ts';
import type { CommonOptions } from './options.ts';
import { type QueueSession, withQueues } from './queues.ts';
import { aborted, startCrew } from './work.ts';

export interface ServeOptions extends CommonOptions {
  readonly host: string;
  readonly port: number;
}

/** Scheduler, worker and HTTP of one estate in one process, until a signal ends it; on another day than today with a `clock`. */
export function serveAll(options: ServeOptions, clock?: Clock): Promise<void> {
  return withQueues(
    options,
    async (session) => {
      const { config } = session.workshop;
      const interrupt = interruptible({ withinMs: SAVED_WITHIN_MS });
      const crew = await startCrew(session, options);
      let http: Awaited<ReturnType<typeof startHttp>> | null = null;
      try {
        const front: Served[] = [crew.health];
        http = await startHttp(
          besideHealth(crew.health, () => front.at(-1)!),
          options,
        );
        const { app, setupUrl } = await beginServing(session, {
          config: options.config,
          data: options.data,
          url: http.url,
          host: options.host,
        });
        front.push(app);
        if (!options.quiet) sayWhere(session, http.url);
        if (config.estate.sites.length === 0) process.stderr.write(`${inBoth(NOTHING_YET)}\n`);
        if (setupUrl) process.stderr.write(`${inBoth({ zh: '建立第一个账户', en: 'make the first account' })}: ${setupUrl}\n`);
        await aborted(interrupt.signal);
      } finally {
        await crew.stop();
        await http?.close();
        interrupt.release();
      }
    },
    { begin: true, ...(clock ? { clock } : {}) },
  );
}

const NOTHING_YET: Sentence = {
  zh: '还没有监测任何网站：在网页界面里从第一个网站开始',
  en: 'nothing is watched yet: begin with the first site in the console',
};

function sayWhere({ workshop }: QueueSession, url: string): void {
  const { config, clock } = workshop;
  const next = nextAudit(timetableOf(workshop), clock.now());
  const due = next && describeDue(next, config.estate.timezone, clock.now());
  const lines = [
    { zh: 'gongkai 正在运行', en: `running: ${url}` },
    due ? { zh: `下次审计：${due.zh}`, en: `next audit: ${due.en}` } : { zh: '没有定时审计', en: 'no audit is scheduled' },
    ...(config.quarantined.length > 0
      ? [
          {
            zh: `配置有 ${config.quarantined.length} 处有误，已搁置；运行 gongkai config check 查看`,
            en: `${config.quarantined.length} faulty entries were set aside; see gongkai config check`,
          },
        ]
      : []),
    { zh: '按 Ctrl-C 结束', en: 'Ctrl-C ends it' },
  ];
  process.stderr.write(`${lines.map(inBoth).join('\n')}\n`);
}
