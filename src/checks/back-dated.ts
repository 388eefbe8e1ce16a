import { dayOf } from '../counting/listed.ts';
import { type Day, dayIn } from '../model/day.ts';
import type { Limit } from '../model/rules.ts';
import type { SightedItem } from '../store/store.ts';
import type { ViewedColumn } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import { limitEnd } from '../timeliness/limit.ts';
import type { Check } from './check.ts';
import { eachItem, type More, sayEach } from './parts/in-column.ts';
import { ownRule } from './parts/rules.ts';

/** How long after its own date an item may come where the pack does not say. */
const DEFAULT_LIMIT: Limit = { period: { years: 0, months: 1, days: 0 } };

/** An earlier sight of a column's list. */
interface EarlierSight {
  readonly run: string;
  readonly at: Date;
  readonly asOf: Date;
  readonly blank: boolean;
}

interface Facts {
  readonly title: string;
  readonly day: Day;
  readonly seenOn: Day;
  /** When the column was read last without it. */
  readonly absentOn: Day;
}

/**
 * Items that first came into a watched column long after their own date (旧文新发, 倒填日期).
 *
 * The column must have been read at a time when the item, by its date, should long have been there, and that reading must have
 * reached its place: a row below it was known by then, or the list was blank. Only lists that stand newest first are judged, since
 * in others a new item may stand where a reading that stops at known ground does not look. A page that moved to another column, or
 * to another address (the same title was listed before), is not new.
 */
export const backDated: Check<Facts | More> = {
  kind: 'back-dated',
  name: { zh: '疑似倒填日期', en: 'perhaps back-dated' },
  subject: 'column',
  ofReview: true,
  severity: 'major',
  audience: 'unit',
  document: { zh: '国办秘函〔2019〕19号 单项否决：弄虚作假行为', en: '国办秘函〔2019〕19号, veto on forged dates' },
  sentence: (facts) =>
    sayEach(facts, ({ title, day, seenOn, absentOn }: Facts) => ({
      zh: `《${title}》标注的发布日期是 ${day}，但 ${absentOn} 读取该栏目时还没有这条信息，${seenOn} 才首次出现，疑为倒填日期。`,
      en: `"${title}" is dated ${day}, but was not in its column when that was read on ${absentOn}; it first appeared on ${seenOn}.`,
    })),

  inColumn(viewed, context) {
    const { view } = viewed;
    if (!view.reading?.newestFirst) return [];
    const limit = ownRule(context.pack, backDated.kind)?.limit ?? DEFAULT_LIMIT;
    const sights = earlierSights(viewed);
    const firstByTitle = firstSeenByTitle([...view.listed, ...view.gone]);
    const absentOn = new Map<SightedItem, EarlierSight>();
    for (const item of view.listed.filter((one) => one.firstAsOf <= context.moment.asOf)) {
      if (firstByTitle.get(item.title)! < item.firstSeen || movedHere(item, context)) continue;
      const sight = sightWithout(item, sights, limit, viewed, context);
      if (sight) absentOn.set(item, sight);
    }
    const inZone = (instant: Date) => dayIn(context.moment.zone, instant);
    return eachItem(viewed, [...absentOn.keys()], (item) => {
      const [seenOn, absent] = [inZone(item.firstAsOf), inZone(absentOn.get(item)!.asOf)];
      return { facts: { title: item.title, day: dayOf(item) as Day, seenOn, absentOn: absent }, since: seenOn };
    });
  },
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
