import { describe, expect, test } from 'vitest';
import { checkOf } from '../../src/checks/checks.ts';
import { parsePeriod } from '../../src/model/day.ts';
import type { Rule } from '../../src/model/rules.ts';
import type { AuditedItem } from '../../src/store/store.ts';
import {
  audit,
  column,
  estate,
  item,
  itemPage,
  noon,
  pack,
  reading,
  rule,
  ruleFor,
  site,
  siteRecord,
  source,
} from '../timeliness/estate.ts';

const ON = '2018-12-31';
const rulesOf = (result: ReturnType<typeof audit>) => result.findings.map((finding) => finding.rule);
const only = (result: ReturnType<typeof audit>, kind: string) => result.findings.filter((finding) => finding.rule === kind);

describe('what is found in a column', () => {
  test('an overdue column says its figures and brings its evidence', () => {
    const sightings = [item('2018-04-16', { category: 'work-updates', title: '市水利局开展防汛检查' })];
    const [found, ...more] = audit({
      on: ON,
      columns: [column('tzgg', { category: 'work-updates', name: '工作动态' })],
      sightings,
    }).findings;
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      rule: 'column-overdue',
      severity: 'veto',
      unit: 'water',
      site: 'portal',
      column: 'tzgg',
      since: '2018-05-01',
    });
    expect(found?.message).toBe(
      '栏目“工作动态”最近一次更新是 2018-04-16（《市水利局开展防汛检查》），要求每14天至少更新一次，应在 2018-04-30 之前更新，已超期 245 天（2018-12-31 读取）。',
    );
    expect(found?.evidence).toEqual([
      '2018-04-16 市水利局开展防汛检查 http://portal.test/tzgg/2018-04-16',
      'http://portal.test/tzgg/',
      'a'.repeat(64),
      '某办公厅 某函〔2019〕19号 第一条',
    ]);
  });

  test('an overdue column with a period of its own, or a default one, cites that and no document', () => {
    const citedOf = (of: object, more: readonly Rule[] = []) => {
      const columns = [column('tzgg', { category: 'prices', ...of })];
      const { findings } = audit({ on: ON, columns, sightings: [item('2018-04-16', { category: 'prices' })], pack: pack(more) });
      return findings.map(({ rule: kind, evidence }) => [kind, evidence.at(-1)]);
    };
    const circular = ruleFor('column-overdue', { severity: 'veto' });
    expect(citedOf({ period: parsePeriod('P7D') }, [circular])).toEqual([['column-overdue', 'estate/period P7D']]);
    expect(citedOf({}, [circular])).toEqual([['column-overdue', 'taxonomy/prices P31D']]);
  });

  test('speaks English when asked', () => {
    const [found] = audit({ on: ON, columns: [column('tzgg')], sightings: [item('2018-04-16')], language: 'en' }).findings;
    expect(found?.message).toContain('must be updated at least every 6 months, so by 2018-10-16; it is 76 days overdue');
  });

  test('a rule whose wording nobody checked says so', () => {
    const prices: Rule = {
      ...rule,
      verified: false,
      kind: 'column',
      id: 'prices',
      name: '',
      categories: ['prices'],
      limit: { period: parsePeriod('P31D')! },
    };
    const judged = audit({
      on: ON,
      columns: [column('tzgg', { category: 'prices' })],
      sightings: [item('2018-04-16')],
      pack: pack([prices]),
    });
    expect(judged.findings[0]?.message).toContain('尚未与原文核对');
  });

  test('a blank column is found since the first of its blank readings', () => {
    const readings = ['2018-12-29', '2018-12-30', ON].map((on) => reading({ on, rows: on === '2018-12-29' ? 3 : 0 }));
    expect(audit({ on: ON, columns: [column('tzgg')], readings }).findings).toMatchObject([{ rule: 'column-blank', since: '2018-12-30' }]);
  });

  test('undated items are one finding, which leaves dated ones alone', () => {
    const sightings = [item(null, { item: 'a' }), item(null, { item: 'b' }), item('2018-12-28')];
    const judged = audit({ on: ON, columns: [column('tzgg')], sightings });
    expect(judged.findings).toMatchObject([{ rule: 'undated-items', column: 'tzgg' }]);
    expect(judged.findings[0]?.message).toContain('3 条信息中有 2 条');
    expect(judged.totals).toEqual({ items: 1, undated: 2 });
  });

  test('list pages that could not be read are told, with their addresses', () => {
    const unread = 'http://portal.test/tzgg/index_3.html';
    const readings = [reading({ on: ON, rows: 1, complete: false, unreadPages: [unread] })];
    const [found] = audit({ on: ON, columns: [column('tzgg')], sightings: [item('2018-12-28')], readings }).findings;
    expect(found).toMatchObject({ rule: 'pages-unread', severity: 'notice' });
    expect(found?.evidence).toContain(unread);
  });

  test('nothing is found in an exempt column', () => {
    expect(audit({ on: ON, columns: [column('tzgg', { exempt: '已归档' })], sightings: [item('2009-12-28')] }).findings).toEqual([]);
  });

  test('a redesign of hundreds of items does not drown the rest', () => {
    const sightings = Array.from({ length: 300 }, (_, place) => item('2019-06-01', { item: `portal.test/${place}` }));
    const found = only(audit({ on: ON, columns: [column('tzgg')], sightings: [...sightings, item('2018-12-28')] }), 'future-date');
    expect(found).toHaveLength(21);
    expect(found.at(-1)?.message).toContain('另有 280 条');
  });

  test('a rule that the pack switched off finds nothing', () => {
    const off = [{ id: 'undated-items', pack: 'local', reason: '本地不查' }];
    expect(audit({ on: ON, columns: [column('tzgg')], sightings: [item(null)], pack: { ...pack(), off } }).findings).toEqual([]);
  });
});

