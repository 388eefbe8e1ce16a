import type { Command } from 'commander';
import { registerAccounts } from './commands/accounts.ts';
import { registerAlerts } from './commands/alerts.ts';
import { registerAudit } from './commands/audit.ts';
import { registerCalendar } from './commands/calendar.ts';
import { registerClassify } from './commands/classify.ts';
import { registerConfig } from './commands/config.ts';
import { registerCorrect } from './commands/correct.ts';
import { registerCount } from './commands/count.ts';
import { registerCrawl } from './commands/crawl.ts';
import { registerDb } from './commands/db.ts';
import { registerDemo } from './commands/demo.ts';
import { registerDiscover } from './commands/discover.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerDuties } from './commands/duties.ts';
import { registerItems } from './commands/items.ts';
import { registerPaperDesk } from './commands/papers.ts';
import { registerPeople } from './commands/people.ts';
import { registerProbe } from './commands/probe.ts';
import { registerQuality } from './commands/quality.ts';
import { registerRead } from './commands/read.ts';
import { registerReclassify } from './commands/reclassify.ts';
import { registerReport } from './commands/report.ts';
import { registerRun } from './commands/run.ts';
import { registerSchedule } from './commands/schedule.ts';
import { registerServe } from './commands/serve.ts';
import { registerSite } from './commands/site.ts';
import { registerTrain } from './commands/train.ts';
import { registerTrend } from './commands/trend.ts';
import { registerUnsure } from './commands/unsure.ts';
import { registerWorker } from './commands/worker.ts';

/**
 * One file a command, one line here. A command file imports only what is light at its top and the rest inside its action,
 * so that `gongkai classify` does not wait for the crawler to load.
 */
export const commands: readonly ((program: Command) => void)[] = [
  registerAccounts,
  registerAlerts,
  registerAudit,
  registerCalendar,
  registerClassify,
  registerConfig,
  registerCorrect,
  registerCount,
  registerTrend,
  registerCrawl,
  registerDb,
  registerDemo,
  registerDiscover,
  registerDoctor,
  registerDuties,
  registerItems,
  registerPeople,
  registerProbe,
  registerQuality,
  registerRead,
  registerReclassify,
  registerUnsure,
  registerReport,
  registerPaperDesk,
  registerRun,
  registerSchedule,
  registerServe,
  registerSite,
  registerTrain,
  registerWorker,
];
