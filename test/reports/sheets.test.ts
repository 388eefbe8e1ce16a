import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/model/paper.ts';
import { buildSheet } from '../../src/reports/sheet.ts';
import { widthsOf, widthsWithin } from '../../src/reports/widths.ts';
import { buildWorkbook } from '../../src/reports/workbook.ts';
import { partsOf } from './zip.ts';

const WIDE = Array.from({ length: 12 }, (_, place) => `第${place}列`);

test('a workbook prints all columns of a table on one page across, under its name, with the heads on each page', async () => {
  const tables = [
    { name: '清单', columns: ['单位', '日期'], rows: [['市水利局', '2024-03-20']] },
    { name: "A&B'表", columns: WIDE, rows: [WIDE.map(() => 1)] },
  ];
  const parts = partsOf(await buildWorkbook(tables));
  const sheets = parts.filter((part) => part.includes('<sheetData'));
  for (const sheet of sheets) {
    expect(sheet).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    // In the order that the form of the file asks for.
    expect(sheet).toMatch(
      /<\/sheetData>.*<pageSetup [^>]*fitToWidth="1" fitToHeight="0"[^>]*\/><headerFooter>.*<\/headerFooter><\/worksheet>/s,
    );
  }
  expect(sheets.map((sheet) => sheet.includes('orientation="landscape"'))).toEqual([false, true]);
  const book = parts.find((part) => part.includes('<definedNames>'));
  expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'清单'!$1:$1</definedName>`);
  expect(book).toContain(`localSheetId="1">'A&amp;B''表'!$1:$1</definedName>`);
  expect(partsOf(await buildSheet('信息', WIDE, [WIDE])).join('')).toMatch(/fitToPage="1"[\s\S]*orientation="landscape"/);
});

test('a row is as high as its longest text needs', async () => {
  const [, sheet] = partsOf(await buildWorkbook([{ name: '表', columns: ['说明'], rows: [['短'], ['一'.repeat(90)]] }])).flatMap((part) =>
    part.includes('<sheetData') ? ['', part] : [],
  );
  const heights = [...sheet!.matchAll(/ht="(\d+)"/g)].map(([, height]) => Number(height));
  expect(heights[2]).toBeGreaterThan(3 * heights[1]!);
});

test('days and numbers stay whole in any room that takes them, and sentences give way', () => {
  const sentence = fc.string({ unit: fc.constantFrom(...'关于防汛工作的通知要求各单位'), minLength: 0, maxLength: 80 });
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), fc.integer({ min: 110, max: 200 }), (texts, room) => {
      const columns = ['最近更新日期', ...texts.map((_, place) => `说明${place}`)];
      const rows: Cell[][] = [['2024-03-20', ...texts]];
      const widths = widthsWithin(room, columns, rows);
      const sum = widths.reduce((all, width) => all + width, 0);
      expect(sum).toBeLessThanOrEqual(room + 0.001);
      expect(widths[0]).toBeGreaterThanOrEqual('2024-03-20'.length + 2);
      for (const [place, width] of widths.entries()) expect(width).toBeLessThanOrEqual(widthsOf(columns, rows)[place]! + 0.001);
    }),
  );
});

test('a table of short heads and empty boxes never squeezes its words to one character a line', () => {
  const columns = [
    '条例第二十条',
    '信息内容',
    '本年制发件数',
    '本年废止件数',
    '现行有效件数',
    '本年处理决定数量',
    '本年收费金额（单位：万元）',
  ];
  const rows = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费'].map((name) => [
    '第（一）项',
    name,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(widthsWithin(84, columns, rows)[1]).toBeGreaterThanOrEqual(10);
});

test('a box that a person fills in has room to write, and a few sentences are not squeezed by the many rows that say nothing', () => {
  const rows: Cell[][] = Array.from({ length: 20 }, (_, place) => [place, null, place === 3 ? '扣0.4分：6个栏目，按时天数占99%' : null]);
  const [, box, why] = widthsWithin(200, ['序号', '自评', '扣分说明'], rows);
  expect(box).toBeGreaterThanOrEqual(12);
  expect(why).toBeGreaterThanOrEqual(30);
});
