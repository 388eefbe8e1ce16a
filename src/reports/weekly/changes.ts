import type { ColumnRow } from '../../audit/audit-result.ts';
import { columnKey } from '../../counting/count.ts';
import { type ColumnChange, changeOf, stoodAs } from '../../timeliness/changes.ts';
import type { PaperFacts } from '../facts.ts';
import { nameReader, problemInWords } from '../problems.ts';

/** Columns of one line at most: the rest is counted. */
const MOST = 10;

/**
 * What is another than a week before: how much was published, which columns fell silent, which are updated again, and which could not be
 * judged any more. Only columns that were judged on both days fell silent or came back; the rest proves neither.
 */
export function changeLines(facts: PaperFacts): string[] {
  const { previous, result, unit } = facts;
  if (previous === null) return [];
  const own = (columns: readonly ColumnRow[]) => columns.filter((column) => unit === null || column.unit === unit);
  const before = new Map(own(previous.columns).map((column) => [keyOf(column), column]));
  const pairs = own(result.columns).flatMap((now) => {
    const then = before.get(keyOf(now));
    return then === undefined ? [] : [{ now, then }];
  });
  const changed = (change: ColumnChange) =>
    pairs.flatMap(({ now, then }) => (changeOf(now.status, stoodAs(then.status)) === change ? [now] : []));
  const [silent, back, lost] = [changed('silent'), changed('back'), changed('lost')];
  const lines = [
    ...(unit === null ? [publishedInWords(result.totals.items, previous.totals.items)] : []),
    ...listed('新出现问题的栏目', silent, facts, (column) => `，${problemInWords(column)}`),
    ...listed('恢复更新的栏目', back, facts, () => ''),
    ...listed('转为无法判定的栏目', lost, facts, () => ''),
  ];
  return silent.length + back.length + lost.length === 0 ? [...lines, '各栏目情况与上周相同。'] : lines;
}

function keyOf({ site, id }: ColumnRow): string {
  return columnKey(site, id);
}

function publishedInWords(now: number, before: number): string {
  if (now === before) return `发布信息${now}条，与上周持平。`;
  return `发布信息${now}条，上周${before}条，${now > before ? '增加' : '减少'}${Math.abs(now - before)}条。`;
}

function listed(what: string, columns: readonly ColumnRow[], facts: PaperFacts, more: (column: ColumnRow) => string): string[] {
  if (columns.length === 0) return [];
  const names = nameReader(facts);
  const told = columns.slice(0, MOST).map((column) => `${names.unit(column.unit)}“${column.name}”${more(column)}`);
  return [`${what}${columns.length}个：${told.join('；')}${columns.length > MOST ? '；等等' : ''}。`];
}
