import { type Day, daysBetween } from '../model/day.ts';
import type { AuditedItem } from '../store/store.ts';
import type { Check, Found } from './check.ts';
import { fateInItems } from './look.ts';

interface Facts {
  readonly title: string;
  readonly publishedOn: Day;
  readonly writtenOn: Day;
}

/** Signed on Friday and dated for Monday is how offices work. */
const AHEAD_DAYS = 7;

/** What so many pages of a site seem to show is how we read that site, and nothing is said of it. */
const MANY = 20;

/** An item that by its own page was published before it was written. One of the two days is wrong, or we misread it: a person looks first. */
export const publishedUnwritten: Check<Facts> = {
  kind: 'published-unwritten',
  name: { zh: '发布早于成文', en: 'published before it was written' },
  subject: 'item',
  ofReview: true,
  severity: 'notice',
  audience: 'operators',
  document: { zh: '本工具的提示：请核实发布日期与成文日期', en: 'a hint of this tool: which of the two days is right?' },
  sentence: ({ title, publishedOn, writtenOn }) => ({
    zh: `《${title}》显示 ${publishedOn} 发布，页面上的成文日期却是 ${writtenOn}，请核实哪一个有误。`,
    en: `"${title}" shows ${publishedOn} as its day of publication and ${writtenOn} as the day it was written: one of them is wrong.`,
  }),

  overItems({ span }) {
    const bySite = new Map<string, Found<Facts>[]>();
    return {
      hear({ title, url, site, unit, publishedOn, documentDate }: AuditedItem) {
        if (publishedOn === null || documentDate === null || publishedOn < span.from || publishedOn > span.to) return;
        if (daysBetween(publishedOn, documentDate) <= AHEAD_DAYS) return;
        const found: Found<Facts> = {
          subject: { unit, site, column: null, url },
          facts: { title, publishedOn, writtenOn: documentDate },
          since: null,
          evidence: [`${publishedOn} < ${documentDate} ${title} ${url}`],
        };
        bySite.set(site, [...(bySite.get(site) ?? []), found].slice(0, MANY));
      },
      found: () => [...bySite.values()].filter(({ length }) => length < MANY).flat(),
    };
  },
  fate: fateInItems,
};
