import { addDays } from '../../../model/day.ts';
import { COLUMN_CHANGES } from '../../../timeliness/changes.ts';
import type { Judgement } from '../../judgement.ts';
import { columnsPath, itemsPath } from '../../view/links.ts';
import { weekBefore, weekChanges } from '../../week-changes.ts';
import type { Words } from '../../words/words.ts';

const TONES = { silent: 'bad', back: 'good', lost: 'warn' } as const;

/** What changed since a week before: columns that fell silent, came back or cannot be judged any more, and what was published in both weeks. */
export function WeekChanges({ judgement, words }: { judgement: Judgement; words: Words }) {
  const { today, result, daily } = judgement;
  const changeOf = weekChanges(judgement);
  const changes = result.columns.map(changeOf);
  const days = daily.get('') ?? new Map<string, number>();
  const week = (to: string) => {
    const span = { from: addDays(to, -6), to };
    let items = 0;
    for (let day = span.from; day <= to; day = addDays(day, 1)) items += days.get(day) ?? 0;
    return { span, items };
  };
  const weeks = [
    { ...week(today), label: words.today.thisWeek },
    { ...week(weekBefore(judgement)), label: words.today.weekBefore },
  ];
  return (
    <>
      <h2>{words.today.sinceWeekBefore(weekBefore(judgement))}</h2>
      <ul class="tiles">
        {COLUMN_CHANGES.map((change) => {
          const count = changes.filter((one) => one === change).length;
          return (
            <li>
              <a class={count > 0 ? TONES[change] : ''} href={columnsPath({ changed: change })}>
                <strong>{count}</strong> {words.columns.changes[change]}
              </a>
            </li>
          );
        })}
        {weeks.map(({ span, items, label }) => (
          <li>
            <a href={itemsPath({ ...span })}>
              <strong>{items.toLocaleString('en-US')}</strong> {label}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{words.today.comparedHint}</p>
    </>
  );
}