describe('back-dating', () => {
  const columns = [column('tzgg')];
  const watched = [
    item('2018-09-20', { seen: '2018-10-01', position: 3 }),
    item('2018-10-28', { seen: '2018-10-29', position: 2 }),
    item('2018-12-10', { seen: '2018-12-11', position: 1 }),
  ];
  const late = item('2018-10-08', { seen: '2018-12-20', position: 2 });

  test('an item that came into a watched column long after its own date is found', () => {
    const [found] = only(audit({ on: ON, columns, sightings: [...watched, late] }), 'back-dated');
    expect(found).toMatchObject({ url: late.url, since: '2018-12-20', severity: 'minor' });
    expect(found?.message).toContain('2018-12-11 读取该栏目时还没有这条信息，2018-12-20 才首次出现');
  });

  test('nothing the first reading found is, however old', () => {
    expect(rulesOf(audit({ on: ON, columns, sightings: [item('2011-01-01', { position: 9 }), item('2018-12-10')] }))).toEqual([]);
  });

  test('nothing is that a run after the day of judgement saw first', () => {
    const readings = [reading({ on: '2018-12-15', rows: 3 })];
    expect(rulesOf(audit({ on: '2018-12-15', columns, sightings: [...watched, late], readings }))).toEqual([]);
  });

  test('nothing that came within the pack’s limit is', () => {
    const intime = item('2018-11-25', { seen: '2018-12-20' });
    expect(rulesOf(audit({ on: ON, columns, sightings: [...watched, intime] }))).toEqual([]);
  });

  test('nothing is where the column could not be read in between', () => {
    expect(rulesOf(audit({ on: ON, columns, sightings: [watched[0]!, watched[1]!, late] }))).toEqual([]);
  });

  test('nothing below all that was known is: an earlier reading may not have come that far', () => {
    expect(rulesOf(audit({ on: ON, columns, sightings: [...watched, { ...late, position: 4 }] }))).toEqual([]);
  });

  test('nothing is in a list that does not stand newest first', () => {
    const readings = [reading({ on: ON, rows: 4, newestFirst: false })];
    expect(rulesOf(audit({ on: ON, columns, sightings: [...watched, late], readings }))).toEqual([]);
  });

  test('a page that moved to another address or column is not new', () => {
    const moved = { ...late, title: watched[0]!.title };
    expect(rulesOf(audit({ on: ON, columns, sightings: [...watched, moved] }))).toEqual([]);
    const elsewhere = { ...late, column: 'gggs', firstSeen: noon('2018-10-09'), firstRun: 'run-2018-10-09' };
    const both = audit({ on: ON, columns: [...columns, column('gggs')], sightings: [...watched, late, elsewhere] });
    expect(rulesOf(both)).toEqual([]);
  });

  test('a blank column that is filled with old dates is found by its readings', () => {
    const readings = [reading({ on: '2018-12-11', rows: 0 }), reading({ on: ON, rows: 1 })];
    expect(rulesOf(audit({ on: ON, columns, sightings: [late], readings }))).toEqual(['back-dated']);
  });
});

