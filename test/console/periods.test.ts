import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { closePeriods } from '../../jobs/judging/close-periods.ts';
import { judgeAndKeep, judgementOf } from '../../jobs/judging/judgement.ts';
import { beginPaper, editPaper, releasePaper } from '../../jobs/reports/papers.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { kindOf } from '../../src/reports/kinds.ts';
import { type Browser, openTestConsole, raiseAlerts, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
let officer: Browser;
beforeAll(async () => {
  console = await openTestConsole();
  officer = await signIn(console, 'officer');
});
afterAll(() => console.close());

const textOf = async (path: string) => (await officer.get(path)).text();
const countsOf = async (query: string) =>
  (await (await officer.get(`/api/v1/counts${query}`)).json()) as {
    totals: { items: number };
    categories: { id: string; items: number }[];
    from: string;
    to: string;
  };

test('a page of counts counts the days that its address says, and its lists are of the same days', async () => {
  const page = await textOf('/categories?from=2023-10-01&to=2023-10-31');
  expect(page).toContain('统计 2023-10-01 至 2023-10-31');
  expect(page).toContain('/items?category=work-updates&amp;from=2023-10-01&amp;to=2023-10-31');
  expect((await countsOf('?from=2023-10-01&to=2023-10-31')).totals.items).toBe(2);
  expect((await countsOf('?from=2023-11-01&to=2023-11-30')).totals.items).toBe(2);
  expect((await countsOf('?from=2022-01-01&to=2022-12-31')).totals.items).toBe(0);
});

test('the API, the page’s file and the whole year agree', async () => {
  const year = await countsOf('?period=last-year');
  const quarter = await countsOf('?from=2023-10-01&to=2023-12-31');
  expect(year.totals.items).toBe(6);
  expect(quarter.totals.items).toBe(year.totals.items);
  expect((await countsOf('')).from).toBe('2024-01-01');
  const file = await textOf('/categories?from=2023-10-01&to=2023-12-31&table=categories&format=csv');
  const told = file
    .split('\r\n')
    .slice(1)
    .map((line) => Number(line.split(',')[3] ?? 0))
    .reduce((sum, items) => sum + items, 0);
  expect(told).toBe(quarter.totals.items);
});

test('every page that counts has the picker, counts the asked days, and keeps what else narrows it', async () => {
  for (const path of ['/units/water', '/columns', '/columns/portal/water-news', '/sites', '/sites/portal']) {
    const page = await textOf(`${path}?from=2023-10-01&to=2023-10-31`);
    expect(page, path).toContain('统计 2023-10-01 至 2023-10-31');
    expect(page, path).toMatch(/\/items\?[^"]*from=2023-10-01&amp;to=2023-10-31/);
  }
  expect(await textOf('/columns?status=overdue&page=2')).toContain('/columns?status=overdue&amp;period=last-year');
});

test('the trend goes back two years week by week, for the city and for a unit, and marks circulars', async () => {
  const { id } = await beginPaper(console.deps, kindOf('circular')!, { from: '2024-01-01', to: '2024-03-20' }, null, 'test');
  await releasePaper({ ...console.deps, clock: { ...console.deps.clock, now: () => new Date('2024-03-19T02:00:00Z') } }, id, 'test');
  const page = await textOf('/trend');
  expect(page).toMatch(/政办函〔2024〕1号/);
  const trend = (await (await officer.get('/api/v1/trend?unit=water')).json()) as {
    weeks: { from: string; items: number; overdue: number; circular: { name: string } | null }[];
  };
  expect(trend.weeks[0]?.from).toBe('2022-03-21');
  expect(trend.weeks).toHaveLength(105);
  expect(trend.weeks.reduce((sum, { items }) => sum + items, 0)).toBe(3);
  expect(trend.weeks.at(-1)).toMatchObject({ overdue: 1, circular: { name: '政办函〔2024〕1号' } });
  expect(trend.weeks.filter(({ circular }) => circular !== null)).toHaveLength(1);
  expect(await textOf('/trend?table=weeks&format=csv')).toMatch(/通报[\s\S]*政办函〔2024〕1号/);
  const own = await signIn(console, 'unit-editor', 'water');
  const theirs = await (await own.get('/trend?unit=health')).text();
  expect(theirs.includes('政办函')).toBe(false);
  expect(theirs.includes('/items?unit=water')).toBe(true);
  expect(theirs.includes('/items?unit=health')).toBe(false);
});

test('a page that counts by no period says so where one is asked for, gives out no file of another, and the API refuses', async () => {
  for (const path of ['/', '/duties', '/quality', '/clocks', '/runs']) {
    const page = await textOf(`${path}?from=2023-01-01&to=2023-03-31`);
    expect(page, path).toContain('本页不按时段统计，地址里的时段“2023-01-01 2023-03-31”没有采用');
    expect(await textOf(path), path).not.toContain('本页不按时段统计');
  }
  for (const path of [
    '/duties?period=last-year&table=list&format=csv',
    '/quality?from=2023-01-01&format=xlsx',
    '/items?period=nonsense&format=csv',
  ])
    expect((await officer.get(path)).status, path).toBe(400);
  for (const path of ['overview', 'duties', 'findings', 'sites', 'runs', 'forecast']) {
    const answer = await officer.get(`/api/v1/${path}?from=2023-01-01&to=2023-03-31`);
    expect(answer.status, path).toBe(400);
    expect(await answer.json()).toEqual({ error: '此接口不按时段统计，不接受参数：from, to。' });
    expect((await officer.get(`/api/v1/${path}`)).status, path).toBe(200);
  }
  expect((await officer.get('/api/v1/items?period=last-year')).status).toBe(400);
});

test('alerts are listed by the period in which they were opened, on the page, in its file and by the API alike', async () => {
  await raiseAlerts(console);
  const all = (await (await officer.get('/api/v1/alerts')).json()) as { id: string; openedAt: string }[];
  expect(all.length).toBeGreaterThan(0);
  const day = all[0]!.openedAt.slice(0, 10);
  const listed = async (query: string) => ((await (await officer.get(`/api/v1/alerts?${query}`)).json()) as object[]).length;
  expect(await listed('period=last-year')).toBe(0);
  expect(await listed(`from=${day.slice(0, 7)}-01&to=2099-12-31`)).toBe(all.length);
  expect(await listed(`to=2020-12-31`)).toBe(0);
  expect((await textOf('/alerts?state=all&to=2020-12-31&format=csv')).trim().split('\r\n')).toHaveLength(1);
  expect((await textOf(`/alerts?state=all&from=2020-01-01&format=csv`)).trim().split('\r\n').length).toBeGreaterThan(1);
  expect(await textOf('/alerts?period=last-year')).not.toContain('本页不按时段统计');
  expect(await textOf('/alerts?period=nonsense')).toContain('“nonsense”没有采用');
});

test('the trend of a period that is asked for is of its weeks, with its last quarter counted whole', async () => {
  const trend = (await (await officer.get('/api/v1/trend?from=2023-11-01&to=2023-12-31')).json()) as {
    weeks: { from: string; to: string; items: number }[];
    quarters: { from: string; items: number }[];
  };
  expect([trend.weeks[0]!.from, trend.weeks.at(-1)!.to]).toEqual(['2023-10-30', '2023-12-31']);
  expect(trend.quarters.map(({ from }) => from)).toEqual(['2023-10-01', '2023-07-01']);
  const counted = (await (await officer.get('/api/v1/counts?from=2023-10-01&to=2023-12-31')).json()) as { totals: { items: number } };
  expect(trend.quarters[0]!.items).toBe(counted.totals.items);
  expect(await textOf('/trend?period=last-year')).toContain('统计 2023-01-01 至 2023-12-31');
  expect((await officer.get('/api/v1/trend?period=nonsense')).status).toBe(400);
});

test('a score is of the period that is asked for', async () => {
  const scoreIn = async (query: string) => {
    const units = (await (await officer.get(`/api/v1/units?${query}`)).json()) as {
      id: string;
      score: { score: number; columns: number } | null;
    }[];
    return units.find(({ id }) => id === 'water')?.score;
  };
  expect(await scoreIn('from=2023-12-05&to=2023-12-19')).toMatchObject({ score: 100, columns: 1 });
  expect(await scoreIn('from=2024-02-01&to=2024-02-29')).toMatchObject({ score: 0 });
  expect(await scoreIn('from=2022-01-01&to=2022-12-31')).toBeNull();
});

test('a period that is over stays as it was closed; a later audit that counts otherwise writes a revision that says what changed', async () => {
  const { deps, store } = console;
  const run = (await store.runs.lastAudit())!;
  const { result } = await judgementOf(deps, run);
  const workshop = deps as unknown as Workshop;
  const of = (from: string, to: string) => store.closings.of({ from, to });
  await closePeriods(workshop, run, null);
  expect(await of('2023-01-01', '2023-12-31')).toEqual([]);
  for (let again = 0; again < 2; again++) await closePeriods(workshop, run, result);
  expect(await of('2023-01-01', '2023-12-31')).toMatchObject([{ revision: 1, asOf: '2024-03-20', figures: { items: 6 }, changes: [] }]);
  expect(await of('2024-01-01', '2024-03-31')).toEqual([]);
  // A further item of December is listed.
  const listing = { category: 'work-updates', area: null, first: true, firstOfUnit: true, firstOfSite: true, firstOfUnitOnSite: true };
  const days = ['2023-10-05', '2023-11-05', '2023-12-05', '2023-12-06'];
  const listed = days.map((day, place) => ({ ...listing, item: `portal.example/water/${place}`, day }));
  await store.judgements.list({ site: 'portal', id: 'water-news', unit: 'water' }, listed);
  await closePeriods(workshop, { ...run, id: 'run-2' }, result);
  const year = await of('2023-01-01', '2023-12-31');
  expect(year.map(({ revision, figures: { items } }) => [revision, items])).toEqual([
    [2, 7],
    [1, 6],
  ]);
  expect(await of('2023-10-01', '2023-10-31')).toHaveLength(1);
  expect(await of('2023-12-01', '2023-12-31')).toHaveLength(2);
  const page = await textOf('/categories?period=last-year');
  expect(/更正过 1 次[\s\S]*总数 6 → 7/.test(page)).toBe(true);
  const counted = (await (await officer.get('/api/v1/counts?period=last-year')).json()) as unknown as { closed: { changes: object[] }[] };
  expect(counted.closed[0]?.changes).toContainEqual({ of: 'units', id: 'water', was: 3, now: 4 });
  await judgeAndKeep(deps, run);
});

test('a correction of an item revises the closed quarter at once, and papers of it say what changed: released ones beside their text, new ones in it', async () => {
  const { deps, store } = console;
  const quarter = { from: '2023-10-01', to: '2023-12-31' };
  const run = (await store.runs.lastAudit())!;
  const { result } = await judgementOf(deps, run);
  await closePeriods(deps as unknown as Workshop, run, result);
  const closed = (await store.closings.of(quarter)).length;
  const released: string[] = [];
  for (const kind of ['circular', 'supervision']) {
    const { id } = await beginPaper(deps, kindOf(kind)!, quarter, null, 'test');
    if (kind === 'supervision') await editPaper(deps, id, new Map([['opening', '请答复来信。']]), 'test');
    await releasePaper(deps, id, 'test');
    released.push(id);
  }
  const [circular, order] = released.map((id) => `/papers/${id}`);
  expect(await textOf(circular!)).not.toContain('数字有更正');
  const category = 'fiscal-budget';
  expect((await officer.post('/item/category', { item: 'portal.example/water/1', category, why: '是预算' })).status).toBe(302);
  type Told = { closed: { revision: number; cause: string; changes: { of: string; id: string; was: number; now: number }[] }[] };
  // The estate is judged anew beside the pages.
  const counted = await vi.waitFor(async () => {
    const told = (await (await officer.get('/api/v1/counts?from=2023-10-01&to=2023-12-31')).json()) as Told;
    expect(told.closed).toHaveLength(closed + 1);
    return told;
  }, 20_000);
  expect(counted.closed[0]).toMatchObject({ revision: closed + 1, cause: 'correction' });
  expect(counted.closed[0]!.changes).toContainEqual(expect.objectContaining({ of: 'categories', id: category }));
  expect(await textOf('/categories?from=2023-10-01&to=2023-12-31')).toContain('因人工更正或规则、范围变动重新统计');
  expect(await textOf(circular!)).toMatch(/时段的数字有更正[\s\S]*第 \d 版/);
  expect(await textOf(order!)).not.toContain('数字有更正');
  const paper = (await (await officer.get(`/api/v1${circular}`)).json()) as { revisedSince: { revision: number }[] };
  expect(paper.revisedSince).toMatchObject([{ revision: closed + 1 }]);
  const anew = await beginPaper(deps, kindOf('circular')!, quarter, null, 'test');
  expect(anew.drawn.sections.at(-1)).toMatchObject({
    heading: expect.stringContaining('数字更正'),
    paragraphs: expect.arrayContaining([expect.stringMatching(/第\d次更正：.*涉及2个类别/)]),
  });
});

test('periods are chosen by name, also of units; what is none is told of and refused by the API', async () => {
  expect(await textOf('/units?period=last-year')).toContain('统计 2023-01-01 至 2023-12-31');
  expect(await textOf('/categories?period=nonsense')).toContain('“nonsense”不是可用的时段');
  expect((await officer.get('/api/v1/counts?period=nonsense')).status).toBe(400);
  expect((await officer.get('/api/v1/counts?from=2023-02-31')).status).toBe(400);
  expect((await officer.get('/api/v1/counts?from=2023-03-31&to=2023-01-01')).status).toBe(400);
});
