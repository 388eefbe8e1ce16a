import { dayOf } from '../counting/listed.ts';
import { clickPath } from '../model/click-path.ts';
import { type Day, daysBetween } from '../model/day.ts';
import type { CategoryId } from '../model/estate.ts';
import { counted } from '../model/sentence.ts';
import type { SightedItem } from '../store/store.ts';
import { groupBy } from '../timeliness/group-by.ts';
import type { ViewedColumn } from '../timeliness/judged.ts';
import type { Check } from './check.ts';
import { inColumn, titleAndAddress } from './parts/in-column.ts';

interface Facts {
  readonly column: string;
  readonly day: Day;
  readonly count: number;
  readonly silentDays: number;
}

/** Items of one day, and the days of silence before it, from which on they are a burst. */
const LEAST_ITEMS = 10;
const LEAST_SILENCE = 30;

/**
 * Many items of one day after a long silence in a column of news (突击更新), as before an inspection. Only news: budgets, lists of
 * penalties or tenders come in heaps because their matter does.
 */
export const burst: Check<Facts> = {
  kind: 'burst',
  name: { zh: '长期不更新后集中发布', en: 'a burst after a silence' },
  subject: 'column',
  severity: 'notice',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '本工具的提示：请核对是否为迎检突击更新', en: 'a hint of this tool: was it published for an inspection?' },
  sentence: ({ column, day, count, silentDays }) => ({
    zh: `栏目“${column}”此前 ${silentDays} 天没有更新，${day} 一天发布了 ${count} 条，请核对这些信息的实际日期。`,
    en: `Column "${column}" was silent for ${counted(silentDays, 'day')} and then published ${count} items on ${day}. Please check their days.`,
  }),
  term: ({ day }) => day,

  inColumn(viewed, context) {
    if (!isNews(viewed) || mayHideUpdates(viewed)) return [];
    const days = groupBy(
      viewed.view.listed.filter((item) => dayOf(item) !== null),
      (item) => dayOf(item) as Day,
    );
    const sorted = [...days.keys()].sort();
    return sorted.flatMap((day, place) => {
      const [before, items] = [sorted[place - 1], days.get(day) as SightedItem[]];
      if (before === undefined || items.length < LEAST_ITEMS || day < context.span.from || day > context.moment.today) return [];
      const silentDays = daysBetween(before, day) - 1;
      if (silentDays < LEAST_SILENCE || viewed.view.gone.some((item) => isBetween(dayOf(item), before, day))) return [];
      const facts = { column: clickPath(viewed.view.column), day, count: items.length, silentDays };
      return [inColumn(viewed, { facts, since: day, evidence: items.map(titleAndAddress) })];
    });
  },
};

/** Whether something published in between may stand where it was not seen, or without its day: then nobody can say that there was silence. */
function mayHideUpdates({ view: { reading, listed, gone }, verdict }: ViewedColumn): boolean {
  if (reading === null || verdict.status === 'unknown' || verdict.certainty !== 'sure') return true;
  return !(reading.complete || reading.newestFirst) || [...listed, ...gone].some((item) => dayOf(item) === null);
}

function isBetween(day: Day | null, before: Day, after: Day): boolean {
  return day !== null && day > before && day < after;
}

/** What happens day by day. Which class such categories count under differs from place to place. */
const NEWS: readonly CategoryId[] = ['local-news', 'work-updates', 'video-news'];

function isNews({ view }: ViewedColumn): boolean {
  return view.column.category !== null && NEWS.includes(view.column.category);
}