describe('removal', () => {
  const columns = [column('tzgg')];
  const here = item('2018-12-28');
  const gone = item('2018-11-01', { seen: '2018-11-02', goneSince: noon('2018-12-20') });

  test('an item that left its list is found, with the day it was missed, and is counted no more', () => {
    const judged = audit({ on: ON, columns, sightings: [here, gone] });
    expect(judged.findings).toMatchObject([{ rule: 'removed', url: gone.url, since: '2018-12-20' }]);
    expect(judged.totals.items).toBe(1);
  });

  test('before that day it is listed and counted', () => {
    expect(audit({ on: '2018-12-19', columns, sightings: [gone] })).toMatchObject({ findings: [], totals: { items: 1 } });
  });

  test('one that came back, moved to another column or to another address is not gone', () => {
    const back = { ...gone, goneSince: null, firstSeen: noon('2018-12-25') };
    expect(rulesOf(audit({ on: ON, columns, sightings: [here, gone, back] }))).toEqual([]);
    const moved = { ...back, column: 'gggs' };
    expect(rulesOf(audit({ on: ON, columns: [...columns, column('gggs')], sightings: [here, gone, moved] }))).toEqual([]);
    const renamed = { ...back, item: 'portal.test/new', url: 'http://portal.test/new' };
    expect(rulesOf(audit({ on: ON, columns, sightings: [here, gone, renamed] }))).toEqual([]);
  });

  test('what left before the span is old news', () => {
    const before = item('2017-06-01', { goneSince: noon('2017-12-20') });
    expect(rulesOf(audit({ on: ON, columns, sightings: [here, before] }))).toEqual([]);
  });
});

describe('what is found about a site', () => {
  const failed = (columns: readonly string[]) =>
    columns.map((id) => reading({ on: ON, column: id, reason: 'unreachable', outcome: 'timeout', rows: 0, complete: false }));

  test('a site that could not be read makes one finding and no other', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const judged = audit({
      on: ON,
      columns: ids.map((id) => column(id)),
      sightings: ids.map((id) => item('2010-01-01', { column: id, item: id })),
      readings: failed(ids),
      sites: [siteRecord({ on: ON, status: 'unreachable', reason: { zh: '连接不上网站', en: 'no connection' } })],
    });
    expect(judged.findings).toMatchObject([{ rule: 'site-unread', severity: 'notice', site: 'portal', column: null, unit: 'office' }]);
    expect(judged.columns.every(({ status, reason }) => status === 'unknown' && reason === 'unreachable')).toBe(true);
    expect(judged.sites).toMatchObject([
      { id: 'portal', status: 'unreachable', reason: { zh: '连接不上网站', en: 'no connection' }, unknown: 6 },
    ]);
  });

  test.each(['blocked', 'forbidden'] as const)('a site that is %s is found as blocked', (status) => {
    const judged = audit({ on: ON, columns: [column('a')], readings: failed(['a']), sites: [siteRecord({ on: ON, status })] });
    expect(rulesOf(judged)).toEqual(['site-blocked']);
  });

  test('of a site that nobody has tried yet nothing is found, and its columns are unknown', () => {
    const judged = audit({ on: ON, columns: [column('a')], readings: [], sites: [] });
    expect(judged.findings).toEqual([]);
    expect(judged.sites).toMatchObject([{ status: 'unreachable', reason: { zh: '尚未读取', en: 'not read yet' }, unknown: 1 }]);
  });

  test('one unread column of a site that answers is told by itself', () => {
    const readings = [...failed(['a']), reading({ on: ON, column: 'b' })];
    const sites = [siteRecord({ on: ON, status: 'partial', reason: { zh: '超时', en: 'timed out' } })];
    const judged = audit({
      on: ON,
      columns: [column('a'), column('b')],
      sightings: [item('2018-12-28', { column: 'b' })],
      readings,
      sites,
    });
    expect(judged.findings).toMatchObject([{ rule: 'pages-unread', column: 'a' }]);
  });

  test('a failed crawl of one column says nothing of those that an earlier run read', () => {
    const readings = [...failed(['a']), reading({ on: ON, column: 'b' })];
    const sites = [siteRecord({ on: ON, status: 'unreachable', reason: { zh: '超时', en: 'timed out' } })];
    const judged = audit({
      on: ON,
      columns: [column('a'), column('b')],
      sightings: [item('2018-12-28', { column: 'b' })],
      readings,
      sites,
    });
    expect(judged.sites[0]?.status).toBe('partial');
    expect(judged.columns.map((one) => one.status)).toEqual(['unknown', 'fresh']);
  });

  test('the fallback from strict TLS is found', () => {
    const sites = [siteRecord({ on: ON, tlsFallback: true, finalUrl: 'https://portal.test/' })];
    const judged = audit({ on: ON, columns: [column('a')], sightings: [item('2018-12-28', { column: 'a' })], sites });
    expect(judged.findings).toMatchObject([{ rule: 'tls-fallback', evidence: ['https://portal.test/'] }]);
  });
});

