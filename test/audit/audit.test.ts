import { describe, expect, test } from 'vitest';
import { matchesFailOn, readFailOn } from '../../src/audit/fail-on.ts';
import { audit, column, estate, item, noon, pack, reading, site, taxonomy } from '../timeliness/estate.ts';

const ON = '2018-12-31';

describe('the judged audit', () => {
  const columns = [
    column('tzgg', { unit: 'office' }),
    column('dt', { category: 'work-updates' }),
    column('cg', { category: 'procurement', unit: 'town' }),
    column('kong', { unit: 'town' }),
  ];
  const both = item('2018-12-28', { item: 'portal.test/both' });
  const sightings = [
    both,
    { ...both, column: 'dt' },
    item('2017-12-31', { item: 'portal.test/last-year' }),
    item('2018-01-01', { item: 'portal.test/first-day' }),
    item('2018-11-02', { column: 'dt', category: 'work-updates' }),
    item('2018-11-02', { column: 'cg', category: 'procurement' }),
    item(null, { column: 'cg', category: 'procurement', item: 'portal.test/undated' }),
    item('2018-11-03', { column: 'cg', category: null, url: null, item: 'row:无链接 2018-11-03' }),
  ];
  const judged = audit({ on: ON, columns, sightings });

  test('has the contract’s keys', () => {
    expect(judged).toMatchObject({ from: '2018-01-01', to: '2018-12-31', totals: { items: 4, undated: 1 } });
    expect(judged.classes).toEqual([
      { id: 'overview', name: '概况类', items: 0 },
      { id: 'news', name: '政务动态', items: 3 },
      { id: 'directory', name: '信息公开目录', items: 1 },
    ]);
    expect(judged.categories.map(({ id, items }) => [id, items])).toContainEqual(['procurement', 1]);
    expect(judged.keyAreas).toMatchObject([
      { number: 3, items: 1 },
      { number: 8, items: 0 },
    ]);
    expect(judged.columns.find(({ id }) => id === 'tzgg')).toMatchObject({ site: 'portal', unit: 'office', items: 2, status: 'fresh' });
    expect(judged.sites).toMatchObject([{ id: 'portal', status: 'ok', reason: null, items: 4 }]);
  });

  test('counts an item once in the totals, once in each column, once in each unit that lists it', () => {
    expect(judged.columns.map(({ id, items }) => [id, items])).toEqual([
      ['tzgg', 2],
      ['dt', 2],
      ['cg', 1],
      ['kong', 0],
    ]);
    expect(judged.units.map(({ id, items, blank }) => [id, items, blank])).toEqual([
      ['office', 2, 0],
      ['water', 2, 0],
      ['town', 1, 1],
    ]);
    expect(judged.reconciliation).toMatchObject({
      agrees: true,
      items: 4,
      classes: 4,
      categories: 4,
      keyAreas: 1,
      columns: 5,
      differences: [],
    });
  });

  test('foretells what falls due, per unit', () => {
    const town = column('town', { unit: 'town', category: 'work-updates' });
    const water = column('dt', { category: 'work-updates' });
    const seen = [item('2018-12-19', { column: 'town' }), item('2018-12-27', { column: 'dt' })];
    expect(audit({ on: ON, columns: [town, water], sightings: seen }).forecast).toEqual([
      {
        unit: 'water',
        name: '市水利局',
        within: { 3: 0, 7: 0, 14: 1, 30: 1 },
        duties: [],
        columns: [{ site: 'portal', id: 'dt', name: 'dt', dueOn: '2019-01-10', inDays: 10 }],
      },
      {
        unit: 'town',
        name: '城关镇',
        within: { 3: 1, 7: 1, 14: 1, 30: 1 },
        duties: [],
        columns: [{ site: 'portal', id: 'town', name: 'town', dueOn: '2019-01-02', inDays: 2 }],
      },
    ]);
  });

  test('shows what a narrowing names, and counts that alone', () => {
    const narrow = (narrowing: object) => audit({ on: ON, columns, sightings, narrowing });
    expect(narrow({ columns: ['dt'] })).toMatchObject({ totals: { items: 2 }, columns: [{ id: 'dt' }], units: [{ id: 'water' }] });
    expect(narrow({ columns: ['portal/dt'] }).columns).toHaveLength(1);
    expect(narrow({ units: ['town'] })).toMatchObject({ totals: { items: 1, undated: 1 }, units: [{ id: 'town', items: 1 }] });
    expect(narrow({ sites: ['portal'] }).totals).toEqual(judged.totals);
    expect(narrow({ sites: ['elsewhere'] })).toMatchObject({ columns: [], sites: [], totals: { items: 0 } });
  });

  test('takes what the configuration says of a column now, with its category where nobody set one', () => {
    const stored = [column('tzgg', { category: 'procurement', watchedSince: noon('2018-01-01') } as object)];
    const now = estate([site([column('tzgg', { category: null, exempt: '已归档' })])]);
    expect(audit({ on: ON, columns: stored, estate: now }).columns[0]).toMatchObject({ category: 'procurement', status: 'exempt' });
    const fresh = estate([site([column('tzgg', { category: null })])]);
    expect(audit({ on: ON, columns: [], estate: fresh, categoryOf: () => 'notices' }).columns[0]).toMatchObject({ category: 'notices' });
  });

  test('takes the stored columns of a site whose columns nobody described', () => {
    const found = estate([{ ...site([]), columns: null }]);
    expect(audit({ on: ON, columns, sightings, estate: found }).columns.map(({ id }) => id)).toEqual(['tzgg', 'dt', 'cg', 'kong']);
  });

  test('does not depend on the order of observations', () => {
    const readings = columns.map(({ id }) => reading({ on: ON, column: id, rows: id === 'kong' ? 0 : 3 }));
    const forwards = audit({ on: ON, columns, sightings, readings });
    const backwards = audit({ on: ON, columns, sightings: sightings.toReversed(), readings: readings.toReversed() });
    expect({ ...backwards, findings: [] }).toEqual({ ...forwards, findings: [] });
    expect(backwards.findings).toEqual(expect.arrayContaining([...forwards.findings]));
  });

  test('is in the order of severity', () => {
    const severities = audit({ on: ON, columns, sightings, pack: pack() }).findings.map(({ severity }) => severity);
    expect(severities).toEqual(
      [...severities].sort((a, b) => ['veto', 'major', 'minor', 'notice'].indexOf(a) - ['veto', 'major', 'minor', 'notice'].indexOf(b)),
    );
    expect(severities).toContain('minor');
  });

  test('tells of items whose category the taxonomy does not know', () => {
    const stranger = audit({ on: ON, columns, sightings: [...sightings, item('2018-05-05', { category: 'no-such' })] });
    expect(stranger.reconciliation).toMatchObject({ agrees: false, items: 5, categories: 4, uncategorised: 1 });
    expect(stranger.reconciliation.differences[0]).toContain('1 条信息没有类别');
  });

  test('tells of categories whose class is not listed', () => {
    const lost = { ...taxonomy, classes: taxonomy.classes.slice(0, 2) };
    const { reconciliation } = audit({ on: ON, columns, sightings, taxonomy: lost });
    expect(reconciliation).toMatchObject({ agrees: false, classes: 3, categories: 4 });
  });
});

describe('--fail-on', () => {
  const overdue = audit({ on: ON, columns: [column('tzgg')], sightings: [item('2010-01-01')] });
  const findings = overdue.findings.map(({ rule: kind, severity }) => ({ kind, severity }));
  const matches = (spec: string) => matchesFailOn({ ...overdue, findings }, readFailOn(spec, pack()));

  test.each([
    ['overdue', true],
    ['blank, overdue', true],
    ['veto', true],
    ['column-overdue', true],
    ['blank，unknown', false],
    ['minor,future-date', false],
  ])('%s: %s', (spec, found) => {
    expect(matches(spec)).toBe(found);
  });

  test('nonsense is an error that lists what exists', () => {
    expect(() => matches('overdo')).toThrow(/overdo.*overdue, blank.*column-overdue/);
    expect(() => matches('')).toThrow(/names nothing/);
    expect(() => readFailOn('removed', { ...pack(), off: [{ id: 'removed', pack: 'local', reason: '不查' }] })).toThrow('removed');
  });
});
