import { dayOf } from '../counting/listed.ts';
import { addPeriod, type Day, dayIn, daysBetween } from '../model/day.ts';
import type { ItemRecord } from '../model/records.ts';
import type { DisclosureRule } from '../model/rules.ts';
import type { Grounds, JudgedColumn } from './judged.ts';
import { isUncertain, limitEnd } from './limit.ts';

/** What the audit looks at in items' own pages. */
export type AuditedItem = Pick<
  ItemRecord,
  'key' | 'url' | 'site' | 'unit' | 'title' | 'publishedOn' | 'conflicts' | 'documentDate' | 'author' | 'reviewer' | 'category'
>;

/** Middle and worst of some numbers of days; null where nothing was measured. */
interface Spread {
  readonly measured: number;
  readonly median: number | null;
  readonly worst: number | null;
}

/** Formation to publication on one site, by one rule of the pack. */
export interface LawfulLag {
  readonly rule: string;
  readonly site: string;
  /** False where more than nine in ten dates of formation are the day of publication: the CMS fills them in. */
  readonly measurable: boolean;
  /** In working days, over items that bear both dates. */
  readonly workingDays: Spread;
  /** Items that came later than the rule allows. */
  readonly late: readonly { readonly unit: string; readonly url: string; readonly title: string; readonly workingDays: number }[];
}

/** Three different numbers that are never added up: how long the law's clock ran, how long we were behind, how long it was silent. */
export interface LagReport {
  /** 成文 → 发布, only where both dates stand on the page. */
  readonly lawful: readonly LawfulLag[];
  /** 发布 → first seen by us, in days, of items published while their column was watched. */
  readonly observed: Spread;
  /** Silence of columns until today, in days. */
  readonly gap: Spread;
}

/** Above this share of equal dates the date of formation is the CMS's and says nothing. */
const FILLED_IN = 0.9;

/** A document formed longer before its publication was moved here from an archive, and says nothing of how fast its unit publishes. */
const ARCHIVED = { years: 1, months: 0, days: 0 };

/** Measures lags over items published in the span. */
export function measureLags(items: Iterable<AuditedItem>, judged: readonly JudgedColumn[], grounds: Grounds): LagReport {
  return { lawful: lawfulLags(items, grounds), observed: observedLag(judged, grounds), gap: gap(judged, grounds.moment.today) };
}

function lawfulLags(items: Iterable<AuditedItem>, { pack, span, calendar }: Grounds): LawfulLag[] {
  const rules = pack.rules.filter((rule): rule is DisclosureRule => rule.kind === 'disclosure');
  const bySite = new Map<string, DatedItem[]>();
  if (rules.length > 0) {
    for (const { documentDate, publishedOn, ...item } of items) {
      if (documentDate === null || publishedOn === null || documentDate > publishedOn) continue;
      if (publishedOn < span.from || publishedOn > span.to || addPeriod(documentDate, ARCHIVED) < publishedOn) continue;
      const workingDays = calendar.workingDaysBetween(documentDate, publishedOn);
      const site = bySite.get(item.site);
      if (site) site.push({ ...item, documentDate, publishedOn, workingDays });
      else bySite.set(item.site, [{ ...item, documentDate, publishedOn, workingDays }]);
    }
  }
  return rules.flatMap((rule) =>
    [...bySite].flatMap(([site, all]) => {
      const ours = all.filter((item) => rule.categories === null || rule.categories.includes(item.category));
      if (ours.length === 0) return [];
      const measurable = ours.filter((item) => item.documentDate === item.publishedOn).length <= FILLED_IN * ours.length;
      const late = ours.filter((item) => {
        const inTime = limitEnd(item.documentDate, rule.limit, calendar);
        return measurable && item.publishedOn > inTime && !isUncertain(item.documentDate, inTime, rule.limit, calendar);
      });
      return [
        {
          rule: `${pack.id}/${rule.id}`,
          site,
          measurable,
          workingDays: spread(measurable ? ours.map((item) => item.workingDays) : []),
          late: late.map(({ unit, url, title, workingDays }) => ({ unit, url, title, workingDays })),
        },
      ];
    }),
  );
}

interface DatedItem extends Omit<AuditedItem, 'documentDate' | 'publishedOn'> {
  readonly documentDate: Day;
  readonly publishedOn: Day;
  readonly workingDays: number;
}

/** Items that a column's first reading found were there before anybody watched; all later ones tell how far we are behind. */
function observedLag(judged: readonly JudgedColumn[], { moment, span }: Grounds): Spread {
  const days = judged.flatMap(({ view: { listed } }) => {
    const first = listed.reduce<Date | null>(
      (earliest, item) => (earliest && earliest <= item.firstSeen ? earliest : item.firstSeen),
      null,
    );
    return listed.flatMap((item) => {
      const day = dayOf(item);
      if (first === null || item.firstSeen <= first || day === null || day < span.from || day > span.to) return [];
      const watchedFrom = dayIn(moment.zone, first);
      return day < watchedFrom ? [] : [Math.max(0, daysBetween(day, dayIn(moment.zone, item.firstAsOf)))];
    });
  });
  return spread(days);
}

function gap(judged: readonly JudgedColumn[], today: Day): Spread {
  return spread(judged.flatMap(({ verdict: { lastPublished } }) => (lastPublished === null ? [] : [daysBetween(lastPublished, today)])));
}

function spread(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { measured: sorted.length, median: sorted[Math.floor((sorted.length - 1) / 2)] ?? null, worst: sorted.at(-1) ?? null };
}
