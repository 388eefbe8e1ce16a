import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDiscovered, type Discovered } from '../../src/config/write-estate.ts';
import { load, problemsOf } from './scratch.ts';

const SITE = 'http://www.b.gov.cn/';
const column = (path: string, name = '通知公告'): Discovered['columns'][number] => ({
  name,
  path: ['政务公开', name],
  url: new URL(path, SITE).href,
  unit: null,
  category: 'notices',
  confidence: 0.9,
});
const found = (...columns: Discovered['columns']): Discovered => ({ siteUrl: SITE, site: { name: '某局', idCode: '4213810001' }, columns });

/** Whether every line of `before` stands in `after`, unchanged and in order. */
function keepsLines(before: string, after: string): boolean {
  let at = 0;
  const lines = after.split('\n');
  return before.split('\n').every((line) => {
    at = lines.indexOf(line, at) + 1;
    return at > 0;
  });
}

describe('writing down what was discovered', () => {
  it('makes a whole, valid estate where there was none', () => {
    const { estate } = load(addDiscovered('', found(column('/zwgk/tzgg/'), column('/zfcg/index.html', '政府采购'))));
    expect(estate.sites).toHaveLength(1);
    expect(estate.sites[0]).toMatchObject({ name: '某局', url: SITE, idCode: '4213810001' });
    expect(estate.sites[0]!.columns!.map(({ id, url, path }) => [id, url, path.length])).toEqual([
      ['tzgg', 'http://www.b.gov.cn/zwgk/tzgg/', 2],
      ['zfcg', 'http://www.b.gov.cn/zfcg/index.html', 2],
    ]);
  });

  it('changes nothing the second time', () => {
    const once = addDiscovered('', found(column('/a/'), column('/b/')));
    expect(addDiscovered(once, found(column('/a/'), column('/b/')))).toBe(once);
  });

  /** The shipped example, once somebody made it their own. */
  const ours = () => readFileSync('config/estate.yaml', 'utf8').replace('示例市', '某市');

  it('takes the place of the shipped example, and of nothing else', () => {
    const example = readFileSync('config/estate.yaml', 'utf8');
    const after = addDiscovered(example, found(column('/zwgk/tzgg/')));
    expect(after).toBe(addDiscovered('', found(column('/zwgk/tzgg/'))));
    for (const touched of [ours(), example.replace('http://slj.example.gov.cn/', 'http://slj.real.gov.cn/')])
      expect(keepsLines(touched, addDiscovered(touched, found(column('/zwgk/tzgg/'))))).toBe(true);
  });

  it('adds a site to an estate that is there and keeps every line of it', () => {
    const before = ours();
    const after = addDiscovered(before, found(column('/zwgk/tzgg/')));
    expect(keepsLines(before, after)).toBe(true);
    expect(load(after).estate.sites.map((site) => site.id)).toEqual(['portal', 'water-site', 'b']);
  });

  it('adds to a site that is there only the columns whose address it does not have, however it is written', () => {
    const before = ours();
    const columns = ['/zwgk/tzgg/', '/zwgk/tzgg/index.html', '/bm/slj/dt', '/ghjh/'].map((path) => ({
      ...column(path),
      url: `https://www.example.gov.cn${path}`,
    }));
    const after = addDiscovered(before, { ...found(...columns), siteUrl: 'https://www.example.gov.cn' });
    expect(keepsLines(before, after)).toBe(true);
    const [portal] = load(after).estate.sites;
    expect(portal!.columns!.map((one) => one.id)).toEqual(['tzgg', 'slj-dt', 'cgz-ys', 'zt2018', 'ghjh']);
    expect(portal!.columns!.at(-1)!.url).toBe('https://www.example.gov.cn/ghjh/');
  });

  it('gives columns of the same last folder different ids', () => {
    const ids = load(addDiscovered('', found(column('/a/gsgg/'), column('/b/gsgg/'), column('/b/gsgg/?x=1'), column('/2018/')))).estate
      .sites[0]!.columns!;
    expect(ids.map((one) => one.id)).toEqual(['gsgg', 'b-gsgg', 'gsgg-2', 'column-2']);
  });

  it('leaves an unsure category to the classifier, and a unit nobody knows to the site', () => {
    const [one] = load(addDiscovered('', found({ ...column('/a/'), confidence: 0.3, unit: 'nobody' }))).estate.sites[0]!.columns!;
    expect(one).toMatchObject({ category: null, unit: 'b' });
  });

  const FORMS: [string, string][] = [
    ['empty lists on one line', 'name: 市 # 名称\nunits: []\nsites: [] # 还没有\n'],
    ['keys without a value', 'name: 市\nunits:\nsites:\n# 完\n'],
    [
      'lists not indented',
      'name: 市\nunits:\n- { id: u, name: 单位, kind: other }\nsites:\n- id: s\n  unit: u\n  name: 站\n  url: http://www.b.gov.cn/ # 首页\n# 站点到此为止\n',
    ],
    [
      'no newline at the end',
      'name: 市\nunits: [{ id: u, name: 单位, kind: other }]\nsites:\n  - id: s\n    unit: u\n    name: 站\n    url: http://www.b.gov.cn/',
    ],
    [
      'everything in brackets',
      '{ name: 市, units: [{ id: u, name: 单位, kind: other }], sites: [{ id: s, unit: u, name: 站, url: "http://www.b.gov.cn/", columns: [{ id: a, name: 甲, url: /a/ }, ] }] }\n',
    ],
    [
      'lines ending as on Windows',
      'name: 市\r\nunits:\r\n  - { id: u, name: 单位, kind: other }\r\nsites:\r\n  - id: s\r\n    unit: u\r\n    name: 站\r\n    url: http://www.b.gov.cn/\r\n    columns:\r\n      - id: a\r\n        name: 甲\r\n        url: /a/ # 甲\r\n',
    ],
    [
      'text over several lines',
      'name: 市\nunits:\n  - { id: u, name: 单位, kind: other }\nsites:\n  - id: s\n    unit: u\n    url: http://www.b.gov.cn/\n    name: >-\n      长名字\n\nrulePack: national-2019\n',
    ],
    [
      'keys after the sites',
      'sites:\n  - { id: s, unit: u, name: 站, url: "http://www.b.gov.cn/" } # 一\n\nunits:\n  - { id: u, name: 单位, kind: other }\nname: 市\n',
    ],
  ];
  it.each(FORMS)('works on %s', (_form, before) => {
    const after = addDiscovered(before, found(column('/new/', '新栏目: #1 [x]')));
    const columns = load(after).estate.sites.at(-1)!.columns!;
    expect(columns.at(-1)).toMatchObject({ id: 'new', name: '新栏目: #1 [x]' });
    for (const comment of before.match(/# \S+/g) ?? []) expect(after).toContain(comment);
    if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('refuses a list that is an alias rather than change what it stands for', () => {
    const text =
      'name: 市\nunits: [{ id: u, name: 单位, kind: other }]\nx: &c []\nsites:\n  - { id: s, unit: u, name: 站, url: "http://www.b.gov.cn/", columns: *c }\n';
    expect(problemsOf(() => addDiscovered(text, found(column('/a/'))))[0]!.mend).toContain('by hand');
  });

  it('refuses broken YAML and leaves mending to people', () => {
    expect(problemsOf(() => addDiscovered('name: [a\n', found(column('/a/'))))).not.toEqual([]);
  });

  it('keeps names as they are, whatever signs they hold', () => {
    const sign = fc.constantFrom(...'甲 乙:#-[]{},&*!|>\'"%@`?=~/\\\n\t0');
    const name = fc.string({ unit: sign, minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        const text = addDiscovered('# 注释\n', found(...names.map((one, index) => column(`/c${index}/`, one))));
        expect(text.startsWith('# 注释\n')).toBe(true);
        const columns = load(text).estate.sites[0]!.columns!;
        expect(columns.map((one) => one.name)).toEqual(names.map((one) => one.replace(/\s+/g, ' ').trim()));
      }),
      { numRuns: 25 },
    );
  });
});
