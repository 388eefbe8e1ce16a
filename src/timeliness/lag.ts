import { dayOf } from '../counting/listed.ts';
import { addPeriod, type Day, dayIn, daysBetween } from '../model/day.ts';
import type { CategoryId } from '../model/estate.ts';
import type { ItemKey } from '../model/records.ts';
import type { DisclosureRule } from '../model/rules.ts';
import type { AuditedItem, SightedItem } from '../store/store.ts';
import { firstSight, wasSeenComing } from './first-sight.ts';
import type { JudgedColumn } from './judged.ts';
import type { JudgingContext } from './judging-context.ts';
import { isUncertain, limitEnd } from './limit.ts';
import { movedDays } from './moved-days.ts';
import { type Spread, spread } from './spread.ts';
import type { WorkingDays } from './working-days.ts';

/** Formation to publication on one site, by one rule of the pack. */
export interface LawfulLag {
  readonly rule: string;
  readonly site: string;
  /** False where more than nine in ten dates of formation are the day of publication: the CMS fills them in. */
  readonly measurable: boolean;
  /** In working days, over items that bear both dates and were seen coming. */
  readonly workingDays: Spread;
  /** Items that came later than the rule allows. */
  readonly late: readonly { readonly unit: string; readonly url: string; readonly title: string; readonly workingDays: number }[];
}

/** Three different numbers that are never added up: how long the law's clock ran, how long we were behind, how long it was silent. */
export interface LagReport {
  /** 成文 → 发布, only where both dates stand on the page and the day of publication can be proven. */
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

/** An item that we saw first so many days after its publication proves nothing of that day: it was put there under another. */
const SEEN_WITHIN = 7;

/** Measures 成文 → 发布 of items published in the span, one after the other. */
export interface LagMeter {
  /** A column's list: of what stood there before anybody watched, nobody can say when it came. Told before its items are added. */
  list(listed: readonly SightedItem[]): void;
  add(item: AuditedItem): void;
  report(): LawfulLag[];
}

export function openLagMeter({ pack, span, calendar, moment }: JudgingContext): LagMeter {
  const rules = pack.rules.filter((rule): rule is DisclosureRule => rule.kind === 'disclosure');
  const bySite = new Map<string, Measured[]>();
  const stoodThere = new Set<ItemKey>();
  const isSeenSoon = (publishedOn: Day, firstSeen: Date) => daysBetween(publishedOn, dayIn(moment.zone, firstSeen)) <= SEEN_WITHIN;
  return {
    list(listed) {
      if (rules.length === 0) return;
      const watchedFrom = firstSight(listed);
      // Others are told apart by when they were seen alone: of a million that stood there few need be kept.
      for (const item of listed) {
        const day = dayOf(item);
        if (day !== null && !wasSeenComing(item, watchedFrom) && isSeenSoon(day, item.firstSeen)) stoodThere.add(item.item);
      }
    },
    add({ key, documentDate, publishedOn, site, unit, url, title, category, firstSeen }) {
      if (rules.length === 0 || documentDate === null || publishedOn === null || documentDate > publishedOn) return;
      if (publishedOn < span.from || publishedOn > span.to || addPeriod(documentDate, ARCHIVED) < publishedOn) return;
      if (stoodThere.has(key) || !isSeenSoon(publishedOn, firstSeen)) return;
      const measured = bySite.get(site) ?? [];
      bySite.set(site, measured);
      measured.push({ unit, url, title, category, publishedOn, madeOn: documentDate });
    },
    report: () =>
      [...bySite].flatMap(([site, all]) => {
        const moved = movedDays(all);
        const proven = all.filter(({ publishedOn }) => !moved.has(publishedOn));
        return rules.flatMap((rule) => {
          const own = proven.filter(({ category }) => rule.categories === null || rule.categories.includes(category));
          return own.length === 0 ? [] : [lagBy(rule, `${pack.id}/${rule.id}`, site, own, calendar)];
        });
      }),
  };
}

/** An item of one site with both its days. */
interface Measured extends Omit<LawfulLag['late'][number], 'workingDays'> {
  readonly category: CategoryId;
  readonly publishedOn: Day;
  readonly madeOn: Day;
}

function lagBy({ limit }: DisclosureRule, rule: string, site: string, own: readonly Measured[], calendar: WorkingDays): LawfulLag {
  const same = own.filter(({ madeOn, publishedOn }) => madeOn === publishedOn).length;
  const measurable = same <= FILLED_IN * own.length;
  const taken = ({ madeOn, publishedOn }: Measured) => calendar.workingDaysBetween(madeOn, publishedOn);
  const isLate = ({ madeOn, publishedOn }: Measured) => {
    const inTime = limitEnd(madeOn, limit, calendar);
    return publishedOn > inTime && !isUncertain(madeOn, inTime, limit, calendar);
  };
  const late = own.filter(isLate).map((one) => ({ unit: one.unit, url: one.url, title: one.title, workingDays: taken(one) }));
  return { rule, site, measurable, workingDays: spread(measurable ? own.map(taken) : []), late: measurable ? late : [] };
}

/** Puts the three numbers of an audit together. */
export function lagReport(lawful: readonly LawfulLag[], judged: readonly JudgedColumn[], today: Day): LagReport {
  return { lawful, observed: spread(judged.flatMap(({ lags }) => lags)), gap: gap(judged, today) };
}

/** Items that a column's first reading found were there before anybody watched; all later ones tell how far we are behind. */
export function observedLags(listed: readonly SightedItem[], { moment, span }: Pick<JudgingContext, 'moment' | 'span'>): number[] {
  const first = firstSight(listed);
  if (first === null) return [];
  const watchedFrom = dayIn(moment.zone, first);
  return listed.flatMap((item) => {
    const day = dayOf(item);
    if (!wasSeenComing(item, first) || day === null || day < span.from || day > span.to || day < watchedFrom) return [];
    return [Math.max(0, daysBetween(day, dayIn(moment.zone, item.firstAsOf)))];
  });
}

function gap(judged: readonly JudgedColumn[], today: Day): Spread {
  return spread(judged.flatMap(({ verdict: { lastPublished } }) => (lastPublished === null ? [] : [daysBetween(lastPublished, today)])));
}
