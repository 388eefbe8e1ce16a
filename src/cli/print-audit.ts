import { wordings } from '../alerts/wording/wording.ts';
import type { Config } from '../config/load.ts';
import type { ColumnStatus } from '../model/records.ts';
import { columnFields } from '../rows/columns.ts';
import { type Reader, readerOf } from '../rows/field.ts';
import { stateWords } from '../timeliness/wording/states.ts';
import type { AuditDocument } from './audit-estate.ts';
import { fieldTable, formatTable, terminalWidth } from './table.ts';

const { column: STATUS_WORDS } = stateWords.zh;

/** Order in which a person wants to see columns: what must be done first. */
const URGENCY: readonly ColumnStatus[] = ['overdue', 'blank', 'unknown', 'due', 'fresh', 'exempt'];
/** Columns that need nobody are counted, not listed, unless `--verbose` asks for all. */
const SHOWN: readonly ColumnStatus[] = ['overdue', 'blank', 'unknown', 'due'];

/** Prints an audit for people: the sums, what needs somebody, the findings on sites, and where to go next. */
export function printAudit(audit: AuditDocument, config: Config, options: { readonly verbose?: true; readonly quiet?: true }): void {
  const width = terminalWidth();
  const out = (text = '') => process.stdout.write(`${text}\n`);
  out(`${audit.estate} · 截至 ${audit.asOf} · 统计 ${audit.from} 至 ${audit.to} · 指标 ${audit.rulePack}`);
  out(
    `信息 ${audit.totals.items} 条（另有 ${audit.totals.undated} 条无日期，不计为更新）：${audit.classes.map((one) => `${one.name} ${one.items}`).join(' · ')}`,
  );
  out(audit.reconciliation.line);
  for (const difference of audit.reconciliation.differences) out(`  ※ ${difference}`);
  if (audit.expired.length > 0) out(`※ 已失效、不再据以判断的文件：${audit.expired.join('、')}。请在 estate.yaml 换用现行指标（rulePack）`);
  out();
  out(`栏目 ${audit.columns.length} 个：${URGENCY.map((status) => `${STATUS_WORDS[status]} ${count(audit, status)}`).join(' · ')}`);
  const unread = audit.sites.filter((site) => site.status !== 'ok');
  if (unread.length > 0)
    out(`网站 ${audit.sites.length} 个，其中 ${unread.length} 个没有读全：${unread.map((site) => site.id).join('、')}`);
  out();
  const columns = audit.columns.filter((column) => options.verbose || SHOWN.includes(column.status));
  if (columns.length > 0) out(`${columnTable(columns, readerOf(config, 'zh'), width)}\n`);
  const siteFindings = audit.findings.filter((finding) => finding.column === null && finding.severity !== 'notice');
  for (const finding of siteFindings) out(`[${wordings.zh.severities[finding.severity]}] ${finding.message}`);
  if (siteFindings.length > 0) out();
  if (!options.verbose && audit.categories.length > 0) out(`${categoryTable(audit, width)}\n`);
  if (!options.quiet)
    out(`每个数字都能打开来源：gongkai items --site <网站> --column <编号> ${spanOf(audit)}；全部字段：--json；所有栏目：--verbose`);
}

/** Options that narrow `items` to what an audit counted. */
export function spanOf({ from, to }: AuditDocument): string {
  return `--from ${from} --to ${to}`;
}

function count(audit: AuditDocument, status: ColumnStatus): number {
  return audit.columns.filter((column) => column.status === status).length;
}

function columnTable(columns: AuditDocument['columns'], reader: Reader, width: number): string {
  const sorted = columns.toSorted(
    (one, other) => URGENCY.indexOf(one.status) - URGENCY.indexOf(other.status) || other.overdueDays - one.overdueDays,
  );
  const { status, unit, name, items, lastPublished, dueOn, overdueDays, place } = columnFields;
  const fields = [
    status,
    { ...unit, least: 10 },
    { ...name, least: 12 },
    items,
    lastPublished,
    dueOn,
    overdueDays,
    { ...place, least: 14 },
  ];
  return fieldTable(fields, sorted, reader, width);
}

function categoryTable(audit: AuditDocument, width: number): string {
  const filled = audit.categories.filter((category) => category.items > 0);
  const half = Math.ceil(filled.length / 2);
  const rows = filled.slice(0, half).map((left, index) => {
    const right = filled[half + index];
    return [left.name, left.items, right?.name ?? '', right?.items ?? ''];
  });
  return formatTable([{ head: '类别' }, { head: '条数', align: 'right' }, { head: '类别' }, { head: '条数', align: 'right' }], rows, width);
}
