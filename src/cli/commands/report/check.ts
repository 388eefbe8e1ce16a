import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import type { TextDocument } from '../../../model/document.ts';
import { plainText } from '../../../model/plain-text.ts';
import { inBoth } from '../../../model/sentence.ts';
import type { CheckedReport } from '../../../reports/annual-check/check-reports.ts';
import type { OwnCount } from '../../../reports/annual-check/own-counts.ts';
import type { Certainty } from '../../../reports/annual-check/report.ts';
import { EXIT, Failure } from '../../failure.ts';
import { plainJson } from '../../json.ts';
import { addCommonOptions, type CommonOptions } from '../../options.ts';

interface CheckOptions extends CommonOptions {
  readonly allowPrivateNetworks?: true;
  readonly own?: true;
}

/** `gongkai report check`: reads annual reports on disclosure and tells what does not add up in them. */
export function registerReportCheck(report: Command): void {
  addCommonOptions(report.command('check'))
    .description(
      inBoth({
        zh: '核对政府信息公开工作年度报告：读出其中的数字，检查合计、占比、勾稽关系、前后和跨年是否一致；支持 HTML、DOCX、PDF、TXT',
        en: 'check annual reports on disclosure',
      }),
    )
    .argument('<report...>', inBoth({ zh: '文件或网址，可以多个；同一单位的上一年报告一并给出时跨年核对', en: 'files or URLs' }))
    .option('--allow-private-networks', inBoth({ zh: '允许访问内网和本机地址', en: 'allow loopback and intranet addresses' }))
    .option('--own', inBoth({ zh: '并与本地监测到的当年信息数核对', en: 'compare with our own counts of that year, too' }))
    .action(async (reports: string[], _options, command: Command) => checkAll(reports, command.optsWithGlobals<CheckOptions>()));
}

interface Opened {
  readonly id: string;
  readonly document: TextDocument | null;
  readonly error: string | null;
}

async function checkAll(reports: readonly string[], options: CheckOptions): Promise<void> {
  const { checkReports } = await import('../../../reports/annual-check/check-reports.ts');
  const opened: Opened[] = [];
  for (const report of reports) opened.push(await open(report, options));
  const checked = checkReports(opened.flatMap(({ document }) => document ?? []));
  const own = options.own ? await ownCounts(checked, options) : [];
  let next = 0;
  for (const { id, error, document } of opened) {
    const place = document ? next++ : null;
    const found = place === null ? null : checked[place]!;
    const differences = place === null ? null : (own[place] ?? null);
    if (options.json)
      process.stdout.write(`${plainJson(found ? { id, ...found, ...(options.own && { own: differences }) } : { id, error })}\n`);
    else process.stdout.write(found ? `${tell(id, found)}${tellOwn(differences)}\n` : `${plainText(id)}\n  ${error}\n\n`);
  }
  const failed = opened.filter(({ error }) => error !== null);
  if (failed.length > 0)
    throw new Failure(
      {
        zh: `${failed.length} 份没有读到：${failed.map(({ id }) => plainText(id)).join(', ')}`,
        en: `not read: ${failed.map(({ id }) => plainText(id)).join(', ')}`,
      },
      EXIT.failed,
    );
}

/** Of each report where it differs from what was counted of its year, or null. */
async function ownCounts(reports: readonly CheckedReport[], options: CheckOptions): Promise<(readonly OwnCount[] | null)[]> {
  const [{ withWorkshop }, { differencesOf }] = await Promise.all([
    import('../../workshop.ts'),
    import('../../../../jobs/reports/own-counts.ts'),
  ]);
  return withWorkshop(options, (workshop) => Promise.all(reports.map((report) => differencesOf(workshop, report))));
}

function tellOwn(differences: readonly OwnCount[] | null): string {
  return (differences ?? [])
    .map(({ measure, claimed, counted, list }) => `  [与监测数不同] ${plainText(measure)}：报告 ${claimed}，监测 ${counted}（${list}）\n`)
    .join('');
}

/** One report that cannot be read does not stop the others. */
async function open(report: string, options: CheckOptions): Promise<Opened> {
  const { readDocument } = await import('../../../../crawlers/documents/document.ts');
  const isUrl = /^https?:\/\//i.test(report);
  const id = nameOf(isUrl && URL.canParse(report) ? new URL(report).pathname : report) || report;
  try {
    const { bytes, url, contentType } = isUrl
      ? await fetched(report, options)
      : { bytes: await readFile(report), url: 'file:///', contentType: null };
    return { id, document: await readDocument(bytes, url, contentType), error: null };
  } catch (error) {
    return { id, document: null, error: `${report}：${error instanceof Error ? error.message : String(error)}` };
  }
}

async function fetched(url: string, options: CheckOptions) {
  const { fetchPage } = await import('../../fetch-page.ts');
  return fetchPage(url, options.allowPrivateNetworks === true, 'attachment');
}

function nameOf(path: string): string {
  return basename(path, extname(path));
}

const CERTAINTIES: Readonly<Record<Certainty, string>> = { certain: '确定', likely: '很可能', hint: '请核实' };

function tell(id: string, { title, unit, year, claims, findings }: CheckedReport): string {
  const head = `${id}  ${title}\n  ${unit || '单位不明'} · ${year ?? '年份不明'} · 读出数字 ${claims.length} 个 · 疑问 ${findings.length} 处`;
  const lines = findings.flatMap(({ certainty, message, quotes }) => [
    `  [${CERTAINTIES[certainty]}] ${message}`,
    `      “${quotes[0] ?? ''}”`,
  ]);
  return `${[head, ...lines]
    .flatMap((line) => line.split('\n'))
    .map((line) => /^ */.exec(line)![0] + plainText(line))
    .join('\n')}\n`;
}
