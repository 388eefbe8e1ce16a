import { dayOf } from '../../counting/listed.ts';
import { type Day, dayIn } from '../../model/day.ts';
import type { Limit } from '../../model/rules.ts';
import type { SightedItem } from '../../store/store.ts';
import { honestyRule } from '../finding-kinds.ts';
import type { JudgingContext, ViewedColumn } from '../judged.ts';
import { limitEnd } from '../limit.ts';
import { type ColumnCheck, itemFindings } from './column-finding.ts';

/** How long after its own date an item may come where the pack does not say. */
const DEFAULT_LIMIT: Limit = { period: { years: 0, months: 1, days: 0 } };

/** An earlier sight of a column's list. */
interface EarlierSight {
  readonly run: string;
  readonly at: Date;
  readonly asOf: Date;
  readonly blank: boolean;
}

/**
 * Items that first came into a watched column long after their own date (旧文新发, 倒填日期).
 *
 * The column must have been read at a time when the item, by its date, should long have been there, and that reading must have
 * reached its place: a row below it was known by then, or the list was blank. Only lists that stand newest first are judged, since
 * in others a new item may stand where a reading that stops at known ground does not look. A page that moved to another column, or
 * to another address (the same title was listed before), is not new.
 */
export const findBackDated: ColumnCheck = (judged, context) => {
  const { view } = judged;
  if (!view.reading?.newestFirst) return [];
  const limit = honestyRule(context.pack, 'back-dated')?.limit ?? DEFAULT_LIMIT;
  const sights = earlierSights(judged);
  const firstByTitle = firstSeenByTitle([...view.listed, ...view.gone]);
  const absentOn = new Map<SightedItem, EarlierSight>();
  for (const item of view.listed.filter((one) => one.firstAsOf <= context.moment.asOf)) {
    if (firstByTitle.get(item.title)! < item.firstSeen || movedHere(item, context)) continue;
    const sight = sightWithout(item, sights, limit, judged, context);
    if (sight) absentOn.set(item, sight);
  }
  const inZone = (instant: Date) => dayIn(context.moment.zone, instant);
  return itemFindings(
    'back-dated',
    judged,
    [...absentOn.keys()],
    (item) => {
      const [seenOn, absent] = [inZone(item.firstAsOf), inZone(absentOn.get(item)!.asOf)];
      return {
        message: context.wording.backDated({ title: item.title, day: dayOf(item) as Day, seenOn, absentOn: absent }),
        since: seenOn,
      };
    },
    context,
  );
};

function movedHere({ item, firstSeen }: SightedItem, { whereabouts }: JudgingContext): boolean {
  return (whereabouts.firstSeen.get(item) ?? firstSeen) < firstSeen;
}

/** The latest sight of the list before the item came, if by then its date was past by more than the limit and its place was read. */
function sightWithout(
  item: SightedItem,
  sights: readonly EarlierSight[],
  limit: Limit,
  { view }: ViewedColumn,
  { calendar, moment }: JudgingContext,
): EarlierSight | null {
  const day = dayOf(item);
  const before = sights.findLast((sight) => sight.at < item.firstSeen && sight.run !== item.firstRun);
  if (day === null || before === undefined) return null;
  const inTime = limitEnd(day, limit, calendar);
  if (dayIn(moment.zone, before.asOf) <= inTime) return null;
  const reachedItsPlace = before.blank || view.listed.some((row) => row.position > item.position && row.firstSeen <= before.at);
  return reachedItsPlace ? before : null;
}

/** When the list was seen: by readings that are at hand, and whenever an item was first seen in it. Oldest first. */
function earlierSights({ view }: ViewedColumn): EarlierSight[] {
  const sights = new Map<string, EarlierSight>();
  for (const item of [...view.listed, ...view.gone]) {
    sights.set(item.firstRun, { run: item.firstRun, at: item.firstSeen, asOf: item.firstAsOf, blank: false });
  }
  for (const { run, at, asOf, reason, rows, complete } of view.readings) {
    if (reason === null) sights.set(run, { run, at, asOf, blank: rows === 0 && complete });
  }
  return [...sights.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function firstSeenByTitle(items: readonly SightedItem[]): Map<string, Date> {
  const first = new Map<string, Date>();
  for (const { title, firstSeen } of items) {
    const known = first.get(title);
    if (known === undefined || firstSeen < known) first.set(title, firstSeen);
  }
  return first;
}
