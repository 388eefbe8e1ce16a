import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { inBoth } from '../../src/model/sentence.ts';
import { estateWith, load, problemsOf, scratch } from './scratch.ts';

const NOTICES = '{ id: tzgg, name: 通知公告, url: /zwgk/tzgg/, category: notices }';

/** The one problem at a key. */
function problemAt(estate: string, key: string) {
  const found = problemsOf(() => load(estate)).filter((problem) => problem.key === key);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe('an estate', () => {
  it('takes what it leaves out from the defaults', () => {
    const { estate, pack } = load(estateWith(NOTICES));
    expect(estate).toMatchObject({ timezone: 'Asia/Shanghai', rulePack: 'national-2019' });
    expect(pack.id).toBe('national-2019');
    expect(estate.sites[0]).toMatchObject({
      idCode: null,
      crawl: {
        requestsPerSecond: 1,
        concurrency: 2,
        timeoutSeconds: 15,
        maxPagesPerColumn: 50,
        respectRobots: true,
        allowPrivateNetworks: false,
        browser: 'auto',
      },
    });
  });

  it('resolves the address of a column against its site and gives it the unit of the site', () => {
    const [column] = load(estateWith(NOTICES)).estate.sites[0]!.columns!;
    expect(column).toEqual({
      site: 'portal',
      id: 'tzgg',
      unit: 'office',
      name: '通知公告',
      path: ['通知公告'],
      url: 'http://www.a.gov.cn/zwgk/tzgg/',
      category: 'notices',
      period: null,
      exempt: null,
      origin: 'configured',
    });
  });

  it('gives a column to the unit it names', () => {
    const columns = load(
      estateWith('{ id: a, name: 动态, url: /dt/, unit: water, period: P2W }', '{ id: b, name: 史志, url: /sz/, period: none }'),
    ).estate.sites[0]!.columns!;
    expect(columns[0]).toMatchObject({ unit: 'water', period: { years: 0, months: 0, days: 14 } });
    expect(columns[1]).toMatchObject({ unit: 'office', period: 'none' });
  });

  it('lets a site override single crawl settings', () => {
    const text = `crawl: { timeoutSeconds: 30 }\n${estateWith().replace('    url:', '    crawl: { requestsPerSecond: 0.5 }\n    url:')}`;
    expect(load(text).estate.sites[0]!.crawl).toMatchObject({ timeoutSeconds: 30, requestsPerSecond: 0.5, concurrency: 2 });
  });

  it('leaves the columns of a site without a list to discovery', () => {
    expect(load(estateWith()).estate.sites[0]!.columns).toBeNull();
  });

  it('keeps the zeros of a site code that was typed without quotes, and doubts one of the wrong form', () => {
    const withCode = (code: string) => load(estateWith().replace('    url:', `    idCode: ${code}\n    url:`));
    expect(withCode('0421381001').estate.sites[0]!.idCode).toBe('0421381001');
    expect(withCode('"bm01000001"').warnings).toEqual([]);
    expect(withCode('"123"').warnings[0]).toMatchObject({ key: 'sites[0].idCode', line: 9 });
  });
});

describe('what is wrong with an estate', () => {
  it('is told all at once, down the file, each with its place', () => {
    const text = [
      'name: 某市',
      'timezone: Asia/Shanghia',
      'rulePack: natoinal-2019',
      'crawl: { requestsPerSecond: -1 }',
      'units:',
      '  - { id: office, name: 办公室, kind: ofice }',
      'sites:',
      '  - { id: portal, unit: offcie, name: 门户, url: www.a.gov.cn, columns: [{ id: x y, name: 栏目, url: /x/, category: notice }] }',
    ].join('\n');
    const problems = problemsOf(() => load(text));
    expect(problems.map(({ line, key }) => [line, key])).toEqual([
      [2, 'timezone'],
      [3, 'rulePack'],
      [4, 'crawl.requestsPerSecond'],
      [6, 'units[0].kind'],
      [8, 'sites[0].unit'],
      [8, 'sites[0].url'],
      [8, 'sites[0].columns[0].id'],
      [8, 'sites[0].columns[0].category'],
    ]);
    expect(problems.map((problem) => problem.mend)).toEqual([
      expect.stringContaining('Asia/Shanghai'),
      expect.stringContaining('national-2019'),
      expect.any(String),
      expect.stringContaining('office'),
      expect.stringContaining('office'),
      expect.stringContaining('http://www.a.gov.cn'),
      expect.any(String),
      expect.stringContaining('notices'),
    ]);
  });

  it('points at a key that nobody knows and at the one that was meant', () => {
    const problem = problemAt(estateWith('{ id: a, name: 动态, url: /a/, catgory: notices }'), 'sites[0].columns[0].catgory');
    expect(problem).toMatchObject({ line: 11, column: 38, given: 'catgory' });
    expect(problem.mend).toContain('category');
  });

  it('finds the id behind a category given by its Chinese name', () => {
    expect(problemAt(estateWith('{ id: a, name: 通知, url: /a/, category: 通知公告 }'), 'sites[0].columns[0].category').mend).toContain(
      'notices',
    );
  });

  it.each([
    ['www.b.gov.cn/tzgg/', 'http://www.b.gov.cn/tzgg/'],
    ['ftp://www.b.gov.cn/tzgg/', 'http://'],
    ['"javascript:alert(1)"', 'http://'],
    ['"http://user:secret@www.b.gov.cn/"', 'http://'],
    ['"http://"', 'http://'],
  ])('is a column address such as %s', (url, hint) => {
    expect(problemAt(estateWith(`{ id: a, name: 通知, url: ${url} }`), 'sites[0].columns[0].url').mend).toContain(hint);
  });

  it.each(['6M', 'P', 'PT5H', 'P0D', 'six months', '-P6M'])('is a period such as %s', (period) => {
    expect(problemAt(estateWith(`{ id: a, name: 通知, url: /a/, period: ${period} }`), 'sites[0].columns[0].period').expected).toContain(
      'P6M',
    );
  });

  it('is one id for two columns of a site, while two sites may use the same', () => {
    expect(problemAt(estateWith(NOTICES, NOTICES.replace('/zwgk/tzgg/', '/b/')), 'sites[0].columns[1].id').given).toBe('"tzgg"');
    const second = '  - { id: two, unit: water, name: 二, url: http://b.gov.cn/, columns: [{ id: tzgg, name: 公告, url: /gg/ }] }\n';
    expect(load(estateWith(NOTICES) + second).estate.sites).toHaveLength(2);
  });

  it('is one id for two sites or two units', () => {
    const site = '  - { id: portal, unit: water, name: 二, url: http://b.gov.cn/ }\n';
    expect(problemAt(estateWith() + site, 'sites[1].id').expected).toContain('not used before');
    expect(problemAt(estateWith().replace('id: water', 'id: office'), 'units[1].id').given).toBe('"office"');
  });

  it('is an exemption without a reason', () => {
    expect(problemAt(estateWith('{ id: a, name: 专题, url: /zt/, exempt: true }'), 'sites[0].columns[0].exempt').expected).toContain(
      'text',
    );
  });

  it('is a key written twice', () => {
    const [problem] = problemsOf(() => load('name: a\nname: b\n'));
    expect(problem).toMatchObject({ line: 2, column: 1 });
    expect(problem!.mend).toContain('merge');
  });
});

describe('a poisoned entry', () => {
  const text = `${estateWith(NOTICES, '{ id: bad, name: 坏, url: ftp://x/ }')}  - { id: broken, unit: nobody, name: 坏站, url: nonsense }\n  - { id: good, unit: water, name: 好站, url: http://b.gov.cn/ }\n`;

  it('stops everything when nothing else is asked for', () => {
    expect(problemsOf(() => load(text)).map((problem) => problem.key)).toEqual([
      'sites[0].columns[1].url',
      'sites[1].unit',
      'sites[1].url',
    ]);
  });

  it('is set aside in quarantine, and the others go on', () => {
    const { estate, quarantined } = loadConfig(scratch({ 'estate.yaml': text }), { quarantine: true });
    expect(estate.sites.map((site) => site.id)).toEqual(['portal', 'good']);
    expect(estate.sites[0]!.columns!.map((column) => column.id)).toEqual(['tzgg']);
    expect(quarantined.map(({ site, column, problems }) => [site, column, problems.length])).toEqual([
      ['portal', 'bad', 1],
      ['broken', null, 2],
    ]);
  });

  it('outside the sites is never set aside', () => {
    expect(
      problemsOf(() => loadConfig(scratch({ 'estate.yaml': `rulePack: none-such\n${text}` }), { quarantine: true })).map((one) => one.key),
    ).toEqual(['rulePack']);
  });
});

describe('what is allowed but doubtful', () => {
  it.each([
    [
      'an address of this machine that may not be asked',
      estateWith().replace('http://www.a.gov.cn/', 'http://127.0.0.1:8080/'),
      'allowPrivateNetworks',
    ],
    ['no speed limit on the open network', `crawl: { requestsPerSecond: 0 }\n${estateWith()}`, 'requestsPerSecond'],
    ['an empty list of columns', estateWith().replace('    url:', '    columns: []\n    url:'), 'columns'],
    ['two columns of one address', estateWith(NOTICES, NOTICES.replace('id: tzgg', 'id: other')), 'tzgg'],
    ['an estate that watches nothing', 'name: 某市\n', 'no site'],
  ])('is %s', (_what, text, word) => {
    const { warnings } = load(text);
    expect(warnings).toHaveLength(1);
    expect(inBoth(warnings[0]!.message)).toContain(word);
  });
});

describe('read: of a column or a site', () => {
  const column = (read: string) => estateWith(`{ id: tzgg, name: 通知公告, url: /zwgk/tzgg/, read: ${read} }`);

  it('takes CSS selectors, or an API with paths of keys, and any of them may be left out', () => {
    const written = [
      [
        "{ rows: 'ul.list > li', day: 'span:last-child', next: 'a.next' }",
        { rows: 'ul.list > li', day: 'span:last-child', next: 'a.next' },
      ],
      ['{ api: /api/list?c=7, rows: data.list, title: info.bt, page: pageNo }', { api: '/api/list?c=7', rows: 'data.list' }],
    ] as const;
    for (const [text, read] of written) expect(load(column(text)).estate.sites[0]!.columns![0]!.read).toMatchObject(read);
  });

  it('is not taken where a selector or a path cannot be one, or where the two ways are mixed', () => {
    for (const [text, key] of [
      ["{ rows: 'ul[' }", 'rows'],
      ["{ api: /api/list, rows: 'data > list' }", 'rows'],
      ['{ api: /api/list, next: a.next }', 'next'],
      ['{ rows: li, page: p }', 'page'],
    ] as const)
      problemAt(column(text), `sites[0].columns[0].read.${key}`);
    expect(problemAt(column('{ row: li }'), 'sites[0].columns[0].read.row').mend).toContain('rows');
  });
});

it('a rule that the office compared with its document is confirmed in that pack alone', () => {
  const of = (packName: string) =>
    loadConfig(scratch({ 'estate.yaml': `rulePack: ${packName}\nconfirmedRules: [national-2019/prices-fees]\n${estateWith(NOTICES)}` }))
      .pack.rules;
  const verified = (packName: string) => of(packName).find(({ id }) => id === 'prices-fees')?.verified;
  expect([verified('national-2019'), verified('national-2015')]).toEqual([true, false]);
  const bare = scratch({ 'estate.yaml': `confirmedRules: [prices-fees]\n${estateWith(NOTICES)}` });
  expect(problemsOf(() => loadConfig(bare)).map(({ key }) => key)).toEqual(['confirmedRules[0]']);
});
