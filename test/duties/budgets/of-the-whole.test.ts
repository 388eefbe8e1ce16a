import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../../src/config/load.ts';
import { dutiesOf } from '../../../src/duties/documents.ts';
import type { Approval, Unit } from '../../../src/model/estate.ts';
import { audit, column, estate, item, site } from '../../timeliness/estate.ts';

const shipped = loadRulebook('config').packs.find(({ id }) => id === 'national-2019')!;
const pack = { ...shipped, rules: dutiesOf(shipped).filter(({ after }) => after) };
const UNITS: readonly Unit[] = [
  { id: 'office', name: '市政府办公室', kind: 'office' },
  { id: 'finance', name: '市财政局', kind: 'department' },
  { id: 'water', name: '市水利局', kind: 'department' },
  { id: 'town', name: '城关镇', kind: 'township' },
];
const COLUMNS = UNITS.map(({ id }) => column(`${id}-ys`, { unit: id, category: 'fiscal-budget' }));
const approvals: readonly Approval[] = [
  { what: 'budget', year: 2018, on: '2018-01-10', source: null, units: null },
  { what: 'budget', year: 2018, on: '2018-01-10', source: null, units: ['town'] },
  { what: 'accounts', year: 2017, on: '2018-09-10', source: null, units: null },
  { what: 'accounts', year: 2017, on: '2018-09-10', source: null, units: ['town'] },
];

/** How a unit's duty stands at the end of the year, of what titles stand in whose column. */
function standing(rule: string, unit: string, year: number, ...listed: readonly (readonly [string, string, string?])[]) {
  const { duties } = audit({
    on: '2018-12-31',
    estate: { ...estate([site(COLUMNS)]), units: UNITS, approvals },
    columns: COLUMNS,
    sightings: listed.map(([title, at, day = '2018-01-20'], place) =>
      item(day, { column: `${at}-ys`, item: `${at}/${place}`, title, category: 'fiscal-budget', seen: day }),
    ),
    pack,
  });
  const found = duties.find((one) => one.rule.endsWith(`/${rule}`) && one.unit === unit && one.year === year)!;
  return [found.state, found.lacking?.why ?? null, found.url];
}

describe('the budget of a government', () => {
  const REPORT = '关于某市2017年财政预算执行情况和2018年财政预算草案的报告';

  test.each(['某市2018年政府预算公开', REPORT, '某市2018年一般公共预算支出表', '某市2018年预算公开', '2018年财政预算公开'])(
    'is no department’s own, whoever publishes it: %s',
    (title) => {
      for (const at of ['finance', 'office']) {
        expect(standing('budget-government', 'finance', 2018, [title, at]).slice(0, 2)).toEqual(['done', null]);
        expect(standing('budget-unit', at, 2018, [title, at])).toEqual(['missing', null, null]);
      }
    },
  );

  test('stands beside the own one of the office that publishes both', () => {
    const both = [
      [REPORT, 'finance'],
      ['市财政局2018年部门预算公开', 'finance', '2018-02-01'],
    ] as const;
    expect(standing('budget-government', 'finance', 2018, ...both)).toEqual(['done', null, 'http://finance/0']);
    expect(standing('budget-unit', 'finance', 2018, ...both)).toEqual(['done', null, 'http://finance/1']);
    expect(standing('budget-government', 'finance', 2018, both[1])).toEqual(['missing', null, null]);
  });

  test('and what a department calls 财政预算 are told apart by whom the title names; where it names nobody, a person looks', () => {
    expect(standing('budget-unit', 'water', 2018, ['市水利局2018年财政预算公开', 'water']).slice(0, 2)).toEqual(['done', null]);
    expect(standing('budget-unit', 'water', 2018, ['市水利局2018年财政预算公开', 'finance']).slice(0, 2)).toEqual(['done', null]);
    expect(standing('budget-unit', 'water', 2018, ['2018年财政预算公开', 'water']).slice(0, 2)).toEqual(['not-watched', 'doubtful']);
    expect(standing('budget-unit', 'finance', 2018, ['市财政局2018年财政预算公开', 'finance']).slice(0, 2)).toEqual([
      'not-watched',
      'doubtful',
    ]);
    expect(standing('budget-unit', 'water', 2018, ['2018年部门预算公开', 'water']).slice(0, 2)).toEqual(['done', null]);
  });

  test('is what a township owes, whether it calls it its government’s or its own', () => {
    for (const title of [
      '城关镇2018年政府预算公开',
      '关于城关镇2017年财政预算执行情况和2018年财政预算草案的报告',
      '城关镇2018年部门预算公开',
    ])
      for (const at of ['town', 'finance'])
        expect(standing('budget-township', 'town', 2018, [title, at]).slice(0, 2)).toEqual(['done', null]);
    expect(standing('budget-township', 'town', 2018, [REPORT, 'finance'])).toEqual(['missing', null, null]);
    expect(standing('budget-government', 'finance', 2018, ['城关镇2018年政府预算公开', 'finance'])).toEqual(['missing', null, null]);
  });

  test('and its accounts are no department’s accounts either', () => {
    const at = '2018-09-20';
    for (const title of ['某市2017年政府决算公开', '关于某市2017年财政决算（草案）的报告', '某市2017年度决算']) {
      expect(standing('accounts-government', 'finance', 2017, [title, 'finance', at]).slice(0, 2)).toEqual(['done', null]);
      expect(standing('accounts-unit', 'finance', 2017, [title, 'finance', at])).toEqual(['missing', null, null]);
    }
    expect(standing('accounts-unit', 'water', 2017, ['市水利局2017年度部门决算', 'water', at]).slice(0, 2)).toEqual(['done', null]);
    expect(standing('accounts-township', 'town', 2017, ['城关镇2017年度财政决算报告', 'town', at]).slice(0, 2)).toEqual(['done', null]);
  });

  test('is not what an auditor says of it', () => {
    const title = '关于2018年度本级预算执行和其他财政收支的审计工作报告';
    expect(standing('budget-government', 'finance', 2018, [title, 'finance'])).toEqual(['missing', null, null]);
  });
});

describe('a table of the three public funds alone', () => {
  test('is a part of the budget or the accounts: whether the rest stands with it is for a person to look', () => {
    const of = (title: string) => standing('budget-unit', 'water', 2018, [title, 'water']).slice(0, 2);
    expect(of('市水利局2018年“三公”经费预算公开表')).toEqual(['not-watched', 'doubtful']);
    expect(of('市水利局2018年部门预算及“三公”经费预算')).toEqual(['done', null]);
    expect(of('市水利局2018年预算公开（含“三公”经费）')).toEqual(['done', null]);
    const accounts = standing('accounts-unit', 'water', 2017, ['市水利局2017年度“三公”经费决算情况说明', 'water', '2018-09-20']);
    expect(accounts.slice(0, 2)).toEqual(['not-watched', 'doubtful']);
    expect(standing('budget-government', 'finance', 2018, ['某市2018年全市“三公”经费财政预算', 'finance'])).toEqual([
      'missing',
      null,
      null,
    ]);
  });
});
