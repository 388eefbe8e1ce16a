import { addDays, type Day } from '../model/day.ts';
import type { Column, Unit } from '../model/estate.ts';
import { inBoth } from '../model/sentence.ts';
import { unitOn } from '../model/taken-over.ts';

/**
 * A column as it is asked on a day, and of whom: without a period of its own, or an exemption, that has ended by then. What is asked of it
 * since then counts from their last day: silence before it was nobody's fault; nor is what was before a unit took it over that unit's.
 */
export function columnOn<Known extends Column>(column: Known, day: Day): Known {
  const isOver = (until: Day | undefined): until is Day => until !== undefined && until < day;
  const { periodUntil, exemptUntil, exempt, takenOver } = column;
  const ended = [periodUntil, exemptUntil, takenOver && addDays(takenOver.on, -1)].filter(isOver).sort();
  return {
    ...column,
    unit: unitOn(column, day),
    ...(isOver(periodUntil) ? { period: null } : {}),
    exempt: (isOver(exemptUntil) ? null : exempt) ?? outsideItsTime(column, day),
    ...(ended.length > 0 ? { askedAfter: ended.at(-1)! } : {}),
  };
}

/** Why nothing is expected of a topic (专题) on a day before it begins, after it ended, or when it was archived; null: it is on, or is none. */
function outsideItsTime({ topic }: Column, day: Day): string | null {
  if (topic === undefined) return null;
  const { from, until, archivedOn } = topic;
  if (archivedOn !== null && archivedOn <= day) return inBoth({ zh: `专题已于 ${archivedOn} 归档`, en: `topic archived on ${archivedOn}` });
  if (until !== null && until < day) return inBoth({ zh: `专题已于 ${until} 结束`, en: `topic over since ${until}` });
  return from !== null && from > day ? inBoth({ zh: `专题自 ${from} 开始`, en: `topic that begins on ${from}` }) : null;
}

/**
 * Why nothing is expected of a unit's columns on a day before it was there or after it was closed or merged (撤销、合并); null: it is there,
 * or nobody knows it.
 */
export function outsideUnit(unit: Pick<Unit, 'from' | 'to'> | undefined, day: Day): string | null {
  const { from, to } = unit ?? {};
  if (to !== undefined && to < day) return inBoth({ zh: `单位已于 ${to} 撤销`, en: `its unit was there until ${to}` });
  return from !== undefined && from > day ? inBoth({ zh: `单位自 ${from} 成立`, en: `its unit is there from ${from}` }) : null;
}

/** Whether a topic is over and nobody archived it. */
export function awaitsArchiving({ topic }: Pick<Column, 'topic'>, day: Day): boolean {
  return topic !== undefined && topic.until !== null && topic.until < day && (topic.archivedOn === null || topic.archivedOn > day);
}

/** The day from which a column's limit counts after an update: not before it was asked for. */
export function clockStart({ askedAfter = '' }: Pick<Column, 'askedAfter'>, updated: Day): Day {
  return updated > askedAfter ? updated : askedAfter;
}
