import type { Message } from '../../src/model/media.ts';
import { maskLine } from '../../src/privacy/personal-data.ts';
import { isSheet, readLines, readTableFile, textOfFile } from '../documents/table-file.ts';
import { namesAbove } from './account-name.ts';
import { plainHead } from './post-fields.ts';
import { postInstant } from './post-instant.ts';
import { type PostsRead, UnreadablePosts } from './posts-read.ts';

/** Messages of a file, and rows that are none, by line from 1. */
export interface MessagesRead extends Pick<PostsRead, 'skipped' | 'names'> {
  readonly messages: readonly Message[];
}

/** How back ends and offices call the columns, best first. */
const HEADS = {
  subject: [
    '编号',
    '留言编号',
    '信件编号',
    '受理编号',
    '序列号',
    'id',
    'messageid',
    '标题',
    '留言标题',
    '主题',
    '信件标题',
    '问题',
    '留言内容',
    '内容',
    'title',
    'subject',
    'content',
  ],
  received: [
    '收到时间',
    '收到日期',
    '留言时间',
    '留言日期',
    '来信时间',
    '来信日期',
    '提交时间',
    '提交日期',
    '受理时间',
    '受理日期',
    '时间',
    '日期',
    'receivedon',
    'receivedat',
    'createdat',
    'createtime',
    'time',
    'date',
  ],
  answered: [
    '答复时间',
    '答复日期',
    '回复时间',
    '回复日期',
    '办结时间',
    '办结日期',
    '办理时间',
    'answeredon',
    'answeredat',
    'replytime',
    'repliedat',
    'replydate',
  ],
} as const;
type Field = keyof typeof HEADS;
const FIELDS = Object.keys(HEADS) as Field[];
const ROWS_ABOVE_HEAD = 20;
const LONGEST_SUBJECT = 120;
/** What stands in the column of answers where there is none yet. */
const NO_ANSWER = /^(?:[-—/\\无]|未(?:答复|回复|办结|处理)|待(?:答复|回复|办理|处理)|办理中|处理中|null|none)?$/i;

/**
 * Messages of a file in which an office hands in what came to an account and when it was answered: a table (XLSX or CSV) or JSON. Only
 * when a message came and was answered is kept, and its number or what it is about, masked.
 * @throws UnreadablePosts, UnreadableTable where no messages can be made out
 */
export async function readMessagesFile(bytes: Uint8Array): Promise<MessagesRead> {
  if (isSheet(bytes)) return messagesOfTable(await readTableFile(bytes));
  const text = textOfFile(bytes);
  return messagesOfTable(/^\s*[[{]/.test(text) ? rowsOfJson(text) : readLines(text));
}

function messagesOfTable(rows: readonly (readonly unknown[])[]): MessagesRead {
  const at = rows.slice(0, ROWS_ABOVE_HEAD).findIndex((row) => FIELDS.every((field) => placeOf(row, field) >= 0));
  if (at < 0) {
    throw new UnreadablePosts(
      '没有找到表头：要有“编号”或“标题”、“留言时间”和“答复时间”三列（没有答复的空着）',
      'no head with a number or title, a day of receipt and a day of the answer (编号, 留言时间, 答复时间; empty where there is none)',
    );
  }
  const [subjectAt, receivedAt, answeredAt] = FIELDS.map((field) => placeOf(rows[at]!, field)) as [number, number, number];
  const messages: Message[] = [];
  const skipped: MessagesRead['skipped'][number][] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= at || row.every((cell) => cell === null || String(cell).trim() === '')) continue;
    const message = messageOf(row[subjectAt], row[receivedAt], row[answeredAt]);
    if ('subject' in message) messages.push(message);
    else skipped.push({ line: index + 1, why: message });
  }
  // Names in its rows are those of who wrote.
  return { messages, skipped, names: namesAbove(rows.slice(0, at)) };
}

/** A row that cannot be read whole is left out: an answer whose day nobody can read is no missing one. */
function messageOf(subject: unknown, received: unknown, answered: unknown): Message | MessagesRead['skipped'][number]['why'] {
  const about = maskLine(
    String(subject ?? '')
      .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
      .trim(),
  ).slice(0, LONGEST_SUBJECT);
  if (about === '') return { zh: '没有编号或标题', en: 'neither number nor title' };
  const came = postInstant(received);
  if (came === null) return { zh: '收到时间看不懂', en: 'not a day of receipt' };
  const isOpen = answered === null || answered === undefined || (typeof answered === 'string' && NO_ANSWER.test(answered.trim()));
  const done = isOpen ? null : postInstant(answered);
  if (!isOpen && done === null) return { zh: '答复时间看不懂', en: 'not a day of an answer' };
  if (done !== null && done.publishedOn < came.publishedOn) return { zh: '答复早于收到', en: 'answered before it came' };
  return { subject: about, receivedOn: came.publishedOn, answeredOn: done?.publishedOn ?? null };
}

/** Where the column with the best name for a field stands; below zero where none does. */
function placeOf(row: readonly unknown[], field: Field): number {
  const heads = row.map((cell) => (typeof cell === 'string' ? plainHead(cell) : ''));
  const name = HEADS[field].find((one) => heads.includes(one));
  return name === undefined ? -1 : heads.indexOf(name);
}

/** The first list of records in a JSON document, as a table whose head are their keys. */
function rowsOfJson(text: string): unknown[][] {
  const records = recordsIn(parsed(text), 0) ?? [];
  const keys = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return [keys, ...records.map((record) => keys.map((key) => record[key] ?? null))];
}

function recordsIn(value: unknown, depth: number): Record<string, unknown>[] | null {
  if (typeof value !== 'object' || value === null || depth > 6) return null;
  const isRecord = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null && !Array.isArray(one);
  if (Array.isArray(value) && value.length > 0 && value.every(isRecord)) return value;
  for (const inner of Object.values(value)) {
    const found = recordsIn(inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadablePosts(`不是完整的 JSON：${(error as Error).message}`, 'not valid JSON');
  }
}
