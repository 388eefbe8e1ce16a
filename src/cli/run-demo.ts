import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type SampleCity, startSampleCity } from '../../sample-city/start.ts';
import { inBoth } from '../model/sentence.ts';
import { type AuditDocument, auditEstate } from './audit-estate.ts';
import { EXIT } from './failure.ts';
import { toJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { printAudit, spanOf } from './print-audit.ts';
import { withWorkshop } from './workshop.ts';

const AS_OF = new Date('2018-12-31T23:59:59+08:00');

/** Starts the sample city, audits its year 2018 with embedded defaults, prints the result and says where to go next. */
export async function runDemo(options: Omit<CommonOptions, 'config'> & { readonly port: number; readonly keep?: true }): Promise<void> {
  const city = await startCity(options.port);
  try {
    // The city's addresses hold its port: what was stored under another one is another city.
    const home = join(options.data, 'demo', new URL(city.url).port);
    const dirs = { config: join(home, 'config'), data: join(home, 'data') };
    await mkdir(dirs.config, { recursive: true });
    city.writeConfig(dirs.config);
    if (!options.quiet) process.stderr.write(`${inBoth({ zh: `示例城市在 ${city.url} 运行`, en: 'the sample city runs' })}\n`);
    const { config, ...audit } = await withWorkshop(dirs, async (workshop) => ({
      config: workshop.config,
      ...(await auditEstate(workshop, {
        ...options,
        crawl: true,
        full: false,
        asOf: AS_OF,
        from: null,
        to: null,
        narrowing: {},
        failOn: null,
        rulePack: null,
      })),
    }));
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
