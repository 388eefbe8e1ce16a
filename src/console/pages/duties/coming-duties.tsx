import { AHEAD_DAYS, dutiesAhead } from '../../../duties/ahead.ts';
import type { DutyResult } from '../../../duties/duty.ts';
import type { Day } from '../../../model/day.ts';
import type { Reader } from '../../../rows/field.ts';
import { FORECAST_DAYS } from '../../../timeliness/forecast.ts';
import type { ConsoleContext } from '../../context.ts';
import { Count } from '../../view/count.tsx';
import { type Table, TableView } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';
import { dutyTable } from './duty-table.tsx';

/** In the address: how many days ahead are listed. */
const ASKED = 'ahead';

interface Given extends Reader {
  readonly c: ConsoleContext;
  readonly duties: readonly DutyResult[];
  readonly today: Day;
  readonly words: Words;
  /** The page says whose they are. */
  readonly ofOneUnit?: boolean;
}

/** What is to be published within the days that are asked for, 30 where nobody asks; and how many within 3, 7, 14 and 30. */
export function comingDuties({ c, duties, today, words, ofOneUnit = false, ...reader }: Given) {
  const asked = FORECAST_DAYS.find((days) => String(days) === c.req.query(ASKED)) ?? AHEAD_DAYS;
  const by = { name: 'coming', caption: words.duties.coming(asked), ofOneUnit };
  const table = dutyTable(dutiesAhead(duties, today, asked), by, { ...reader, words });
  const counts = FORECAST_DAYS.map((days) => ({ days, count: dutiesAhead(duties, today, days).length }));
  return { table, counts };
}

/** The table and the counts above it, each opening its list; nothing where nothing lies ahead. */
export function ComingDuties({ c, coming, words }: { c: ConsoleContext; coming: ReturnType<typeof comingDuties>; words: Words }) {
  const { table, counts } = coming;
  if (counts.at(-1)?.count === 0) return null;
  return (
    <>
      <p class="hint">
        {counts.map(({ days, count }, place) => (
          <>
            {place > 0 && '· '}
            {words.duties.within(days)} <Count of={count} list={`${c.req.path}?${ASKED}=${days}#table-${table.name}`} />{' '}
          </>
        ))}
      </p>
      <TableView c={c} table={table as Table<DutyResult>} />
    </>
  );
}
