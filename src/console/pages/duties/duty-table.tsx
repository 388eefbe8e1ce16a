import { type DutyResult, standingOf } from '../../../duties/duty.ts';
import { dutyFields } from '../../../rows/duties.ts';
import type { Reader } from '../../../rows/field.ts';
import { described } from '../../view/described.ts';
import { External } from '../../view/external.tsx';
import { dutyPath, unitPath } from '../../view/links.ts';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/** Duties in rows, each opening its evidence. `ofOneUnit`: the page says whose they are. */
export function dutyTable(
  rows: readonly DutyResult[],
  { name, caption, ofOneUnit = false }: { readonly name: string; readonly caption: string; readonly ofOneUnit?: boolean },
  { words, ...reader }: Reader & { readonly words: Words },
): Table<DutyResult> {
  const owner = described(reader, dutyFields.owner, {
    show: (row) => <a href={unitPath(row.unit)}>{dutyFields.owner.value(row, reader)}</a>,
  });
  return {
    name,
    caption,
    rows,
    columns: [
      described(reader, dutyFields.duty, { show: (row) => <a href={dutyPath(row)}>{reader.names.duty(row)}</a> }),
      ...(ofOneUnit ? [] : [owner]),
      described(reader, dutyFields.year),
      described(reader, dutyFields.dueOn),
      described(reader, dutyFields.state, {
        show: (row) => <span class={`status ${standingOf(row)}`}>{dutyFields.state.value(row, reader)}</span>,
      }),
      described(reader, dutyFields.published, {
        show: (row) => (row.url ? <External url={row.url}>{row.publishedOn ?? words.column.open}</External> : words.none),
      }),
    ],
  };
}
