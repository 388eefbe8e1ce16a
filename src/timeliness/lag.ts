import { dayOf } from '../counting/listed.ts';
import { addPeriod, type Day, dayIn, daysBetween } from '../model/day.ts';
import type { DisclosureRule } from '../model/rules.ts';
import type { AuditedItem, SightedItem } from '../store/store.ts';
import type { JudgedColumn } from './judged.ts';
import type { JudgingContext } from './judging-context.ts';
import { isUncertain, limitEnd } from './limit.ts';
import { type Spread, spread } from './spread.ts';

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

/** Measures 成文 → 发布 of items published in the span, one after the other. */
export interface LagMeter {
  add(item: AuditedItem): void;
  report(): LawfulLag[];
}

export function openLagMeter({ pack, span, calendar }: JudgingContext): LagMeter {
  const rules = pack.rules.filter((rule): rule is DisclosureRule => rule.kind === 'disclosure');
  const bySite = new Map<string, Measured[]>();
  return {
    add({ documentDate, publishedOn, site, unit, url, title, category }) {
      if (rules.length === 0 || documentDate === null || publishedOn === null || documentDate > publishedOn) return;
      if (publishedOn < span.from || publishedOn > span.to || addPeriod(documentDate, ARCHIVED) < publishedOn) return;
      const workingDays = calendar.workingDaysBetween(documentDate, publishedOn);
      const measured = bySite.get(site) ?? rules.map(() => ({ days: [], same: 0, late: [] }));
      bySite.set(site, measured);
      for (const [place, { categories, limit }] of rules.entries()) {
        if (categories !== null && !categories.includes(category)) continue;
        const { days, late } = measured[place]!;
        days.push(workingDays);
        if (documentDate === publishedOn) measured[place]!.same += 1;
        const inTime = limitEnd(documentDate, limit, calendar);
        if (publishedOn > inTime && !isUncertain(documentDate, inTime, limit, calendar)) late.push({ unit, url, title, workingDays });
      }
    },
    report: () =>
      rules.flatMap((rule, place) =>
        [...bySite].flatMap(([site, measured]) => {
          const { days, same, late } = measured[place]!;
          if (days.length === 0) return [];
          const measurable = same <= FILLED_IN * days.length;
          const id = `${pack.id}/${rule.id}`;
          return [{ rule: id, site, measurable, workingDays: spread(measurable ? days : []), late: measurable ? late : [] }];
        }),
      ),
  };
}

/** Items of one site that a rule is about: how many working days each took, how many bear one date twice, and which came late. */
interface Measured {
  readonly days: number[];
  same: number;
  readonly late: LawfulLag['late'][number][];
}

/** Puts the three numbers of an audit together. */
export function lagReport(lawful: readonly LawfulLag[], judged: readonly JudgedColumn[], today: Day): LagReport {
  return { lawful, observed: spread(judged.flatMap(({ lags }) => lags)), gap: gap(judged, today) };
}

/** Items that a column's first reading found were there before anybody watched; all later ones tell how far we are behind. */
export function observedLags(listed: readonly SightedItem[], { moment, span }: Pick<JudgingContext, 'moment' | 'span'>): number[] {
  const first = listed.reduce<Date | null>((earliest, item) => (earliest && earliest <= item.firstSeen ? earliest : item.firstSeen), null);
  if (first === null) return [];
  const watchedFrom = dayIn(moment.zone, first);
  return listed.flatMap((item) => {
    const day = dayOf(item);
    if (item.firstSeen <= first || day === null || day < span.from || day > span.to || day < watchedFrom) return [];
    return [Math.max(0, daysBetween(day, dayIn(moment.zone, item.firstAsOf)))];
  });
}

function gap(judged: readonly JudgedColumn[], today: Day): Spread {
  return spread(judged.flatMap(({ verdict: { lastPublished } }) => (lastPublished === null ? [] : [daysBetween(lastPublished, today)])));
}
