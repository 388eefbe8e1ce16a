import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAlert, noon } from '../alerts/make.ts';
import { type Browser, openTestConsole, signIn, type TestConsole } from './support.ts';

const measured = {
  rule: null,
  period: 'P14D',
  workingDays: null,
  dueOn: '2024-02-15',
  overdueDays: 15,
  lastPublished: '2024-02-01',
  readAt: null,
  page: null,
} as const;

let console: TestConsole;
let officer: Browser;
beforeAll(async () => {
  console = await openTestConsole();
  const answer = { by: 'editor@example.cn', at: noon(3), what: '补发防汛信息', until: '2024-03-08' };
  const place = { site: 'portal', column: 'water-news' };
  const alerts = [
    makeAlert({
      id: 'done',
      key: 'done',
      ...place,
      state: 'closed',
      sentAt: noon(2),
      measured,
      answer,
      rectifiedAt: noon(7),
      closedAt: noon(8),
    }),
    makeAlert({ id: 'named', key: 'named', ...place, state: 'sent', sentAt: noon(2), level: 3, message: '三次升级仍未整改' }),
    makeAlert({ id: 'young', key: 'young', ...place, unit: 'health', column: 'health-news', message: '卫健刚发现的' }),
  ];
  await console.store.alerts.apply(alerts.map((alert) => ({ alert, before: null, entries: [], notices: [] })));
  officer = await signIn(console, 'officer');
});
afterAll(() => console.close());

async function ledger(browser: Browser, query: string): Promise<Record<string, string>[]> {
  const text = await (await browser.get(`/alerts?format=csv&${query}`)).text();
  const [head = [], ...rows] = text
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((cells) => Object.fromEntries(head.map((name, place) => [name, cells[place] ?? ''])));
}

describe('the ledger of alerts as a file', () => {
  test('tells of each problem where it was, what the unit did, and when it was seen mended', async () => {
    expect(await ledger(officer, 'state=closed')).toEqual([
      expect.objectContaining({
        状态: '已销号',
        责任单位: '市水利局',
        网站: '试验市门户',
        栏目路径: '水利动态',
        问题类型: expect.stringMatching(/更新/),
        最近更新: '2024-02-01',
        超期天数: '15',
        发送时间: '2024-03-02 12:00',
        整改措施: '补发防汛信息',
        完成日期: '2024-03-08',
        复查整改时间: '2024-03-07 12:00',
        销号时间: '2024-03-08 12:00',
        永久地址: 'http://127.0.0.1:8460/alerts/done',
      }),
    ]);
  });

  test('holds the circular’s list where only that rung is asked for', async () => {
    expect(await ledger(officer, 'rung=circular')).toEqual([expect.objectContaining({ 问题: '三次升级仍未整改', 督办层级: '通报名单' })]);
    expect(await ledger(officer, 'rung=nonsense')).toHaveLength(2);
  });

  test('is the own unit’s for a unit editor', async () => {
    const editor = await signIn(console, 'unit-editor', 'water');
    expect((await ledger(editor, 'state=all')).map((row) => row.责任单位)).toEqual(['市水利局', '市水利局']);
  });

  test('says where it ends when it does not hold all', { timeout: 120_000 }, async () => {
    for (let batch = 0; batch <= 50; batch++) {
      const many = Array.from({ length: 1000 }, (_, place) => `many-${batch}-${place}`);
      const alerts = many.map((id) => makeAlert({ id, key: id, column: null, unit: 'health' }));
      await console.store.alerts.apply(alerts.map((alert) => ({ alert, before: null, entries: [], notices: [] })));
    }
    const rows = (await (await officer.get('/alerts?format=csv')).text()).trim().split('\r\n');
    expect([rows.length, rows.at(-1)]).toEqual([50_002, '只导出前 50000 条，其余请筛选后分几次导出']);
  });
});
