import type { CorrectionRecord } from '../../model/records.ts';
import type { Names } from '../../rows/names.ts';
import type { Words } from '../words/words.ts';
import { correctionPath } from './links.ts';
import type { Table } from './table.tsx';

/** Who set a category right, when and why; with a way to its like for those who may set it right. */
export function correctionTable(rows: readonly CorrectionRecord[], names: Names, words: Words, isTheirs: boolean): Table<CorrectionRecord> {
  const toLike = {
    head: words.correction.likes,
    value: (row: CorrectionRecord) => row.id,
    show: (row: CorrectionRecord) => <a href={correctionPath(row.id)}>{words.correction.open}</a>,
  };
  return {
    name: 'corrections',
    caption: words.column.corrections,
    rows,
    columns: [
      { head: words.head.at, value: (row) => names.time(row.at) },
      { head: words.head.correctedTo, value: (row) => names.category(row.category) },
      { head: words.head.why, value: (row) => row.why },
      { head: words.head.by, value: (row) => row.by },
      ...(isTheirs ? [toLike] : []),
    ],
  };
}
