import { dayOf } from '../../counting/listed.ts';
import type { Day } from '../../model/day.ts';
import type { ItemKey } from '../../model/records.ts';
import type { ClockRule, RulePack } from '../../model/rules.ts';
import type { SightedItem } from '../../store/store.ts';
import { wasSeenComing } from '../../timeliness/first-sight.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';

/** A listed item that by its title may show both ends of some clocks. */
export interface Clocked {
  readonly item: ItemKey;
  readonly title: string;
  readonly url: string | null;
  readonly publishedOn: Day;
  /** It came while its column was watched; else it stood there when its list was read first, under a day that nobody saw. */
  readonly seenComing: boolean;
  /** Ids of the rules. */
  readonly rules: readonly string[];
}

/** Of a column the newest are measured: texts are long, and a hundred tell how a unit keeps its terms. */
const MOST = 100;

export function clockRulesOf(pack: RulePack): ClockRule[] {
  return pack.rules.filter((rule): rule is ClockRule => rule.kind === 'clock');
}

/** What titles must fit to be shown to {@link openClockReader}. */
export function clockTitles(pack: RulePack): string[] {
  return clockRulesOf(pack).flatMap(({ titleWords }) => titleWords);
}

/** Reads titles, those that fit, for what the clocks of a pack are about, of items published in the span. `watchedFrom`: when their column was read first. */
export function openClockReader({
  pack,
  span,
}: Pick<JudgingContext, 'pack' | 'span'>): (listed: readonly SightedItem[], watchedFrom: Date | null) => Clocked[] {
  const rules = clockRulesOf(pack).map((rule) => ({
    ...{ id: rule.id, categories: rule.categories },
    words: new RegExp(rule.titleWords.join('|'), 'u'),
    not: rule.notTitleWords?.length ? new RegExp(rule.notTitleWords.join('|'), 'u') : null,
  }));
  if (rules.length === 0) return () => [];
  return (listed, watchedFrom) => {
    const found = listed.flatMap((item): Clocked[] => {
      const publishedOn = dayOf(item);
      if (publishedOn === null || publishedOn < span.from || publishedOn > span.to) return [];
      const of = rules.filter(({ categories, words, not }) => {
        const isOfCategory = categories === null || (item.category !== null && categories.includes(item.category));
        return isOfCategory && words.test(item.title) && !not?.test(item.title);
      });
      const { item: key, title, url } = item;
      const seenComing = wasSeenComing(item, watchedFrom);
      return of.length === 0 ? [] : [{ item: key, title, url, publishedOn, seenComing, rules: of.map(({ id }) => id) }];
    });
    return found.toSorted((one, other) => other.publishedOn.localeCompare(one.publishedOn)).slice(0, MOST);
  };
}
