import { clickPath } from '../model/click-path.ts';
import { type Day, daysBetween } from '../model/day.ts';
import type { SightedItem } from '../store/store.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import type { ListedDay } from '../timeliness/view.ts';
import type { Check } from './check.ts';
import { eachItem, type More, sayEach } from './parts/in-column.ts';

interface Facts {
  readonly title: string;
  readonly day: Day;
  readonly column: string;
  readonly otherDay: Day;
  readonly otherColumn: string;
}

/** An item may reach a second column some days later, and a column of files may show when they were written. */
const LEAST_DAYS = 31;

/** One page that columns of one unit list under days far apart (同一信息日期不一): told in the column that shows the later day. */
export const severalDays: Check<Facts | More> = {
  kind: 'several-days',
  name: { zh: '同一信息在不同栏目日期不一', en: 'one item under several days' },
  subject: 'column',
  severity: 'notice',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '本工具的提示：请核实发布日期', en: 'a hint of this tool: which day is right?' },
  sentence: (facts) =>
    sayEach(facts, ({ title, day, column, otherDay, otherColumn }: Facts) => ({
      zh: `《${title}》在栏目“${column}”中的日期是 ${day}，在栏目“${otherColumn}”中是 ${otherDay}，请核实。`,
      en: `"${title}" is dated ${day} in column "${column}" and ${otherDay} in column "${otherColumn}". Please check.`,
    })),

  inColumn(viewed, context) {
    const { column, listed } = viewed.view;
    const told = listed.filter((item) => elsewhere(item, context) !== null);
    return eachItem(viewed, told, (item) => {
      const other = elsewhere(item, context)!;
      const day = item.listedOn as Day;
      return {
        facts: { title: item.title, day, column: clickPath(column), otherDay: other.day, otherColumn: clickPath(other.column) },
        since: day,
      };
    });
  },
};

/** Where the item is listed under the earliest day, if that is long before the one here. */
function elsewhere({ item, listedOn, site, column }: SightedItem, { whereabouts, span }: JudgingContext): ListedDay | null {
  if (listedOn === null || listedOn < span.from) return null;
  const places = whereabouts.days.get(item) ?? [];
  const unit = places.find((place) => place.column.site === site && place.column.id === column)?.column.unit;
  const others = places.filter((place) => place.column.unit === unit && daysBetween(place.day, listedOn) >= LEAST_DAYS);
  return others.sort((one, other) => one.day.localeCompare(other.day))[0] ?? null;
}
