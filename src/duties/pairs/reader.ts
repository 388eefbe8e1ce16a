import { dayOf } from '../../counting/listed.ts';
import { addPeriod, type Day } from '../../model/day.ts';
import type { ItemKey } from '../../model/records.ts';
import type { PairRule, RulePack } from '../../model/rules.ts';
import type { SightedItem } from '../../store/store.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';
import { numberIn, subjectIn } from './subject.ts';

/** A listed item that calls for another, or answers one. */
export interface PairItem {
  /** Id of the rule. */
  readonly rule: string;
  readonly role: 'call' | 'answer';
  readonly item: ItemKey;
  readonly title: string;
  readonly url: string;
  readonly day: Day;
  readonly subject: string;
  /** The document number that its title names, or null. */
  readonly number: string | null;
}

/** What called longer ago is looked at no more. */
const SEEN_BACK = { years: 1, months: 0, days: 0 };

export function pairRulesOf(pack: RulePack): PairRule[] {
  return pack.rules.filter((rule): rule is PairRule => rule.kind === 'pair');
}

/** What titles must fit to be shown to {@link openPairReader}. */
export function pairTitles(pack: RulePack): string[] {
  return pairRulesOf(pack).flatMap(({ calls, answers }) => [...calls, ...answers]);
}

/** Reads titles, those that fit, for what calls for something else by the rules of a pack, and for what answers it. */
export function openPairReader({ pack, moment }: Pick<JudgingContext, 'pack' | 'moment'>): (listed: readonly SightedItem[]) => PairItem[] {
  const rules = pairRulesOf(pack).map((rule) => ({
    rule,
    calls: new RegExp(rule.calls.join('|'), 'u'),
    answers: new RegExp(rule.answers.join('|'), 'u'),
  }));
  const first = addPeriod(moment.today, SEEN_BACK, -1);
  return (listed) =>
    listed.flatMap((item) => {
      const { title, url } = item;
      const day = dayOf(item);
      if (url === null || day === null || day < first || day > moment.today) return [];
      return rules.flatMap(({ rule, calls, answers }) => {
        const answering = answers.test(title);
        const calling = !answering && calls.test(title) && isOfCategory(item, rule);
        if (!answering && !calling) return [];
        const role = answering ? ('answer' as const) : ('call' as const);
        return [{ rule: rule.id, role, item: item.item, title, url, day, subject: subjectIn(title), number: numberIn(title) }];
      });
    });
}

function isOfCategory({ category }: SightedItem, { categories }: PairRule): boolean {
  return categories === null || (category !== null && categories.includes(category));
}
