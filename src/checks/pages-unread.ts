import { clickPath } from '../model/click-path.ts';
import type { Sentence } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { inColumn } from './parts/in-column.ts';
import { inBrackets } from './parts/phrases.ts';

type Facts = { readonly column: string } & (
  | { readonly unread: 'list'; readonly detail: Sentence | null }
  | { readonly unread: 'pages'; readonly pages: number }
  | { readonly unread: 'rest'; readonly rows: number }
);

/** List pages that could not be read, or were not because the limit was reached: nobody's fault, but the numbers may be too low. */
export const pagesUnread: Check<Facts> = {
  kind: 'pages-unread',
  name: { zh: '有列表页没有读到', en: 'list pages not read' },
  subject: 'column',
  severity: 'notice',
  audience: 'operators',
  document: { zh: '本工具的原则：没有读到的不作判断', en: 'a principle of this tool: of what was not read nothing is said' },
  sentence(facts) {
    const { column } = facts;
    switch (facts.unread) {
      case 'list':
        return {
          zh: `栏目“${column}”本次没有读到${inBrackets(facts.detail).zh}，无法判定，不作为未更新或空白处理。`,
          en: `Column "${column}" could not be read${inBrackets(facts.detail).en}; it is neither overdue nor blank but unknown.`,
        };
      case 'pages':
        return {
          zh: `栏目“${column}”的列表有 ${facts.pages} 个翻页没有读到，信息数量可能偏少。`,
          en: `${facts.pages} further pages of the list of column "${column}" could not be read; its numbers may be too low.`,
        };
      case 'rest':
        return {
          zh: `栏目“${column}”的列表没有读到底，目前已知 ${facts.rows} 条，更早的信息未计入。`,
          en: `The list of column "${column}" was not read to its end: ${facts.rows} rows are known, earlier ones are not counted.`,
        };
    }
  },

  inColumn(viewed) {
    const { column, reading, listed } = viewed.view;
    const told = (facts: Facts, evidence: readonly string[] = []) => [inColumn(viewed, { facts, since: viewed.verdict.since, evidence })];
    if (reading === null || (reading.reason !== null && reading.reason !== 'undated')) {
      return told({ column: clickPath(column), unread: 'list', detail: reading?.detail ?? null });
    }
    if (reading.unreadPages.length > 0) {
      return told({ column: clickPath(column), unread: 'pages', pages: reading.unreadPages.length }, reading.unreadPages);
    }
    return reading.complete ? [] : told({ column: clickPath(column), unread: 'rest', rows: listed.length });
  },

  // That its column could not be read is what it says: whoever read something of the site has looked.
  wasLookedAt: ({ site }, look) => site === null || look.wasSiteRead(site),
};
