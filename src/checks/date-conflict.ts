import { type Day, daysBetween } from '../model/day.ts';
import type { DateConflict, PublishedSource } from '../model/reading.ts';
import type { AuditedItem } from '../store/store.ts';
import type { Check } from './check.ts';
import { fateInItems } from './look.ts';
import { hearAlike } from './parts/alike-items.ts';

interface Facts {
  readonly site: string;
  readonly count: number;
  /** Of the first of them. */
  readonly title: string;
  readonly day: Day;
  readonly other: Day;
  readonly source: PublishedSource;
}

/** A CMS record may be made the day before or after its page says so. */
const CONFLICT_DAYS = 2;

/** A date that the address or the CMS's record gives and that is later than the one shown: a sign of back-dating, and no proof. */
export const dateConflict: Check<Facts> = {
  kind: 'date-conflict',
  name: { zh: '几处日期不一致', en: 'dates that disagree' },
  subject: 'unit',
  severity: 'notice',
  audience: 'unit',
  ofQuality: true,
  ofReview: true,
  document: { zh: '本工具的提示：请核实发布日期', en: 'a hint of this tool: is the day of publication right?' },
  sentence: ({ site, count, title, day, other, source }) => ({
    zh: `“${site}”有 ${count} 条信息显示的发布日期早于网站自己的其他记录，例如《${title}》显示 ${day}，而${SOURCE[source] ?? source}给出的是 ${other}，请核实。`,
    en: `${count} items of "${site}" show an earlier date than the site itself holds elsewhere: "${title}" shows ${day}, its ${source} says ${other}.`,
  }),

  overItems: (context) =>
    hearAlike(
      context,
      (item) => conflictOf(item) && '',
      ({ count, examples }) => {
        const [{ site, title, publishedOn, ...item }] = examples;
        const { day: other, source } = conflictOf({ publishedOn, ...item })!;
        return {
          facts: { site: context.names.site(site), count, title, day: publishedOn as Day, other, source },
          evidence: examples.map((one) => `${one.publishedOn} ≠ ${conflictOf(one)?.day} ${one.title} ${one.url}`),
        };
      },
    ),
  fate: fateInItems,
};

const SOURCE: Record<string, string> = {
  list: '列表',
  meta: '页面元数据',
  label: '页面标注',
  url: '网址',
  script: '页面脚本',
  api: '网站接口',
};

function conflictOf({ publishedOn, conflicts }: Pick<AuditedItem, 'publishedOn' | 'conflicts'>): DateConflict | null {
  return conflicts.find((conflict) => publishedOn !== null && daysBetween(publishedOn, conflict.day) > CONFLICT_DAYS) ?? null;
}
