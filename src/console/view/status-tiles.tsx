import type { ColumnStatus } from '../../model/records.ts';
import type { Words } from '../words/words.ts';
import { columnsPath } from './links.ts';

/** The worst first; `exempt` asks nothing of anybody. */
const TONES = { overdue: 'bad', blank: 'bad', due: 'warn', unknown: 'warn', fresh: 'good' } as const satisfies Partial<
  Record<ColumnStatus, string>
>;
const STATUSES = Object.keys(TONES) as (keyof typeof TONES)[];

/** How many columns of the estate, a unit or a site stand how, each with its list. */
export function StatusTiles({
  counts,
  of,
  words,
}: {
  counts: Readonly<Record<ColumnStatus, number>>;
  of: Record<string, string>;
  words: Words;
}) {
  return (
    <>
      {STATUSES.map((status) => (
        <li>
          <a class={counts[status] > 0 ? TONES[status] : ''} href={columnsPath({ ...of, status })}>
            <strong>{counts[status]}</strong> {words.tile[status]}
          </a>
        </li>
      ))}
    </>
  );
}