describe('duties', () => {
  const duty: Rule = {
    ...rule,
    source: { ...source, validFrom: '2008-05-01' },
    severity: 'major',
    kind: 'duty',
    id: 'annual-report',
    name: '政府信息公开年度报告',
    unitKinds: ['department'],
    categories: ['oversight'],
    titleWords: ['信息公开(工作)?年度报告'],
    by: '03-31',
  };
  const columns = [column('nb', { category: 'oversight', period: 'none' })];
  const judge = (titles: readonly (readonly [string, string])[], more: object = {}) =>
    audit({
      on: ON,
      columns,
      sightings: titles.map(([title, day], place) => item(day, { column: 'nb', item: `nb/${place}`, title, category: 'oversight' })),
      pack: pack([duty]),
      ...more,
    });
  const last = (result: ReturnType<typeof audit>) => result.duties.find((one) => one.year === 2017);

  test('what was published in time is found, in any writing of the year', () => {
    expect(last(judge([['市水利局2017年度政府信息公开工作年度报告', '2018-03-20']]))).toMatchObject({
      state: 'done',
      publishedOn: '2018-03-20',
    });
    expect(last(judge([['水利局二〇一七年信息公开年度报告', '2018-03-20']]))?.state).toBe('done');
  });

  test('a term that ends on a day off ends on the next working day', () => {
    expect(last(judge([]))?.dueOn).toBe('2018-04-02');
    expect(last(judge([['2017年信息公开年度报告', '2018-04-02']]))?.state).toBe('done');
    expect(last(judge([['2017年信息公开年度报告', '2018-04-03']]))?.state).toBe('late');
  });

  test('what is nowhere in columns that were read is missing, and found so', () => {
    const judged = judge([['2016年信息公开年度报告', '2017-03-20']]);
    expect(last(judged)?.state).toBe('missing');
    expect(judged.findings).toMatchObject([{ rule: 'duty-missing', severity: 'major', unit: 'water', since: '2018-04-03' }]);
  });

  test('without a watched column of its category, or with one that could not be read, it is unknown', () => {
    const readings = [reading({ on: ON, column: 'nb', reason: 'unreachable', outcome: 'timeout' })];
    expect(last(judge([], { readings }))?.state).toBe('not-watched');
    const elsewhere = audit({ on: ON, columns: [column('tzgg')], sightings: [item('2018-12-28')], pack: pack([duty]) });
    expect(elsewhere.duties[0]?.state).toBe('not-watched');
    expect(rulesOf(elsewhere)).toEqual([]);
  });

  test('the next term is pending until its day is over', () => {
    expect(judge([]).duties.find((one) => one.year === 2018)).toMatchObject({ state: 'pending', dueOn: '2019-04-01' });
  });

  test('a law is not held against a time before it was in force', () => {
    const later = { ...duty, source: { ...source, validFrom: '2019-05-15' } };
    expect(last(judge([], { pack: pack([later]) }))).toBeUndefined();
  });
});

