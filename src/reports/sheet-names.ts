import type { PaperTable } from '../model/paper.ts';

/** The names of a workbook's sheets, one for each table: Excel takes 31 characters, none of `\/?*[]:`, and each name once. */
export function sheetNames(tables: readonly Pick<PaperTable, 'name'>[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ name }) => {
    const plain = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 28) || '表';
    let free = plain;
    for (let number = 2; taken.has(free); number++) free = `${plain}${number}`;
    taken.add(free);
    return free;
  });
}
