import type { ColumnRow } from '../audit/audit-result.ts';
import { type Cell, saidIn } from '../model/paper.ts';
import type { RulePack } from '../model/rules.ts';

/** Where the evidence of a page stands in the console. */
const pagePath = (hash: string) => `/pages/${encodeURIComponent(hash)}`;

/** 指标依据: the document and the article that a column is judged by, as an office writes them, with the way to the rule. */
export function groundsOf({ rule, category }: Pick<ColumnRow, 'rule' | 'category'>, pack: RulePack): Cell {
  if (rule === null) return null;
  if (rule.startsWith('estate/')) return '本栏目约定的更新周期';
  const one = pack.rules.find((known) => known.kind === 'column' && category !== null && known.categories.includes(category));
  if (!rule.startsWith(`${pack.id}/`) || one === undefined) return '本类栏目约定的更新周期';
  const { document, article } = one.source;
  return { text: `${document}${article}`, link: `/rules#rule-${encodeURIComponent(one.id)}` };
}

/** 证据: when the list was read of which the page is kept, with the way to that page. */
export function evidenceOf({ evidence, readAt }: Pick<ColumnRow, 'evidence' | 'readAt'>): Cell {
  if (evidence === null) return null;
  return { text: readAt === null ? '页面快照' : `${readAt.slice(0, 16).replace('T', ' ')}页面快照`, link: pagePath(evidence) };
}

/** What a cell says where it stands in a sentence. */
export function groundsInWords(column: Pick<ColumnRow, 'rule' | 'category'>, pack: RulePack): string {
  return String(saidIn(groundsOf(column, pack)) ?? '指标规定');
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
