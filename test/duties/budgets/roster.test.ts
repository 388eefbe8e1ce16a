import { expect, test } from 'vitest';
import type { BudgetDocument } from '../../../src/duties/budgets/documents.ts';
import { budgetRoster } from '../../../src/duties/budgets/roster.ts';
import type { DutyResult } from '../../../src/duties/duty.ts';
import type { DutyRule } from '../../../src/model/rules.ts';
import { pack, rule, source } from '../../timeliness/estate.ts';

const duty = { ...rule, kind: 'duty', unitKinds: ['department'], categories: [], titleWords: ['算'], by: null } as const;
const rules: readonly DutyRule[] = [
  { ...duty, id: 'budget', name: '部门预算', after: { approval: 'budget', days: 40 } },
  { ...duty, id: 'accounts', name: '部门决算', after: { approval: 'accounts', days: 40 } },
  { ...duty, id: 'annual-report', name: '年度报告', by: '01-31' },
];
const own = pack(rules);
const result = (id: string, unit: string, given: Partial<DutyResult> = {}): DutyResult => ({
  ...{ rule: `${own.id}/${id}`, name: id, nameEn: null, unit, site: null, year: 2018, dueOn: '2018-05-29', movedFrom: null, certain: true },
  ...{ begunBy: { what: 'budget', on: '2018-04-19', source: null }, state: 'missing', publishedOn: null, url: null, since: null },
  ...{ source: { ...source, verified: true }, fault: null, lacking: null, toldBy: null, budget: null },
  ...given,
});
const document = (what: 'budget' | 'accounts', units: readonly string[], given: Partial<BudgetDocument> = {}): BudgetDocument => ({
  ...{ what, year: 2018, title: '', url: `http://${what}/${units.join()}`, publishedOn: '2018-05-20', units, stranger: null, above: null },
  ...{ bundle: false, total: null, threePublic: null, linked: [] },
  ...given,
});

const water = { state: 'done', publishedOn: '2018-05-20', url: 'http://budget/water' } as const;
const sums = { total: 100.5, threePublic: 3, lacking: ['基本支出'], whole: false };
const duties = [result('budget', 'water', { ...water, budget: sums }), result('budget', 'health'), result('annual-report', 'water')];

test('the roster tells how many days after the approval a budget came, which sums it names and which accounts belong to it', () => {
  const { rows, counts } = budgetRoster(duties, [document('budget', ['water']), document('accounts', ['water'])], own);
  expect(rows).toMatchObject([
    { unit: 'water', approvedOn: '2018-04-19', daysAfter: 31, total: 100.5, lacking: ['基本支出'], counterpart: 'http://accounts/water' },
    { unit: 'health', state: 'missing', daysAfter: null, total: null, counterpart: null },
  ]);
  expect(counts).toMatchObject([{ year: 2018, owed: 2, states: { done: 1, missing: 1 }, sum: 100.5, read: 1 }]);
});

test('accounts whose title names nobody belong to the budget that links to them', () => {
  const linked = document('accounts', [], { url: 'http://accounts/9', linked: [water.url] });
  expect(budgetRoster(duties, [document('budget', ['water']), linked], own).rows[0]).toMatchObject({ counterpart: 'http://accounts/9' });
  const unlinked = { ...linked, linked: [] };
  expect(budgetRoster(duties, [document('budget', ['water']), unlinked], own).rows[0]).toMatchObject({ counterpart: null });
});

test('what nobody of the roster owes stands beside it, of the same years only', () => {
  const school = document('budget', [], { stranger: '实验小学' });
  const gone = document('budget', ['grain']);
  const documents = [document('budget', ['water']), school, gone, document('budget', ['grain'], { year: 2016 }), document('accounts', [])];
  expect(budgetRoster(duties, documents, own).others).toEqual([school, gone]);
});
