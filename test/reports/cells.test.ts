import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/cli/table.ts';
import { safeCell } from '../../src/reports/cell.ts';
import { csvLine } from '../../src/reports/csv.ts';
import { buildSheet } from '../../src/reports/sheet.ts';
import { partsOf } from './zip.ts';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  ' =1',
  '\u3000=1',
  '\t=1',
  '\r=1',
  '\u0000=1',
  '\u001b=1',
  '\u200b=1',
  '\ufeff\u2060 ＝1',
];

describe('a cell of a spreadsheet', () => {
  it.each(FORMULAS)('%j is text, not a formula', (text) => {
    expect(safeCell(text)).toMatch(/^'/);
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it.each(['通知;=1+1', '通知\t=1+1', '通知\n@SUM(A1)', '通知; \u200b＝1'])(
    '%j is none either where cells are parted by other signs',
    (text) => {
      expect(csvLine([text])).toContain("'");
      expect(csvLine([`a${text}`]).split(/[;\t\n]/)[1]).toMatch(/^'/);
    },
  );

  it('keeps what is no formula as it stands', () => {
    for (const text of ['关于=号的通知', '2024-01-01', 'a@b.cn', '“十四五”规划', '']) expect(safeCell(text)).toBe(text);
  });

  it('never begins a formula, and never breaks its line apart', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const line = csvLine(cells);
        expect(line.endsWith('\r\n')).toBe(true);
        expect(parseLine(line.slice(0, -2)).map((cell) => cell.replaceAll("'", ''))).toEqual(
          cells.map((cell) => safeCell(cell).replaceAll("'", '')),
        );
        for (const part of line
          .slice(0, -2)
          .split(/[;；|\t\r\n]/)
          .slice(1))
          expect(part).not.toMatch(/^[\s\p{Cf}]{0,99}[=+\-@＝＋－＠]/u);
        for (const cell of cells.map(safeCell)) expect(cell).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]/);
      }),
    );
  });

  it('is text in an Excel file, too, and the file holds nothing that XML cannot', async () => {
    const sheet = await buildSheet(
      '信息',
      ['标题', '条数'],
      [...FORMULAS, 'a\u0001b\ufffe<c>&"', '正常标题'].map((text) => [text, 3]),
    );
    const xml = partsOf(sheet).join('\n');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(xml).toContain('正常标题');
    expect(xml).toContain("'＝1+1");
    expect(xml).toContain('&lt;c&gt;&amp;');
  });
});

describe('a table for a terminal', () => {
  it('holds no control character, escape sequence or direction mark, whatever the cells say', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { maxLength: 5 }),
        fc.integer({ min: 20, max: 200 }),
        (rows, width) => {
          const table = formatTable(
            [
              { head: '标题', least: 8 },
              { head: '来源', least: 4 },
            ],
            rows,
            width,
          );
          expect(table.split('\n')).toHaveLength(rows.length + 2);
          expect(table.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        },
      ),
    );
    expect(formatTable([{ head: '标题' }], [['\u001b[31m红\u001b[0m\u0007\u202e通知']], 80)).not.toContain('\u001b');
  });

  it('stays within the terminal where columns may be cut, Chinese characters taking two cells', () => {
    const table = formatTable(
      [{ head: '标题', least: 8 }, { head: '日' }],
      [['关于做好防汛抗旱工作的紧急通知关于做好防汛抗旱工作的紧急通知', '1']],
      30,
    );
    for (const line of table.split('\n'))
      expect([...line].reduce((cells, one) => cells + (/[\u2e80-\uffff]/.test(one) ? 2 : 1), 0)).toBeLessThanOrEqual(30);
    expect(table).toContain('…');
  });

  it('loses no number where it is too wide: heads are broken, and what finds no room stands below its row with its head', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 40, max: 120 }),
        (numbers, width) => {
          const columns = numbers.map((_, place) => ({ head: `第${place}个栏目的信息数`, align: 'right' as const }));
          const table = formatTable(columns, [numbers], 2000);
          expect(table.split('\n')).toHaveLength(3);
          const narrow = formatTable(columns, [numbers], width).split('\n');
          const rule = narrow.findIndex((line) => /^[- ]+$/.test(line));
          expect(Math.max(...narrow.slice(0, rule + 2).map((line) => [...line].length))).toBeLessThanOrEqual(width);
          const beside = narrow[rule]!.split(/ +/).length;
          expect(narrow[rule + 1]!.trim().split(/ +/).map(Number)).toEqual(numbers.slice(0, beside));
          if (beside < numbers.length) expect(narrow[rule + 2]).toContain(`第${beside}个栏目的信息数 ${numbers[beside]}`);
        },
      ),
    );
  });
});

/** The cells of a line of CSV, as RFC 4180 has it. */
function parseLine(line: string): string[] {
  const cells: string[] = [];
  for (let rest = `${line},`; rest !== ''; ) {
    const quoted = /^"((?:[^"]|"")*)",/.exec(rest);
    const cell = quoted ?? /^([^,]*),/.exec(rest);
    if (!cell) throw new Error(`no CSV: ${rest}`);
    cells.push(quoted ? cell[1]!.replaceAll('""', '"') : cell[1]!);
    rest = rest.slice(cell[0].length);
  }
  return cells;
}