describe('what items’ own pages say', () => {
  const judge = (items: readonly AuditedItem[], more: readonly Rule[] = []) =>
    audit({ on: ON, columns: [column('tzgg')], sightings: [item('2018-12-28')], items, pack: pack(more) });

  test('a placeholder in 审核 is one finding for all items that bear it', () => {
    const judged = judge([
      itemPage({ reviewer: 'dev' }),
      itemPage({ reviewer: ' DEV ' }),
      itemPage({ reviewer: 'dev' }),
      itemPage({ reviewer: '王某' }),
    ]);
    expect(only(judged, 'placeholder-reviewer').map((found) => found.message)).toEqual([
      '“门户网站”有 3 条信息的审核人填写为“dev”，不是真实的审核人。',
    ]);
    expect(rulesOf(judge([itemPage({ reviewer: '李某', author: '李某' })]))).toEqual(['placeholder-reviewer']);
    expect(rulesOf(judge([itemPage({ reviewer: null }), itemPage({ reviewer: '李某', author: '王某' })]))).toEqual([]);
  });

  test('pages of another year are not looked at', () => {
    expect(rulesOf(judge([itemPage({ reviewer: 'dev', publishedOn: '2016-03-04' })]))).toEqual([]);
  });

  test('a later date in the address is told as a hint', () => {
    const conflicts = [{ source: 'url', day: '2018-03-12' }] as const;
    expect(judge([itemPage({ conflicts })]).findings).toMatchObject([{ rule: 'date-conflict', severity: 'notice' }]);
    expect(rulesOf(judge([itemPage({ conflicts: [{ source: 'url', day: '2018-03-05' }] })]))).toEqual([]);
  });

  test('a page that was published before it was written is told to ourselves, each by itself', () => {
    const early = ['a', 'b'].map((name) =>
      itemPage({ url: `http://portal.test/${name}`, publishedOn: '2018-03-04', documentDate: '2018-05-06' }),
    );
    expect(only(judge(early), 'published-unwritten')).toMatchObject([
      { column: null, url: 'http://portal.test/a', message: expect.stringContaining('2018-05-06') },
      { column: null, url: 'http://portal.test/b' },
    ]);
    expect(checkOf('published-unwritten')?.audience).toBe('operators');
    const fine = [null, '2018-03-01', '2018-03-04', '2018-03-11'].map((documentDate) =>
      itemPage({ publishedOn: '2018-03-04', documentDate }),
    );
    expect(rulesOf(judge(fine))).toEqual([]);
    const alike = Array.from({ length: 20 }, () => itemPage({ publishedOn: '2018-03-04', documentDate: '2018-05-06' }));
    expect(rulesOf(judge(alike))).toEqual([]);
  });

  const disclosure: Rule = {
    ...rule,
    severity: 'minor',
    kind: 'disclosure',
    id: 'disclose-20wd',
    name: '',
    categories: null,
    start: 'formation',
    limit: { workingDays: 20 },
  };

  test('formation to publication is measured in working days where both dates are on the page', () => {
    const judged = judge(
      [itemPage({ documentDate: '2018-02-26' }), itemPage({ documentDate: '2018-01-02', publishedOn: '2018-03-05' })],
      [disclosure],
    );
    expect(judged.lags.lawful).toMatchObject([{ measurable: true, workingDays: { measured: 2, median: 4, worst: 44 } }]);
    expect(only(judged, 'disclosure-late')).toMatchObject([{ unit: 'water', severity: 'minor' }]);
  });

  test('nobody is late by a day that nobody saw: what stood there before it was watched, or was moved there with others made months apart', () => {
    const late = { documentDate: '2018-01-02', publishedOn: '2018-03-05' } as const;
    const before = judge([itemPage({ ...late, firstSeen: new Date('2018-03-20T22:00:00+08:00') })], [disclosure]);
    expect([before.lags.lawful, rulesOf(before)]).toEqual([[], []]);
    // Seen within days, and yet it stood there when its list was read first; beside it one that came later.
    const watched = (...seen: readonly string[]) =>
      audit({
        ...{
          on: ON,
          columns: [column('tzgg')],
          pack: pack([disclosure]),
          items: [itemPage({ ...late, firstSeen: new Date('2018-03-06T22:00:00+08:00') })],
        },
        sightings: seen.map((day, place) => item('2018-03-05', { item: place === 0 ? 'k' : `k${place}`, seen: day })),
      });
    expect(watched('2018-03-06').lags.lawful).toEqual([]);
    expect(watched('2018-03-06', '2018-03-05').lags.lawful).toMatchObject([{ late: { length: 1 } }]);
    const made = ['2017-09-01', '2017-10-01', '2017-11-01', '2017-12-01', '2018-01-02'];
    const moved = judge(
      made.map((documentDate) => itemPage({ ...late, documentDate })),
      [disclosure],
    );
    expect([moved.lags.lawful, rulesOf(moved)]).toEqual([[], []]);
    const together = judge(
      ['2018-01-02', '2018-01-03', '2018-01-04', '2018-01-05', '2018-01-08'].map((documentDate) => itemPage({ ...late, documentDate })),
      [disclosure],
    );
    expect(only(together, 'disclosure-late')).toMatchObject([{ message: expect.stringContaining('有 5 条') }]);
  });

  test('dates of formation that the CMS filled in say nothing', () => {
    const filled = Array.from({ length: 19 }, () => itemPage({ documentDate: '2018-03-04' }));
    const judged = judge([...filled, itemPage({ documentDate: '2018-01-02', publishedOn: '2018-03-05' })], [disclosure]);
    expect(judged.lags.lawful).toMatchObject([{ measurable: false, late: [], workingDays: { measured: 0, median: null } }]);
    expect(rulesOf(judged)).toEqual([]);
  });
});

