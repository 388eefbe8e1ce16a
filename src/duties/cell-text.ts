import { stateWords } from '../timeliness/wording/states.ts';
import { type DutyResult, isPair, standingOf } from './duty.ts';

/** How one duty stands in few words, for a cell of a sheet: `2017年 逾期公开 2018-03-05`. */
export function cellText(result: DutyResult, language: 'zh' | 'en'): string {
  const { year, dueOn, publishedOn } = result;
  const by = dueOn === null ? null : language === 'zh' ? `应于 ${dueOn}` : `by ${dueOn}`;
  return [language === 'zh' ? `${year}年` : `${year}`, stateText(result, language), publishedOn ?? by].filter(Boolean).join(' ');
}

/** What is said of how a duty stands: where nobody is held to it, it is told that none was seen, and nothing more. */
export function stateText(result: DutyResult, language: 'zh' | 'en'): string {
  const words = stateWords[language];
  if (result.lacking?.why !== 'none-seen') return words.duty[standingOf(result)];
  return isPair(result) ? words.unseenAnswer : words.unseen;
}
