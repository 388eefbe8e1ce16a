import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvalIn } from '../../src/duties/enter-approval.ts';
import { systemClock } from '../../src/model/clock.ts';
import { type Browser, ORIGIN, openTestConsole, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
let browser: Browser;
let looks = 0;
/** Each look at the clock is a second later: what a page remembers lasts no longer. */
function laterEachTime(): Date {
  looks += 1;
  return new Date(Date.parse('2024-03-20T13:00:00+08:00') + looks * 1100);
}

beforeAll(async () => {
  console = await openTestConsole(ORIGIN, { clock: { ...systemClock, now: laterEachTime } });
  browser = await signIn(console, 'supervisor');
});
afterAll(() => console.close());

const CELL = /<a class="cell" href="([^"]+)">/g;
const linksIn = (page: string) => [...page.matchAll(CELL)].map(([, link = '']) => link.replaceAll('&amp;', '&'));

test('every cell of the matrix opens its evidence: rule, last day, state and where it was looked for', async () => {
  const page = await (await browser.get('/duties')).text();
  expect(page).toContain('政府信息公开工作年度报告（部门）');
  const links = linksIn(page);
  expect(links.length).toBeGreaterThan(6);
  for (const link of links) {
    const evidence = await browser.get(link);
    expect(evidence.status, link).toBe(200);
    expect(await evidence.text(), link).toMatch(/依据文件[\s\S]*到哪里找过/);
  }
});

test('evidence says what to watch where nothing can be told, that a term moves past a day off, and that no clock has begun', async () => {
  const of = async (rule: string, year: number) =>
    (await browser.get(`/duty?${new URLSearchParams({ rule: `national-2019/${rule}`, unit: 'water', year: String(year) })}`)).text();
  expect(await of('annual-report-department', 2023)).toMatch(/无法判定[\s\S]*没有监测能发布它的栏目[\s\S]*公开监督/);
  expect(await of('rule-of-law', 2023)).toContain('2024-04-01<small> 法定的 2024-03-31 是休息日，按民法典第二百零三条顺延');
  expect(await of('budget-unit', 2024)).toContain('批准的日期没有录入，期限未起算');
  expect(await of('power-list', 2024)).toContain('长期公开，没有期限');
  expect((await browser.get('/duty?rule=national-2019%2Fnothing&unit=water&year=2023')).status).toBe(404);
});

test('what is to be published within thirty days stands on the page of today and in the calendar', async () => {
  expect(await (await browser.get('/')).text()).toMatch(/未来 30 天应公开[\s\S]*法治政府建设年度报告/);
  expect(await (await browser.get('/?ahead=3')).text()).not.toContain('未来 3 天应公开</caption>');
  const unit = await (await browser.get('/units/water?ahead=14')).text();
  expect(unit).toMatch(/14 天内 <a href="\/units\/water\?ahead=14#table-coming">[\s\S]*未来 14 天应公开[\s\S]*法治政府建设年度报告/);
  const told = async (query: string) =>
    ((await (await browser.get(`/api/v1/forecast${query}`)).json()) as { unit: string; duties: { rule: string; inDays: number }[] }[])
      .filter((one) => one.unit === 'water')
      .flatMap(({ duties }) => duties.map(({ rule }) => rule));
  expect([await told('?days=7'), await told('?days=30')]).toEqual([
    expect.not.arrayContaining(['national-2019/rule-of-law']),
    expect.arrayContaining(['national-2019/rule-of-law']),
  ]);
  expect((await browser.get('/api/v1/forecast?days=5')).status).toBe(400);
  const calendar = (await (await browser.get('/feeds/due.ics')).text()).replaceAll('\r\n ', '');
  expect(calendar).toContain('SUMMARY:市水利局：法治政府建设年度报告 2023 年');
  const [event = ''] = /UID:duty-national-2019\/rule-of-law-water--2023@gongkai[\s\S]*?END:VEVENT/.exec(calendar) ?? [];
  expect(event).toContain('DTSTART;VALUE=DATE:20240401');
  // Reminders as letters come; of what no law dates there are none.
  expect(event.match(/TRIGGER:.*/g)).toEqual(['TRIGGER:-P30D', 'TRIGGER:-P7D']);
  const listed = calendar.split('BEGIN:VEVENT').filter((one) => one.includes('UID:duty-national-2019/proposals-handled'));
  expect(listed.length).toBeGreaterThan(0);
  for (const one of listed) expect(one).not.toContain('VALARM');
});

