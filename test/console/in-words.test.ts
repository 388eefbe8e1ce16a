import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOnAlert } from '../../jobs/alerts/act.ts';
import { browserName } from '../../src/console/pages/account/browser-name.ts';
import { type Browser, letHear, NEXT_WEEK, openTestConsole, raiseAlerts, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
let supervisor: Browser;

beforeAll(async () => {
  console = await openTestConsole();
  await raiseAlerts(console);
  supervisor = await signIn(console, 'supervisor');
});
afterAll(() => console.close());

const textOf = async (path: string, browser = supervisor) => (await browser.get(path)).text();

describe('pages speak of things by their names', () => {
  test('a finding names its rule, and the name leads to the rule with its document', async () => {
    const page = await textOf('/');
    const [, rule = ''] = /<a href="\/rules#([^"]+)">栏目应更新未更新<\/a>/.exec(page) ?? [];
    expect(page).not.toContain('>column-overdue<');
    expect(await textOf('/rules')).toContain(`id="${rule}"`);
  });

  test('a column says whose it is and on which site, and names the rule that it is judged by', async () => {
    const page = await textOf('/columns/portal/water-news');
    const lead = /<p class="lead">(.*?)<\/p>/s.exec(page)?.[1] ?? '';
    expect(lead).toContain('<a href="/units/water">市水利局</a>');
    expect(lead).toContain('<a href="/sites/portal">试验市门户</a>');
    expect(page).toContain('动态类两周');
    expect(page).not.toContain('national-2019/work-updates');
  });

  test("a unit editor's column names the site without a way to a page that only the office may open", async () => {
    const page = await textOf('/columns/portal/water-news', await signIn(console, 'unit-editor', 'water'));
    expect(page).toContain('试验市门户');
    expect(page).not.toContain('/sites/portal');
  });

  test('a unit editor reads of the last audit when it was, not how much of the others it could not read', async () => {
    expect(await textOf('/')).toContain('<dt>未读到</dt>');
    const page = await textOf('/', await signIn(console, 'unit-editor', 'water'));
    expect(page).toContain('最近一次监测');
    expect(page).not.toContain('<dt>未读到</dt>');
  });

  test('the log says what was done to what', async () => {
    const [alert] = await console.store.alerts.list({ columns: ['water-news'] });
    await supervisor.post('/alerts', { alert: alert!.id, act: 'dismissed', why: '核对', until: NEXT_WEEK, reason: 'false-alarm' });
    await supervisor.post('/columns/portal/water-news/category', { category: 'notices', why: '按栏目名' });
    const log = await textOf('/log');
    expect(log).toContain('不予处理');
    expect(log).toContain(`<a href="/alerts/${alert!.id}">`);
    expect(log).toContain('通知公告：按栏目名');
    expect(log).toContain('<a href="/columns/portal/water-news">');
  });

  test('a device is told by its browser, not by all that the browser claims to be', () => {
    const edge =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0';
    expect(browserName(edge)).toBe('Edge 128 · Windows');
    expect(browserName('curl/8.9')).toBe('curl/8.9');
  });
});

describe('pages say what to do next', () => {
  test('settings tell in words when something is done by itself, and name no setting', async () => {
    const page = await textOf('/settings');
    expect(page).toMatch(/每天 19:00 开始监测，最迟到次日 07:30 结束。.*工作周报周一 08:30 发出/s);
    expect(page).not.toContain('estate.yaml 的');
    await supervisor.get('/language/en');
    expect(await textOf('/settings')).toMatch(/Watching begins at 19:00 every day and ends by 07:30 of the next day\./);
    await supervisor.get('/language/zh');
  });

  test('what is not there is told in words, with the way back', async () => {
    const answer = await supervisor.get('/nothing-of-that-name');
    const page = await answer.text();
    expect(answer.status).toBe(404);
    expect(page).toContain('<h1>没有这个页面</h1>');
    expect(page).toContain('<a href="/">回到今日</a>');
  });

  test('a stored page leads back to the column that was read from it', async () => {
    expect(await textOf(`/pages/${console.pages.water}`)).toContain('<a href="/columns/portal/water-news">市水利局 / 水利动态</a>');
  });

  test('months in which a unit published nothing stand among the others', async () => {
    const months = [...(await textOf('/units/water?table=months&format=csv')).matchAll(/^(\d{4}-\d{2}),(\d+)/gm)];
    expect(months).toHaveLength(13);
    expect(months.filter(([, , count]) => count === '0').length).toBeGreaterThan(5);
  });
});

test('units tell how long they take with alerts, to people and to programs', async () => {
  const [alert] = await console.store.alerts.list({ columns: ['health-news'] });
  const { deps } = console;
  letHear(console, 'health');
  if (alert!.state === 'open') await actOnAlert(deps, alert!.id, { kind: 'confirmed', why: '' }, 'test');
  await actOnAlert(deps, alert!.id, { kind: 'sent', why: '' }, 'test');
  await actOnAlert(deps, alert!.id, { kind: 'acknowledged', what: '补发', until: NEXT_WEEK }, 'test');
  const units = (await (await supervisor.get('/api/v1/units')).json()) as { id: string; answered: object; rectified: object }[];
  expect(units.find(({ id }) => id === 'health')).toMatchObject({
    answered: { measured: 1, median: 0, worst: 0 },
    rectified: { measured: 0, median: null, worst: null },
  });
  expect(await textOf('/units/health')).toMatch(/答复工作日<\/dt><dd>0 <small>（<a href="[^"]*reached=answered[^"]*">1<\/a> 件）/);
});
