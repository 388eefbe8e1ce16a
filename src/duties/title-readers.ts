import type { Column } from '../model/estate.ts';
import type { SightedItem } from '../store/store.ts';
import { firstSight } from '../timeliness/first-sight.ts';
import type { JudgedColumn } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import { clockTitles, openClockReader } from './clocks/clocked.ts';
import { dutyTitles, openDutyReader } from './documents.ts';
import { type GuideWords, openGuideReader } from './guides/guides.ts';
import { openPairReader, pairTitles } from './pairs/reader.ts';
import { openTitleGroups } from './title-words.ts';

/** What the titles of a column's items tell beside what it is judged by. */
export type ToldByTitles = Pick<JudgedColumn, 'dutiful' | 'paired' | 'clocked' | 'guides'>;

/** Groups of titles, in the order of their bits. */
const GROUPS = ['dutiful', 'paired', 'clocked', 'guides'] as const;

/** Reads the titles of columns for duties, pairs, clocks and guides. One look tells most titles apart: a million of them pass here. */
export function openTitleReaders(
  context: Pick<JudgingContext, 'pack' | 'moment' | 'span'>,
  guideWords: GuideWords | null,
): (listed: readonly SightedItem[], column: Pick<Column, 'name'>) => ToldByTitles {
  const { pack } = context;
  const groupsOf = openTitleGroups([dutyTitles(pack), pairTitles(pack), clockTitles(pack), guideWords?.titleWords ?? []]);
  const [duties, pairs, clocks] = [openDutyReader(context), openPairReader(context), openClockReader(context)];
  const { isOfGuides, guidesIn } = openGuideReader(guideWords);
  return (listed, column) => {
    const fitting = { dutiful: [], paired: [], clocked: [], guides: [] } satisfies Record<keyof ToldByTitles, SightedItem[]> as Record<
      keyof ToldByTitles,
      SightedItem[]
    >;
    for (const item of listed) {
      const bits = groupsOf(item.title);
      if (bits !== 0) for (const [place, group] of GROUPS.entries()) if ((bits & (1 << place)) !== 0) fitting[group].push(item);
    }
    const areGuides = isOfGuides(column);
    return {
      dutiful: duties(fitting.dutiful),
      paired: pairs(fitting.paired),
      clocked: clocks(fitting.clocked, fitting.clocked.length === 0 ? null : firstSight(listed)),
      guides: guidesIn(areGuides ? listed : fitting.guides, areGuides),
    };
  };
}