describe('a whole site by the pack’s rules', () => {
  const silent = ruleFor('silent-columns', {
    atLeast: 2,
    groups: [
      { categories: ['work-updates'], limit: { period: parsePeriod('P14D')! }, topLevelOnly: false },
      { categories: ['notices'], limit: { period: parsePeriod('P6M')! }, topLevelOnly: true },
    ],
  });
  const news = column('dt', { category: 'work-updates' });
  const notices = column('tzgg');
  const old = [item('2018-12-01', { column: 'dt' }), item('2018-06-01')];
  const judge = (more: Rule, of: Partial<Parameters<typeof audit>[0]> = {}) =>
    audit({ on: ON, columns: [news, notices], sightings: old, pack: pack([more]), ...of });

  test('silent columns of all groups are counted together, and named', () => {
    const [found] = only(judge(silent), 'silent-columns');
    expect(found).toMatchObject({ severity: 'veto', unit: 'office', column: null, since: '2018-12-16' });
    expect(found?.evidence).toEqual(expect.arrayContaining([expect.stringContaining('http://portal.test/dt/')]));
  });

  test('a column below the first level does not count where only the first level does', () => {
    expect(only(judge(silent, { columns: [news, { ...notices, path: ['政务公开', 'tzgg'] }] }), 'silent-columns')).toEqual([]);
  });

  test('what could not be read, is blank or is exempt is not silent', () => {
    const readings = [reading({ on: ON, column: 'dt', reason: 'unreachable', outcome: 'timeout' }), reading({ on: ON })];
    expect(only(judge(silent, { readings }), 'silent-columns')).toEqual([]);
    expect(only(judge(silent, { sightings: [old[1]!] }), 'silent-columns')).toEqual([]);
    expect(only(judge(silent, { columns: [{ ...news, exempt: '专题' }, notices] }), 'silent-columns')).toEqual([]);
  });

  test('nothing is found, counted or measured on a day before anybody looked, by whatever the lists tell that were read later', () => {
    const rules = [silent, ruleFor('overdue-columns', { atLeast: 1 }), ruleFor('blank-columns', { atLeast: 1 })];
    const columns = [news, { ...notices, period: parsePeriod('P1Y')! }, column('kb')];
    const on = (day: string) => reading({ on: day, rows: 1 });
    const readings = ['dt', 'tzgg', 'kb'].map((id) => ({ ...on('2019-03-01'), column: id, ...(id === 'kb' ? { rows: 0 } : {}) }));
    const judged = audit({ on: ON, columns, sightings: old, readings, pack: pack(rules) });
    expect(judged.findings).toEqual([]);
    expect(judged.columns.map(({ id, status }) => [id, status])).toEqual([
      ['dt', 'unknown'],
      ['tzgg', 'fresh'],
      ['kb', 'unknown'],
    ]);
    expect(judged.units.find(({ id }) => id === 'water')).toMatchObject({ overdue: 0, blank: 0, unknown: 2 });
    expect([...judged.courses.values()]).toEqual([null, null, null]);
    const looked = audit({ on: ON, columns, sightings: old, pack: pack(rules) });
    expect(new Set(rulesOf(looked))).toEqual(
      new Set(['silent-columns', 'overdue-columns', 'blank-columns', 'column-overdue', 'column-blank']),
    );
  });

  test('a longer period of the column’s own does not soften the checker’s', () => {
    const columns = [{ ...news, period: parsePeriod('P1Y')! }, notices];
    expect(only(judge(silent, { columns }), 'silent-columns')).toHaveLength(1);
  });

  test('blank and overdue columns are counted by their own rules, each once', () => {
    const blank = ruleFor('blank-columns', { atLeast: 1 });
    const overdue = ruleFor('overdue-columns', { atLeast: 2 });
    const sightings = [old[0]!];
    expect(only(judge(blank, { sightings }), 'blank-columns')).toHaveLength(1);
    expect(only(judge(overdue, { sightings }), 'overdue-columns')).toEqual([]);
    expect(only(judge(overdue), 'overdue-columns')).toMatchObject([{ since: '2018-12-16' }]);
  });

  describe('the home page', () => {
    const home = ruleFor('home-page', { limit: { period: parsePeriod('P14D')! } });
    const sites = (homeUpdatedOn: string | null) => [siteRecord({ on: ON, homeUpdatedOn })];

    test('is judged by its own days', () => {
      expect(only(judge(home, { sites: sites('2018-12-05') }), 'home-page')).toMatchObject([
        { since: '2018-12-20', url: 'http://portal.test/' },
      ]);
      expect(only(judge(home, { sites: sites('2018-12-17') }), 'home-page')).toEqual([]);
    });

    test('that is only a way in is judged by the columns behind it', () => {
      expect(only(judge(home, { sites: sites(null) }), 'home-page')).toMatchObject([{ since: '2018-12-16' }]);
    });

    test('that is only a way in is not judged while a column could not be read', () => {
      const readings = [reading({ on: ON, column: 'dt' }), reading({ on: ON, reason: 'unreachable', outcome: 'timeout' })];
      expect(only(judge(home, { sites: sites(null), readings }), 'home-page')).toEqual([]);
    });

    test('whose few full dates are old is not accused while a column behind it is fresh', () => {
      const sightings = [...old, item('2018-12-30', { column: 'dt' })];
      expect(only(judge(home, { sites: sites('2017-01-01'), sightings }), 'home-page')).toEqual([]);
    });
  });

  test('narrowing to a unit leaves the site judged whole and shows what is the unit’s', () => {
    const columns = [news, { ...notices, unit: 'town' }];
    const of = { columns, estate: estate([site(columns)]) };
    expect(rulesOf(judge(silent, of))).toContain('silent-columns');
    const town = judge(silent, { ...of, narrowing: { units: ['town'] } });
    expect(town.columns.map((one) => one.id)).toEqual(['tzgg']);
    expect(town.units.map((one) => one.id)).toEqual(['town']);
    expect(rulesOf(town)).toEqual(['column-overdue']);
    expect(rulesOf(judge(silent, { ...of, narrowing: { units: ['office'] } }))).toEqual(['silent-columns']);
  });
});
