import { appendFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { importPosts } from '../../jobs/media/import-posts.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { startDemoMailbox } from '../../sample-city/mailbox.ts';
import { type SampleCity, startSampleCity } from '../../sample-city/start.ts';
import { type Clock, clockFrom } from '../model/clock.ts';
import { systemRandomness } from '../model/randomness.ts';
import { inBoth, type Sentence } from '../model/sentence.ts';
import { type AuditDocument, auditEstate } from './audit-estate.ts';
import { EXIT } from './failure.ts';
import { toJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { printAudit, spanOf } from './print-audit.ts';
import { serveAll } from './serve.ts';
import { withWorkshop } from './workshop.ts';

const AS_OF = new Date('2018-12-31T23:59:59+08:00');

/** Starts the sample city, audits its year 2018 with embedded defaults, prints the result and says where to go next. */
export async function runDemo(
  options: Omit<CommonOptions, 'config'> & { readonly port: number; readonly keep?: true; readonly console?: true },
): Promise<void> {
  const city = await startCity(options.port);
  try {
    // The city's addresses hold its port: what was stored under another one is another city.
    // And what was stored on another day than the city's own is another history.
    const home = join(options.data, 'demo', `${new URL(city.url).port}${options.console ? '-console' : ''}`);
    const dirs = { config: join(home, 'config'), data: join(home, 'data') };
    await mkdir(dirs.config, { recursive: true });
    city.writeConfig(dirs.config);
    if (options.console) return await playInConsole(city, dirs, options);
    if (!options.quiet) process.stderr.write(`${inBoth({ zh: `示例城市在 ${city.url} 运行`, en: 'the sample city runs' })}\n`);
    const { config, ...audit } = await auditCity(city, dirs, options);
    if (options.json) process.stdout.write(`${toJson(audit.document)}\n`);
    else {
      printAudit(audit.document, config, { ...options, quiet: true });
      if (!options.quiet) process.stdout.write(whereNext(audit.document, dirs, { ...options, port: new URL(city.url).port }));
    }
    if (audit.interrupted) process.exitCode = EXIT.interrupted;
    else if (options.keep) await untilInterrupted();
  } finally {
    await city.close();
  }
}

interface Dirs {
  readonly config: string;
  readonly data: string;
}

function auditCity(city: SampleCity, dirs: Dirs, options: Omit<CommonOptions, 'config'>, clock?: Clock) {
  const order = { crawl: true, full: false, asOf: AS_OF, from: null, to: null, narrowing: {}, failOn: null, rulePack: null };
  return withWorkshop(
    dirs,
    async (workshop) => {
      await importExports(city, workshop);
      return { config: workshop.config, ...(await auditEstate(workshop, { ...options, ...order })) };
    },
    clock ? { clock } : {},
  );
}

/** Hands in what the platforms export of the accounts that have no feed. */
async function importExports(city: SampleCity, workshop: Workshop): Promise<void> {
  for (const { account: id, name, bytes } of city.exports()) {
    const account = workshop.config.estate.accounts.find((one) => one.id === id)!;
    await importPosts(workshop, account, { bytes, name, by: null, until: null, anyName: false });
  }
}

/** Audits the city on its own day and opens the console on it, with contacts of every unit and a mailbox that shows what they are told. */
async function playInConsole(city: SampleCity, dirs: Dirs, options: Omit<CommonOptions, 'config'>): Promise<void> {
  const mailbox = await startDemoMailbox();
  try {
    process.env[MAILBOX] = mailbox.url;
    process.env[SECRET] ??= systemRandomness.token(24);
    appendFileSync(join(dirs.config, 'estate.yaml'), stringify({ alerts: toldBy(city) }, { aliasDuplicateObjects: false }));
    const clock = clockFrom(MORNING);
    const { document, config, interrupted } = await auditCity(city, dirs, options, clock);
    if (interrupted) {
      process.exitCode = EXIT.interrupted;
      return;
    }
    printAudit(document, config, { ...options, quiet: true });
    const says = { zh: `示例信箱，单位收到的通知都在这里：${mailbox.url}`, en: 'the mailbox of all units' };
    process.stderr.write(`${inBoth(DAY)}\n${inBoth(says)}\n`);
    await serveAll({ ...options, ...dirs, host: '127.0.0.1', port: 0 }, clock);
  } finally {
    await mailbox.close();
  }
}

const MAILBOX = 'GONGKAI_DEMO_MAILBOX';
const SECRET = 'GONGKAI_DEMO_SECRET';
/** Shortly before the day's digest leaves, so that what is sent then arrives while one looks on. */
const MORNING = new Date('2018-12-31T08:40:00+08:00');
const DAY: Sentence = {
  zh: '网页界面停在示例城市自己的日子：2018-12-31，上午 8:40 起；9:00 发出当天的汇总',
  en: 'the console lives on the city’s own day, 2018-12-31, from 08:40; the digest leaves at 09:00',
};

/** Who is told in the demo: everybody by the one mailbox, also on a day off. */
function toldBy({ estate }: SampleCity) {
  const via = [{ channel: 'mailbox' }];
  return {
    quietHours: { from: '00:00', to: '00:00', workingDaysOnly: false },
    channels: [{ id: 'mailbox', type: 'webhook', urlFrom: MAILBOX, secretFrom: SECRET, allowPrivateNetworks: true }],
    contacts: [
      { name: '示例督办', role: 'supervisor', phone: '0722-0000000', via },
      ...estate.units.flatMap(({ id, name }) => [
        { name: `${name}联系人`, role: 'contact', unit: id, phone: '0722-0000001', via },
        { name: `${name}负责人`, role: 'head', unit: id, via },
      ]),
    ],
  };
}

/** Takes free ports where the wanted ones are somebody else's. */
async function startCity(port: number): Promise<SampleCity> {
  try {
    return await startSampleCity({ port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startSampleCity({ port: 0 });
  }
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function whereNext(
  audit: AuditDocument,
  dirs: { readonly config: string; readonly data: string },
  { keep, data, port }: { readonly keep?: true; readonly data: string; readonly port: string },
): string {
  const where = `--config ${dirs.config} --data ${dirs.data}`;
  return [
    inBoth({ zh: '接下来', en: 'where to go next' }),
    `  ${inBoth({ zh: '每个数字背后的网址', en: 'the list behind every number' })}`,
    `    npx gongkai items --category notices ${spanOf(audit)} ${where}`,
    `  ${inBoth({ zh: '换个日子重新判断，不发一个请求', en: 'judge another day, without one request' })}`,
    `    npx gongkai audit --no-crawl --as-of 2018-06-30 ${where}`,
    `  ${inBoth({ zh: '在网页界面里看这次审计', en: 'look at this audit in the console' })}`,
    `    npx gongkai serve ${where}`,
    `  ${inBoth({ zh: '在示例城市自己的日子打开网页界面，预警、联系人、信箱都在', en: 'the console on the city’s own day, with alerts, contacts and a mailbox' })}`,
    `    npx gongkai demo --console --port ${port} --data ${data}`,
    '  预警只由判断当下的审计产生：让示例城市继续运行，另开一个终端，审计今天，再打开网页界面',
    '  Alerts come of audits of the present alone: keep the city running, audit today from another terminal, then open the console',
    ...(keep ? [] : [`    npx gongkai demo --keep --port ${port} --data ${data}`]),
    `    npx gongkai audit --quiet ${where} && npx gongkai serve ${where}`,
    ...(keep ? [`  ${inBoth({ zh: '示例城市继续运行，按 Ctrl-C 结束', en: 'the sample city keeps running until Ctrl-C' })}`] : []),
    `  ${inBoth({ zh: '从自己的网站开始', en: 'begin with your own sites' })}`,
    '    npx gongkai discover http://www.你的城市.gov.cn/ --write',
    '',
  ].join('\n');
}
