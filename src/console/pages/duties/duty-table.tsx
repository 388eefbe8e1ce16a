import { stateText } from '../../../duties/cell-text.ts';
import type { DutyResult } from '../../../duties/duty.ts';
import type { Language } from '../../../model/sentence.ts';
import { External } from '../../view/external.tsx';
import { dutyPath, unitPath } from '../../view/links.ts';
import type { Names } from '../../view/names.ts';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

interface By {
  readonly names: Names;
  readonly words: Words;
  readonly language: Language;
}

/** Duties in rows, each opening its evidence. `ofOneUnit`: the page says whose they are. */
export function dutyTable(
  rows: readonly DutyResult[],
  { name, caption, ofOneUnit = false }: { readonly name: string; readonly caption: string; readonly ofOneUnit?: boolean },
  { names, words, language }: By,
): Table<DutyResult> {
  const ownerOf = ({ unit, site }: DutyResult) => (site === null ? names.unit(unit) : `${names.unit(unit)} · ${names.site(site)}`);
  const unit = {
    head: words.head.unit,
    value: ownerOf,
    show: (row: DutyResult) => <a href={unitPath(row.unit)}>{ownerOf(row)}</a>,
  };
  return {
    name,
    caption,
    rows,
    columns: [
      { head: words.head.duty, value: names.duty, show: (row) => <a href={dutyPath(row)}>{names.duty(row)}</a> },
      ...(ofOneUnit ? [] : [unit]),
      { head: words.head.year, value: (row) => String(row.year) },
      { head: words.duties.dueOn, value: (row) => row.dueOn && (row.certain ? row.dueOn : names.lastDay(row.dueOn)) },
      {
        head: words.head.status,
        value: (row) => stateText(row, language),
        show: (row) => <span class={`status ${row.state}`}>{stateText(row, language)}</span>,
      },
      {
        head: words.head.published,
        value: (row) => row.publishedOn,
        show: (row) => (row.url ? <External url={row.url}>{row.publishedOn ?? words.column.open}</External> : words.none),
      },
    ],
  };
}
