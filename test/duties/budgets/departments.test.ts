import { expect, test } from 'vitest';
import { departmentBudgets } from '../../../src/duties/budgets/departments.ts';
import type { BudgetDocument } from '../../../src/duties/budgets/documents.ts';
import type { DutyRule } from '../../../src/model/rules.ts';
import { pack, rule } from '../../timeliness/estate.ts';

const duty = { ...rule, kind: 'duty', unitKinds: ['office'], categories: [], by: null } as const;
const rules: readonly DutyRule[] = [
  {
    ...duty,
    id: 'budget-government',
    name: '政府预算',
    unitNames: ['财政局$'],
    titleWords: ['政府预算'],
    notTitleWords: ['部门预算'],
    after: { approval: 'budget', days: 20 },
  },
  { ...duty, id: 'budget-unit', name: '部门预算', titleWords: ['预算'], after: { approval: 'budget', days: 40 } },
];
const document = (title: string, given: Partial<BudgetDocument> = {}): BudgetDocument => ({
  ...{ what: 'budget', year: 2018, title, url: `http://a.example/${title}`, publishedOn: '2018-05-29', units: [], stranger: null },
  ...{ above: null, bundle: false, total: null, threePublic: null, linked: [] },
  ...given,
});

test('a department counts once however much it publishes, with the sum that any of it names', () => {
  const [count, ...more] = departmentBudgets(
    [
      document('市水利局2018年部门预算', { units: ['water'] }),
      document('市水利局2018年部门预算说明', { units: ['water'], publishedOn: '2018-06-01', total: 12.5 }),
      document('实验小学2018年部门预算', { stranger: '实验小学', total: 0.25 }),
    ],
    pack(rules),
  );
  expect(more).toEqual([]);
  expect(count).toMatchObject({ what: 'budget', year: 2018, sum: 12.75, read: 2 });
  expect(count!.documents.map(({ title }) => title)).toEqual(['市水利局2018年部门预算', '实验小学2018年部门预算']);
});

test('the government’s own budget, one for many and an adjustment are no department’s', () => {
  const others = [
    document('某市2018年政府预算', { units: ['finance'] }),
    document('市直部门2018年部门预算汇总', { bundle: true }),
    document('某市2018年预算调整方案', { what: 'adjustment' }),
  ];
  expect(departmentBudgets(others, pack(rules))).toEqual([]);
  expect(departmentBudgets([document('市财政局2018年部门预算', { units: ['finance'] })], pack(rules))).toHaveLength(1);
});

test('of a period only what is known to have been published in it is counted; the newest year comes first', () => {
  const those = [
    document('a', { units: ['a'] }),
    document('b', { units: ['b'], publishedOn: null }),
    document('c', { units: ['c'], publishedOn: '2019-01-02' }),
    document('d', { units: ['d'], year: 2017, what: 'accounts', publishedOn: '2018-10-16' }),
  ];
  const counts = departmentBudgets(those, pack(rules), { from: '2018-01-01', to: '2018-12-31' });
  expect(counts.map(({ what, year, documents }) => [what, year, documents.length])).toEqual([
    ['budget', 2018, 1],
    ['accounts', 2017, 1],
  ]);
});
