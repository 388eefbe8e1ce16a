import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSums } from '../../../src/duties/budgets/sums.ts';

describe('the total of a budget', () => {
  test.each([
    ['in a sentence for each side', '2018年收入总计1,234.56万元，比上年增长3%。2018年支出总计1,234.56万元。', 1234.56],
    ['in a sentence for both', '2024年收支总预算 987.6 万元。', 987.6],
    ['for both in other words', '2023年度收、支总计均为6320.11万元。与上年相比增加20.5万元。', 6320.11],
    ['in yuan', '收入预算总计为12345600元，支出预算总计为12345600元。', 1234.56],
    ['in 亿元', '收入总计 12.5 亿元，支出总计 12.5 亿元。', 125000],
    ['in a table', '部门收支总表\n单位：万元\n收入\n预算数\n支出\n预算数\n收入总计\n1234.56\n支出总计\n1234.56', 1234.56],
    ['in a table whose rows are numbered', '单位：万元\n收入决算总计\n31\n880.10\n支出决算总计\n62\n880.10', 880.1],
    ['in a table in yuan', '单位：元\n收入总计\n12,345,600.00\n支出总计\n12,345,600.00', 1234.56],
    ['as what its parts add up to', '项目\n金额（万元）\n合计\n100.50\n基本支出\n60.25\n项目支出\n40.25', 100.5],
    ['with wide digits', '收入总计１２３．４５万元，支出总计１２３．４５万元', 123.45],
  ])('is read %s', (_, text, total) => {
    expect(readSums(text).total).toBe(total);
  });

  test.each([
    ['without a measure', '收入总计\n1234.56\n支出总计\n1234.56'],
    ['where both sides differ', '收入总计1234.56万元，支出总计1200.00万元'],
    ['where two would do', '单位：万元\n收入总计\n100.00\n120.00\n支出总计\n100.00\n120.00'],
    ['where its parts do not add up to it', '金额（万元）\n合计\n100\n基本支出\n60\n项目支出\n30'],
    ['where only one side is told', '2018年收入总计1234.56万元，其中财政拨款900万元。'],
    ['where there is none', '按照预算法的要求，现将本部门预算公开如下。'],
  ])('is not made up %s', (_, text) => {
    expect(readSums(text).total).toBeNull();
  });

  test('is read whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_00 }), (hundreds) => {
        const amount = (hundreds / 100).toFixed(2);
        const wide = Number(amount).toLocaleString('en-US', { minimumFractionDigits: 2 });
        expect(readSums(`单位：万元\n收入总计\n${wide}\n支出总计\n${amount}\n`).total).toBe(hundreds / 100);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ['2018年“三公”经费预算数为12.3万元，比上年减少5%。', 12.3],
  ['“三公”经费财政拨款支出决算为3.05万元，完成预算的90%。', 3.05],
  ['金额（万元）\n其中：“三公”经费\n4.20', 4.2],
  ['“三公”经费减少5%，主要原因是压缩公务接待。', null],
])('the three public funds of %s are %s', (text, amount) => {
  expect(readSums(text).threePublic).toBe(amount);
});