test('the matrix goes as a workbook, and a unit sees its own row only', async () => {
  const file = await browser.get('/duties?table=matrix&format=csv');
  const lines = (await file.text()).split('\r\n');
  expect(lines[0]).toContain('法治政府建设年度报告');
  expect(lines.map((line) => line.split(',')[0])).toEqual(expect.arrayContaining(['市水利局', '市卫健局']));
  const editor = await signIn(console, 'unit-editor', 'health');
  const own = await (await editor.get('/duties')).text();
  expect(linksIn(own).length).toBeGreaterThan(3);
  for (const link of linksIn(own)) expect(new URL(link, ORIGIN).searchParams.get('unit')).toBe('health');
});

test('the roster of budgets names who owes one, goes as a workbook, and is told to programs', async () => {
  expect(await (await browser.get('/duties/budgets')).text()).toMatch(/预决算公开名册[\s\S]*部门预算[\s\S]*市水利局/);
  const [head = '', ...rows] = (await (await browser.get('/duties/budgets?table=roster&format=csv')).text()).split('\r\n');
  expect(head).toContain('批准后第几天,状态,总计（万元）,“三公”经费（万元）');
  expect(rows.some((row) => row.startsWith('市水利局,部门预算,2024,'))).toBe(true);
  const { rows: told } = (await (await browser.get('/api/v1/budgets')).json()) as { rows: { unit: string; state: string }[] };
  expect(told).toContainEqual(expect.objectContaining({ unit: 'water', state: 'clock-not-begun', approvedOn: null, total: null }));
});

test('of a pair that is not there nobody says anything, and only who may', async () => {
  const pair = { rule: 'national-2019/consultation-answer', call: 'http://a.example/1', answer: 'http://a.example/2', accepted: 'yes' };
  const refused = await browser.post('/pairs', pair);
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('没有这一对')]);
  expect((await browser.post('/pairs/withdraw', pair)).status).toBe(404);
  const editor = await signIn(console, 'unit-editor', 'health');
  expect((await editor.post('/pairs', pair)).status).toBe(403);
  expect(await (await browser.get('/api/v1/pairs/decisions')).json()).toEqual([]);
});

test('the day of approval that a person enters begins the clock; taken back, it has not begun', async () => {
  const dueOn = async () =>
    (await (await browser.get('/duty?rule=national-2019%2Fbudget-unit&unit=water&year=2024')).text()).replace(/\s+/g, ' ');
  const form = { what: 'budget', year: '2024', on: '2024-01-20', units: '', source: 'http://portal.example/jueyi' };
  expect((await browser.post('/duties/approvals', form)).status).toBe(302);
  await expect.poll(dueOn, { timeout: 10_000 }).toMatch(/2024-02-29[\s\S]*人大批准预算 2024-01-20[\s\S]*http:\/\/portal\.example\/jueyi/);
  const [entered] = await console.store.approvals.list();
  expect(entered).toMatchObject({ what: 'budget', year: 2024, on: '2024-01-20', units: null });
  expect((await browser.post('/duties/approvals/withdraw', { id: entered!.id })).status).toBe(302);
  await expect.poll(dueOn, { timeout: 10_000 }).toContain('批准的日期没有录入');
  expect((await browser.post('/duties/approvals', { ...form, on: '2024-12-01' })).status).toBe(400);
  expect((await browser.post('/duties/approvals', { ...form, units: 'nobody' })).status).toBe(400);
});

test.each([
  ['广水市第七届人民代表大会第二次会议关于批准2018年预算的决议', { what: 'budget', year: 2018 }],
  ['关于批准广水市2017年财政预算执行情况和2018年财政预算草案的决议', { what: 'budget', year: 2018 }],
  ['市人大常委会关于批准2017年市级财政决算的决议', { what: 'accounts', year: 2017 }],
  ['市人大常委会关于批准2018年市级预算调整方案的决议', { what: 'adjustment', year: 2018 }],
  ['市九届人大三次会议关于广水市2018年财政预算的决议', { what: 'budget', year: 2018 }],
  ['市人大常委会第十二次会议批准2017年市级决算', { what: 'accounts', year: 2017 }],
  ['市财政局关于批准2018年度部门预算的批复', null],
  ['关于批准政府工作报告的决议', null],
  ['关于2018年预算草案的报告', null],
])('a title may tell of an approval: %s', (title, told) => {
  expect(approvalIn(title)).toEqual(told);
});
