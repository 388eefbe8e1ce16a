import type { Element } from 'domhandler';
import { elementsOf, visibleText } from '../reading/page.ts';

/** More columns or rows than any form has: a page that claims them is not followed. */
const WIDEST = 60;
const LONGEST = 2_000;

/** A table that holds no other and has rows of several cells; tables that only lay out a page hold tables or paragraphs. */
export function isDataTable(element: Element): boolean {
  if (element.name !== 'table') return false;
  const inside = elementsOf(element);
  if (inside.some(({ name }) => name === 'table')) return false;
  const cells = inside.filter(({ name }) => name === 'td' || name === 'th').length;
  const rows = inside.filter(({ name }) => name === 'tr').length;
  return rows > 0 && cells >= rows * 2;
}

/** A table's texts row by row; a merged cell stands in every place that it covers. */
export function gridOf(table: Element): string[][] {
  const grid: string[][] = [];
  const rows = elementsOf(table)
    .filter(({ name }) => name === 'tr')
    .slice(0, LONGEST);
  for (const [down, row] of rows.entries()) {
    let across = 0;
    for (const cell of row.children) {
      if (cell.type !== 'tag' || (cell.name !== 'td' && cell.name !== 'th')) continue;
      const line = rowAt(grid, down);
      while (line[across] !== undefined) across += 1;
      const text = visibleText(cell);
      const [width, height] = [spanned(cell.attribs.colspan), spanned(cell.attribs.rowspan)];
      for (let y = down; y < Math.min(down + height, rows.length); y++)
        for (let x = across; x < Math.min(across + width, WIDEST); x++) rowAt(grid, y)[x] = text;
      across += width;
    }
  }
  return grid.map((row) => Array.from(row, (text) => text ?? ''));
}

function rowAt(grid: string[][], place: number): string[] {
  while (grid.length <= place) grid.push([]);
  return grid[place]!;
}

function spanned(written: string | undefined): number {
  const count = Number.parseInt(written ?? '1', 10);
  return count >= 1 ? Math.min(count, WIDEST) : 1;
}
