import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { Config } from '../config/load.ts';
import { formatInstant } from '../model/day.ts';
import { inBoth } from '../model/sentence.ts';
import { csvLine } from '../reports/csv.ts';
import { buildSheet } from '../reports/sheet.ts';
import type { ListedItem } from '../store/store.ts';
import { formatTable, terminalWidth } from './table.ts';

interface Form {
  readonly json?: true;
  readonly csv?: true;
  readonly xlsx?: string;
  readonly quiet?: true;
}

/** Rows of a table for people; whoever wants more asks for CSV, XLSX or JSON. */
const SHOWN = 200;

/** Prints items in the form asked for: JSON Lines, CSV, an Excel file, else a table. */
export async function printItems(items: AsyncIterable<ListedItem>, config: Config, form: Form): Promise<void> {
  if (form.xlsx !== undefined) return writeItemsSheet(items, config, form.xlsx);
  if (form.json || form.csv) return printLines(items, config, form);
  const rows: ListedItem[] = [];
  let more = 0;
  for await (const item of items) {
    if (rows.length < SHOWN) rows.push(item);
    else more++;
  }
  process.stdout.write(`${itemTable(rows, config)}\n`);
  if (more > 0) process.stdout.write(`${inBoth({ zh: `另有 ${more} 条，用 --csv、--xlsx 或 --json 查看全部`, en: `${more} more` })}\n`);
}

async function printLines(items: AsyncIterable<ListedItem>, config: Config, form: Form): Promise<void> {
  if (form.csv) await print(`\ufeff${csvLine(HEAD)}`);
  for await (const item of items) await print(form.json ? `${JSON.stringify(itemDocument(item, config))}\n` : csvLine(cells(item, config)));
}

/** An item in the form of the command line's contract (`gongkai items --json`). */
function itemDocument(item: ListedItem, config: Config) {
  const zone = config.estate.timezone;
  return {
    url: item.url,
    title: item.title,
    publishedOn: item.publishedOn,
    publishedAt: item.publishedAt,
    publishedSource: item.publishedSource,
    documentDate: item.documentDate,
    documentNumber: item.documentNumber,
    indexNumber: item.indexNumber,
    issuer: item.issuer,
    source: item.source,
    author: item.author,
    reviewer: item.reviewer,
    subject: item.subject,
    site: item.site,
    columns: item.columns.map(({ column }) => column),
    unit: item.unit,
    category: item.category,
    confidence: item.confidence,
    reasons: item.reasons,
    flags: item.flags,
    conflicts: item.conflicts,
    attachments: item.attachments,
    firstSeen: formatInstant(zone, item.firstSeen),
    lastSeen: formatInstant(zone, item.lastSeen),
    removed: item.removedAt !== null,
  };
}

const HEAD = ['发布日期', '标题', '类别', '单位', '栏目', '来源', '文号', '成文日期', '网址', '已撤下'];

function cells(item: ListedItem, config: Config): (string | null)[] {
  const name = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? id;
  return [
    item.publishedOn,
    item.title,
    name(config.taxonomy.categories, item.category),
    name(config.estate.units, item.unit),
    item.columns.map(({ site, column }) => `${site}/${column}`).join(' '),
    item.source,
    item.documentNumber,
    item.documentDate,
    item.url,
    item.removedAt === null ? '' : '是',
  ];
}

function itemTable(items: readonly ListedItem[], config: Config): string {
  const columns = [
    { head: '发布日期' },
    { head: '标题', least: 20 },
    { head: '类别', least: 8 },
    { head: '单位', least: 8 },
    { head: '栏目', least: 10 },
  ];
  return formatTable(
    columns,
    items.map((item) => cells(item, config).slice(0, columns.length)),
    terminalWidth(),
  );
}

async function writeItemsSheet(items: AsyncIterable<ListedItem>, config: Config, file: string): Promise<void> {
  const rows: (string | null)[][] = [];
  for await (const item of items) rows.push(cells(item, config));
  await writeFile(file, await buildSheet('信息', HEAD, rows));
  process.stderr.write(`${inBoth({ zh: `已写入 ${rows.length} 条到 ${file}`, en: `${rows.length} items written` })}\n`);
}

/** Waits for the reader where it is slower than we are. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
