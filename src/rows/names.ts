import { mayMove } from '../alerts/escalation.ts';
import { wordings } from '../alerts/wording/wording.ts';
import type { Config } from '../config/load.ts';
import { type Day, formatInstant } from '../model/day.ts';
import type { Language } from '../model/sentence.ts';
import { stateWords } from '../timeliness/wording/states.ts';
import { createWorkingDays } from '../timeliness/working-days.ts';

/** Names that people know instead of ids, and times in the estate's zone. */
export interface Names {
  unit(id: string | null): string;
  site(id: string | null): string;
  category(id: string | null): string;
  class(id: string | null): string;
  /** `3 公共资源配置` */
  area(number: number): string;
  /** A duty or pair, in English where its rule has an English name. */
  duty(result: { readonly rule: string; readonly name: string }): string;
  /** `2018-12-31 23:59` */
  time(at: Date | null): string;
  /** A last day, with a word where it lies in a year whose holidays are not known. */
  lastDay(dueOn: Day): string;
  /** The last day of a duty, which may move either way where its year's holidays are not known. */
  dutyDay(dueOn: Day): string;
}

export function namesOf({ estate, taxonomy, calendar, pack }: Config, language: Language): Names {
  const lookup = (list: readonly { readonly id: string; readonly name: string; readonly nameEn?: string }[]) => {
    const names = new Map(list.map((one) => [one.id, (language === 'en' ? one.nameEn : undefined) ?? one.name]));
    return (id: string | null) => (id === null ? '—' : (names.get(id) ?? id));
  };
  const days = createWorkingDays(calendar);
  const english = new Map(pack.rules.map((rule) => [`${pack.id}/${rule.id}`, 'nameEn' in rule ? rule.nameEn : undefined]));
  const area = lookup(taxonomy.keyAreas.map((one) => ({ ...one, id: String(one.number) })));
  return {
    unit: lookup(estate.units),
    site: lookup(estate.sites),
    category: lookup(taxonomy.categories),
    class: lookup(taxonomy.classes),
    area: (number) => `${number} ${area(String(number))}`,
    duty: ({ rule, name }) => (language === 'en' ? english.get(rule) : undefined) ?? name,
    time: (at) => (at === null ? '—' : formatInstant(estate.timezone, at).slice(0, 16).replace('T', ' ')),
    lastDay: (dueOn) => wordings[language].lastDay(dueOn, mayMove(dueOn, days)),
    dutyDay: (dueOn) => (mayMove(dueOn, days) ? stateWords[language].openDay(dueOn) : dueOn),
  };
}
