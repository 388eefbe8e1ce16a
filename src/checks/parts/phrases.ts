import type { Day } from '../../model/day.ts';
import type { Limit } from '../../model/rules.ts';
import { counted, eachLanguage, type Sentence } from '../../model/sentence.ts';

/** Parts of sentences that several checks say, in both languages. */

/** A limit as people say it: 6个月, 20 working days. */
export function within(limit: Limit): Sentence {
  if ('workingDays' in limit) return { zh: `${limit.workingDays}个工作日`, en: `${limit.workingDays} working days` };
  const { years, months, days } = limit.period;
  const part = (count: number, word: string) => (count > 0 ? [counted(count, word)] : []);
  return {
    zh: `${years ? `${years}年` : ''}${months ? `${months}个月` : ''}${days ? `${days}天` : ''}`,
    en: [...part(years, 'year'), ...part(months, 'month'), ...part(days, 'day')].join(' '),
  };
}

/** On which day a list was read, in brackets; nothing where that is not known. */
export function readOn(day: Day | null): Sentence {
  return day === null ? { zh: '', en: '' } : { zh: `（${day} 读取）`, en: ` (read on ${day})` };
}

/** What a crawl says of a failure, in brackets; nothing where it says nothing. */
export function inBrackets(detail: Sentence | null): Sentence {
  if (detail === null) return { zh: '', en: '' };
  const { zh, en } = eachLanguage(detail, (text) => text.replace(/[。.]$/, ''));
  return { zh: `（${zh}）`, en: ` (${en})` };
}

export function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 1000) / 10}%`;
}
