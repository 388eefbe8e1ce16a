import { clickPath } from '../model/click-path.ts';
import { type Day, dayIn, daysBetween } from '../model/day.ts';
import type { SightedItem } from '../store/store.ts';
import { groupBy } from '../timeliness/group-by.ts';
import type { ViewedColumn } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import type { Check } from './check.ts';
import { eachItem, type More, sayEach } from './parts/in-column.ts';

interface Facts {
  readonly title: string;
  readonly column: string;
  readonly before: Day;
  /** When the earlier day was seen last. */
  readonly until: Day;
  readonly after: Day;
  readonly seenOn: Day;
}

/** A day apart may be a matter of midnight. */
const LEAST_DAYS = 2;
/** Where more rows than this, and half of the list, show other days all at once, the page was rebuilt or we read another of its days. */
const REBUILT = 3;

/** The day that a row shows was changed after it was published (发布日期被改): both readings are the proof. */
export const dayChanged: Check<Facts | More> = {
  kind: 'day-changed',
  name: { zh: '发布后改动日期', en: 'day changed afterwards' },
  subject: 'column',
  severity: 'notice',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '本工具的提示：请核对为何改动发布日期', en: 'a hint of this tool: why was the day changed?' },
  sentence: (facts) =>
    sayEach(facts, ({ title, column, before, until, after, seenOn }: Facts) => ({
      zh: `栏目“${column}”中的《${title}》在 ${until} 读取时显示的日期是 ${before}，${seenOn} 读取时变为 ${after}，请核对。`,
      en: `"${title}" in column "${column}" was dated ${before} when it was read on ${until}, and ${after} on ${seenOn}. Please check.`,
    })),

  inColumn(viewed, context) {
    const redated = viewed.view.listed.filter((item) => wasRedated(item, context));
    const together = groupBy(redated, ({ redatedAsOf }) => redatedAsOf!.getTime());
    const told = redated.filter(({ redatedAsOf }) => !isRebuilt(together.get(redatedAsOf!.getTime())!.length, viewed));
    const inZone = (instant: Date) => dayIn(context.moment.zone, instant);
    return eachItem(viewed, told, ({ title, listedBefore, shownUntil, listedOn, redatedAsOf }) => ({
      facts: {
        title,
        column: clickPath(viewed.view.column),
        before: listedBefore as Day,
        until: inZone(shownUntil!),
        after: listedOn as Day,
        seenOn: inZone(redatedAsOf!),
      },
      since: inZone(redatedAsOf!),
    }));
  },
};

function wasRedated({ listedBefore, listedOn, shownUntil, redatedAsOf }: SightedItem, { moment, span }: JudgingContext): boolean {
  if (!listedBefore || !listedOn || !shownUntil || !redatedAsOf || redatedAsOf > moment.asOf) return false;
  return dayIn(moment.zone, redatedAsOf) >= span.from && Math.abs(daysBetween(listedBefore, listedOn)) >= LEAST_DAYS;
}

function isRebuilt(changed: number, { view }: ViewedColumn): boolean {
  return changed > REBUILT && changed * 2 >= view.listed.length;
}
