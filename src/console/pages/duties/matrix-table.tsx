import { cellText, stateText } from '../../../duties/cell-text.ts';
import { type DutyResult, standingOf } from '../../../duties/duty.ts';
import { dutyMatrix } from '../../../duties/matrix.ts';
import type { Unit } from '../../../model/estate.ts';
import type { Language } from '../../../model/sentence.ts';
import type { Names } from '../../../rows/names.ts';
import { dutyPath, unitPath } from '../../view/links.ts';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

type Row = ReturnType<typeof dutyMatrix>['rows'][number];

interface Given {
  readonly name: string;
  readonly caption: string;
  readonly units: readonly Unit[];
  readonly names: Names;
  readonly words: Words;
  readonly language: Language;
}

/** Units by duties: each cell says how the duty stands and opens its evidence. */
export function matrixTable(results: readonly DutyResult[], { name, caption, units, names, words, language }: Given): Table<Row> {
  const { duties, rows } = dutyMatrix(results, units);
  return {
    name,
    caption,
    rows,
    columns: [
      {
        head: words.head.unit,
        value: (row) => names.unit(row.unit.id),
        show: (row) => <a href={unitPath(row.unit.id)}>{names.unit(row.unit.id)}</a>,
      },
      ...duties.map((duty, place) => ({
        head: names.duty(duty),
        value: (row: Row) => (row.cells[place] ?? []).map((one) => cellText(one, language)).join('；') || null,
        show: (row: Row) => (row.cells[place] ?? []).map((one) => <Cell of={one} words={words} language={language} />),
      })),
    ],
  };
}

function Cell({ of, words, language }: { of: DutyResult; words: Words; language: Language }) {
  const isUnseen = of.lacking?.why === 'none-seen';
  return (
    <a class="cell" href={dutyPath(of)}>
      <span class={`status ${isUnseen ? 'unseen' : standingOf(of)}`}>{stateText(of, language)}</span>{' '}
      <small>{words.duties.year(of.year)}</small>
    </a>
  );
}
