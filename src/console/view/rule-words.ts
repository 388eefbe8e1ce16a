import { parsePeriod } from '../../model/day.ts';
import type { RuleSource } from '../../model/rules.ts';
import type { Words } from '../words/words.ts';

/** How often something must be updated, in words. */
export function limitWords(limit: { readonly period: string | null; readonly workingDays: number | null }, words: Words): string {
  if (limit.workingDays !== null) return words.workingDays(limit.workingDays);
  const period = limit.period === null ? null : parsePeriod(limit.period);
  if (period === null) return words.eventDriven;
  const days = period.years * 365 + period.months * 30 + period.days;
  return period.years + period.months === 0 ? words.days(days) : words.period(period.years, period.months, period.days);
}

/** The document and article a rule stands on. */
export function sourceWords({ issuer, document, article }: RuleSource): string {
  return [issuer, document, article].filter(Boolean).join(' · ');
}
