import type { Command } from 'commander';
import { inBoth, type Sentence } from '../model/sentence.ts';

type Register = (program: Command) => void;

/** Commands under the heading that help puts them under. */
interface CommandGroup {
  readonly heading: Sentence;
  /** By name: each is loaded only where it is asked for. */
  readonly commands: Readonly<Record<string, () => Promise<Register>>>;
}

/**
 * One file a command, one line here. A command file imports only what is light at its top and the rest inside its action,
 * so that `gongkai classify` does not wait for the crawler to load.
 */
const GROUPS: readonly CommandGroup[] = [
  {
    heading: { zh: '看情况', en: 'see how it stands' },
    commands: {
      audit: async () => (await import('./commands/audit.ts')).registerAudit,
      alerts: async () => (await import('./commands/alerts.ts')).registerAlerts,
      items: async () => (await import('./commands/items.ts')).registerItems,
      count: async () => (await import('./commands/count.ts')).registerCount,
      trend: async () => (await import('./commands/trend.ts')).registerTrend,
      duties: async () => (await import('./commands/duties.ts')).registerDuties,
      quality: async () => (await import('./commands/quality.ts')).registerQuality,
      accounts: async () => (await import('./commands/accounts.ts')).registerAccounts,
      report: async () => (await import('./commands/report.ts')).registerReport,
      papers: async () => (await import('./commands/papers.ts')).registerKeptPapers,
    },
  },
  {
    heading: { zh: '网站与分类', en: 'sites and categories' },
    commands: {
      demo: async () => (await import('./commands/demo.ts')).registerDemo,
      discover: async () => (await import('./commands/discover.ts')).registerDiscover,
      crawl: async () => (await import('./commands/crawl.ts')).registerCrawl,
      read: async () => (await import('./commands/read.ts')).registerRead,
      topics: async () => (await import('./commands/topics.ts')).registerTopics,
      site: async () => (await import('./commands/site.ts')).registerSite,
      probe: async () => (await import('./commands/probe.ts')).registerProbe,
      classify: async () => (await import('./commands/classify.ts')).registerClassify,
      correct: async () => (await import('./commands/correct.ts')).registerCorrect,
      unsure: async () => (await import('./commands/unsure.ts')).registerUnsure,
      reclassify: async () => (await import('./commands/reclassify.ts')).registerReclassify,
      train: async () => (await import('./commands/train.ts')).registerTrain,
    },
  },
  {
    heading: { zh: '长期运行', en: 'running it' },
    commands: {
      serve: async () => (await import('./commands/serve.ts')).registerServe,
      worker: async () => (await import('./commands/worker.ts')).registerWorker,
      run: async () => (await import('./commands/run.ts')).registerRun,
      schedule: async () => (await import('./commands/schedule.ts')).registerSchedule,
    },
  },
  {
    heading: { zh: '照管', en: 'looking after it' },
    commands: {
      config: async () => (await import('./commands/config.ts')).registerConfig,
      calendar: async () => (await import('./commands/calendar.ts')).registerCalendar,
      people: async () => (await import('./commands/people.ts')).registerPeople,
      db: async () => (await import('./commands/db.ts')).registerDb,
      doctor: async () => (await import('./commands/doctor.ts')).registerDoctor,
    },
  },
];

/** Puts into a program those commands that the words of a command line name; all of them where it names none. */
export async function addCommands(program: Command, words: readonly string[]): Promise<Command> {
  const isNamed = GROUPS.some(({ commands }) => words.some((word) => Object.hasOwn(commands, word)));
  // Help lists them all, whatever else is named with it.
  const all = !isNamed || words.includes('help');
  for (const { heading, commands } of GROUPS) {
    const wanted = Object.entries(commands).filter(([name]) => all || words.includes(name));
    const registers = await Promise.all(wanted.map(([, load]) => load()));
    program.commandsGroup(`${inBoth(heading)}:`);
    for (const register of registers) register(program);
  }
  return program;
}
