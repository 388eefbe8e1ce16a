import type { ColumnRow } from '../audit/audit-result.ts';
import { columnBlank } from '../checks/column-blank.ts';
import { ownRule } from '../checks/parts/rules.ts';
import type { Alert } from '../model/alerts.ts';
import { type Cell, saidIn } from '../model/paper.ts';
import type { Rule, RulePack } from '../model/rules.ts';
import { groundsOfPeriod } from '../timeliness/grounds.ts';

/** Where the evidence of a page stands in the console. */
const pagePath = (hash: string) => `/pages/${encodeURIComponent(hash)}`;

type Grounded = Pick<ColumnRow, 'rule' | 'period' | 'workingDays'>;

/** 指标依据 of a problem: of a silence the period that was not kept, of a blank column the rule on these. */
export function groundsOf(column: Grounded & Pick<ColumnRow, 'status'>, pack: RulePack): Cell {
  if (column.status !== 'blank') return periodGrounds(column, pack);
  const rule = ownRule(pack, columnBlank.kind);
  return rule && cited(rule);
}

/** 依据 of an alert: the rule as it was when it was last seen; null: this program's own check. */
export function groundsOfAlert({ basis }: Pick<Alert, 'basis'>, pack: RulePack): Cell {
  const rule = pack.rules.find(({ id }) => `${pack.id}/${id}` === basis?.rule);
  return rule === undefined ? null : cited(rule);
}

/** 依据 of a column's period: the document and article as an office writes them, with the way to the rule; what is no law says so. */
export function periodGrounds(column: Grounded, pack: RulePack): Cell {
  const grounds = groundsOfPeriod(column.rule, pack);
  if (grounds === null) return null;
  if (grounds.of === 'rule') return cited(grounds.rule);
  const period = periodInWords(column);
  if (grounds.of === 'own-period') return `本栏目约定的更新周期${period === null ? '（不定期）' : `（${period}）`}`;
  const text = period === null ? '文件没有规定更新周期' : `文件没有规定更新周期，按监测系统的一般要求（${period}）`;
  return grounds.rule === null ? text : { text, link: linkOf(grounds.rule) };
}

function cited(rule: Rule): Cell {
  const { document, article } = rule.source;
  return { text: `${document}${article}${rule.verified ? '' : '（条文待核对）'}`, link: linkOf(rule) };
}

function linkOf({ id }: Rule): string {
  return `/rules#rule-${encodeURIComponent(id)}`;
}

/** 证据: when the list was read of which the page is kept, with the way to that page. */
export function evidenceOf({ evidence, readAt }: Pick<ColumnRow, 'evidence' | 'readAt'>): Cell {
  if (evidence === null) return null;
  return { text: readAt === null ? '页面快照' : `${readAt.slice(0, 16).replace('T', ' ')}页面快照`, link: pagePath(evidence) };
}

/** What a cell says where it stands in a sentence. */
export function groundsInWords(column: Parameters<typeof groundsOf>[0], pack: RulePack): string {
  return String(saidIn(groundsOf(column, pack)) ?? '监测系统的一般要求');
}

/** 更新周期 as an office says it. */
export function periodInWords({ period, workingDays }: Pick<ColumnRow, 'period' | 'workingDays'>): string | null {
  if (workingDays !== null) return `${workingDays}个工作日`;
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(period ?? '');
  if (parts === null) return null;
  const [, years, months, days] = parts;
  return [years && `${years}年`, months && `${months}个月`, days && (Number(days) % 7 === 0 ? `${Number(days) / 7}周` : `${days}天`)]
    .filter(Boolean)
    .join('');
}
