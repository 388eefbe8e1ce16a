import type { ColumnRow } from '../../../audit/audit-result.ts';
import type { Gap } from '../../../counting/gaps.ts';
import { addDays, type Day } from '../../../model/day.ts';
import type { Span } from '../../../model/estate.ts';
import type { CalendarYear } from '../../../model/rules.ts';
import { createWorkingDays } from '../../../timeliness/working-days.ts';
import { Count } from '../../view/count.tsx';
import { itemsPath } from '../../view/links.ts';
import { monthOf, monthsIn } from '../../view/steps.ts';
import type { Words } from '../../words/words.ts';

interface Given {
  readonly column: ColumnRow;
  readonly year: Span;
  /** Items a day; days without any are left out. */
  readonly days: ReadonlyMap<Day, number>;
  readonly gaps: readonly Gap[];
  readonly calendar: readonly CalendarYear[];
  readonly words: Words;
}

/**
 * A column's year day by day, a line a month: days with updates open their items, days off stand back, and a long silence is a line below
 * its days. It is text, so that it can be printed, read by keys and without a script.
 */
export function YearStrip({ column, year, days, gaps, calendar, words }: Given) {
  const { isWorkingDay } = createWorkingDays(calendar);
  const of = { site: column.site, column: column.id };
  const isSilent = (day: Day) => gaps.some(({ from, to }) => day > from && (day < to || (day === to && to === year.to && !days.has(to))));
  const total = (month: string) => [...days].reduce((sum, [day, items]) => sum + (day.startsWith(month) ? items : 0), 0);
  return (
    <section class="year">
      <h2>{words.column.year}</h2>
      <ol>
        {monthsIn(year).map((month) => (
          <li>
            <h3>
              {month} <Count of={total(month)} list={itemsPath({ ...of, ...monthOf(month, year) })} />
            </h3>
            <p>
              {daysOf(month).map((day) => {
                const items = days.get(day) ?? 0;
                const kind = [day < year.from || day > year.to ? 'out' : isWorkingDay(day) ? '' : 'off', isSilent(day) ? 'silent' : '']
                  .filter(Boolean)
                  .join(' ');
                return items === 0 ? (
                  <span class={kind} aria-hidden="true">
                    {Number(day.slice(8))}
                  </span>
                ) : (
                  <a
                    class={kind}
                    href={itemsPath({ ...of, from: day, to: day })}
                    aria-label={words.column.onDay(day, items)}
                    title={words.column.onDay(day, items)}
                  >
                    <time datetime={day}>{Number(day.slice(8))}</time>
                  </a>
                );
              })}
            </p>
          </li>
        ))}
      </ol>
      <p class="hint">
        <b>1</b> {words.column.hasItems} <span class="silent">1</span> {words.column.isSilent} <span class="off">1</span>{' '}
        {words.column.isOff}
      </p>
    </section>
  );
}

function daysOf(month: string): Day[] {
  const days: Day[] = [];
  for (let day: Day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}
