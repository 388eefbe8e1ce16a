import { doEveryMinute } from '../../jobs/run/every-minute.ts';
import { keepRepeatingJobs } from '../../jobs/worker/repeating-jobs.ts';
import { inBoth, type Sentence } from '../model/sentence.ts';
import { openConsole } from './console.ts';
import { isEverywhere } from './http.ts';
import type { QueueSession } from './queues.ts';

/** What a console is opened with, and the address that the process listens at. */
interface Serving {
  readonly config: string;
  readonly data: string;
  readonly url: string;
  readonly host: string;
  /** Id of the estate, where several share the address. */
  readonly among?: string;
}

/** Opens the console over a session, now that its address is known, and begins what is done by itself. */
export async function beginServing(session: QueueSession, { host, ...where }: Serving): ReturnType<typeof openConsole> {
  const { workshop, store, queues } = session;
  const opened = await openConsole(session, where);
  await keepRepeatingJobs(queues);
  // What was missed while nobody was here is begun now, not in a minute.
  await doEveryMinute(workshop, queues, store.madeAt);
  if (isEverywhere(host) && !workshop.config.alerts.consoleUrl) process.stderr.write(`${inBoth(UNKNOWN_ADDRESS)}\n`);
  return opened;
}

const UNKNOWN_ADDRESS: Sentence = {
  zh: '注意：在所有地址上监听，但不知道别人用哪个地址打开；目前只有本机能登录。请在 estate.yaml 里设置 alerts.consoleUrl',
  en: 'warning: listening on every address, but not told by which one browsers open the console, so only this machine can sign in; set alerts.consoleUrl in estate.yaml',
};
