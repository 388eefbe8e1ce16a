import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { Config } from '../config/load.ts';
import { formatInstant } from '../model/day.ts';
import { inBoth } from '../model/sentence.ts';
import { csvLine } from '../reports/csv.ts';
import { buildSheet } from '../reports/sheet.ts';
import { type Cell, cellsOf, headsOf, readerOf } from '../rows/field.ts';
import { itemFields } from '../rows/items.ts';
import type { ListedItem } from '../store/store.ts';
import { plainJson } from './json.ts';
import { fieldTable } from './table.ts';

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
  process.stdout.write(`${fieldTable(SHOWN_FIELDS, rows, readerOf(config, 'zh'))}\n`);
  if (more > 0) process.stdout.write(`${inBoth({ zh: `另有 ${more} 条，用 --csv、--xlsx 或 --json 查看全部`, en: `${more} more` })}\n`);
}

async function printLines(items: AsyncIterable<ListedItem>, config: Config, form: Form): Promise<void> {
  const reader = readerOf(config, 'zh');
  if (form.csv) await print(`\ufeff${csvLine(headsOf(FILED, reader))}`);
  for await (const item of items)
    await print(form.json ? `${plainJson(itemDocument(item, config))}\n` : csvLine(cellsOf(FILED, item, reader)));
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

/** What a file holds of an item, and a terminal less of it. */
const { published, title, category, unit, columns, source, documentNumber, documentDate, url, removed } = itemFields;
const FILED = [published, title, category, unit, columns, source, documentNumber, documentDate, url, removed];
const SHOWN_FIELDS = [published, { ...title, least: 20 }, { ...category, least: 8 }, { ...unit, least: 8 }, { ...columns, least: 10 }];

async function writeItemsSheet(items: AsyncIterable<ListedItem>, config: Config, file: string): Promise<void> {
  const reader = readerOf(config, 'zh');
  const rows: Cell[][] = [];
  for await (const item of items) rows.push(cellsOf(FILED, item, reader));
  await writeFile(file, await buildSheet('信息', headsOf(FILED, reader), rows));
  process.stderr.write(`${inBoth({ zh: `已写入 ${rows.length} 条到 ${file}`, en: `${rows.length} items written` })}\n`);
}

/** Waits for the reader where it is slower than we are. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
