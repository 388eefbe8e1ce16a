import { type Cell, type Lack, type Paper, type PaperTable, saidIn } from '../model/paper.ts';
import type { PaperKind } from './facts.ts';
import { headingOf } from './paper.ts';

/** What a person must still write, as the system marks it in a text. */
const LEFT = '〔待填';

/**
 * What stands against the release of a paper as it is written: that it is about nothing, texts and boxes that nobody filled in and, where
 * nothing is lacking, what its kind checks.
 */
export function lacksOf(kind: Pick<PaperKind, 'nothing' | 'owes' | 'check'>, paper: Paper): Lack[] {
  const lacks = [...aboutNothing(kind, paper), ...leftIn(paper), ...paper.tables.flatMap((table, at) => boxesLeft(kind, table, at))];
  return lacks.length > 0 ? lacks : (kind.check?.(paper) ?? []);
}

/** Where a person wrote in the place of that line what it is about, it is about that. */
function aboutNothing({ nothing }: Pick<PaperKind, 'nothing'>, { opening }: Paper): Lack[] {
  if (nothing === undefined || !opening.some((line) => line.includes(nothing))) return [];
  const zh = `没有列出任何事项（“${nothing}”）；确有其他事项的，请在开头写明`;
  return [{ place: 'opening', said: { zh, en: 'it is about nothing; if there is something else to tell, write it at its beginning' } }];
}

function leftIn({ opening, sections }: Paper): Lack[] {
  const isLeft = (lines: readonly string[]) => lines.some((line) => line.includes(LEFT));
  const lack = (place: string, name: string): Lack => ({
    place,
    said: { zh: `“${name}”还有待填的内容`, en: `something is still to be written in “${name}”` },
  });
  return [
    ...(isLeft(opening) ? [lack('opening', '开头')] : []),
    ...sections.flatMap((section) => (isLeft(section.paragraphs) ? [lack(`section/${headingOf(section)}`, section.heading)] : [])),
  ];
}

function boxesLeft({ owes }: Pick<PaperKind, 'owes'>, table: PaperTable, at: number): Lack[] {
  if (owes === undefined) return [];
  const nothing = table.boxes === 'numbers' ? '没有的填0' : '没有的写“无”';
  return table.rows.flatMap((row, line) =>
    row.flatMap((cell, column) => {
      const head = table.columns[column]!;
      if (cell !== null || !owes({ table: table.name, head, row })) return [];
      const label = rowInWords(row);
      return {
        place: `box/${at}/${line}/${column}`,
        said: {
          zh: `“${table.name}”的“${label}”一行缺“${head}”，${nothing}`,
          en: `“${table.name}”: the row “${label}” lacks “${head}”`,
        },
      };
    }),
  );
}

/** The words that a row begins with, behind its number. */
export function rowInWords(row: readonly Cell[]): string {
  const said = row.map(saidIn);
  const words = typeof said[0] === 'number' ? said.slice(1) : said;
  const end = words.findIndex((word) => typeof word !== 'string' || word === '');
  return (end < 0 ? words : words.slice(0, end)).join('·');
}
