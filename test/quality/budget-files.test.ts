import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPair } from '../../src/duties/duty.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { buildSheet } from '../../src/reports/sheet.ts';
import { articlePage, listPage, openSmallWorld, type SmallWorld } from './world.ts';

const ID = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
const ROWS = [
  ['部门收支总表', '', '', '单位：万元'],
  ['收入', '预算数', '支出', '预算数'],
  ['财政拨款收入', 120.5, '一般公共预算支出', 120.5],
  ['收入总计', 120.5, '支出总计', 120.5],
  ['基本支出', 80.5, '项目支出', 40],
  ['“三公”经费', 3.2, '经办人身份证号', ID],
] as const;

let world: SmallWorld;
beforeAll(async () => {
  const sheet = await buildSheet('预算公开表', ['2018年部门预算公开表'], ROWS);
  const type = 'application/octet-stream';
  const year = new Date().getFullYear();
  world = await openSmallWorld(
    [
      { id: 'ys', category: 'fiscal-budget' },
      { id: 'wj', category: 'policies-regulations' },
      { id: 'jd', category: 'policies-regulations' },
    ],
    (ago) => ({
      '/': '<html><head><title>门户</title></head><body><p>门户</p></body></html>',
      '/ys/': listPage([
        { href: '1.html', title: `市政府办公室${year}年部门预算公开`, day: ago(2) },
        { href: '2.html', title: '惠民补贴发放名册', day: ago(3) },
      ]),
      '/ys/1.html': articlePage(`市政府办公室${year}年部门预算公开`, ago(2), '<p>附件：<a href="/f/1.xlsx">公开表.xlsx</a></p>'),
      '/ys/2.html': articlePage('惠民补贴发放名册', ago(3), '<p>附件：<a href="/f/2.xlsx">名册.xlsx</a></p>'),
      '/f/1.xlsx': { type, body: sheet },
      '/f/2.xlsx': { type, body: sheet },
      '/wj/': listPage([{ href: '1.html', title: '关于印发《小市养老服务补贴办法》的通知', day: ago(9) }]),
      '/wj/1.html': articlePage('关于印发《小市养老服务补贴办法》的通知', ago(9), ''),
      '/jd/': listPage([{ href: '1.html', title: '一图读懂我市养老新政', day: ago(8) }]),
      '/jd/1.html': articlePage('一图读懂我市养老新政', ago(8), '<p>政策原文：<a href="../wj/1.html">补贴办法</a></p>'),
    }),
    { estate: (ago) => `approvals:\n  - { what: budget, year: ${year}, on: '${ago(10)}' }\n` },
  );
}, 60_000);
afterAll(() => world?.close());

test('a budget in a workbook beside its page is read there without a request more, masked; of other files nothing is kept', async () => {
  const first = await world.audit();
  const asked = world.asked.filter((path) => path.startsWith('/f/'));
  expect(asked.sort()).toEqual(['/f/1.xlsx', '/f/2.xlsx']);
  // Files are looked into when the night is over.
  const { duties } = first.duties.some(({ budget }) => budget?.total) ? first : await world.audit(1);
  expect(duties.find(({ rule, budget }) => rule.endsWith('/budget-unit') && budget)).toMatchObject({
    state: 'done',
    budget: { total: 120.5, threePublic: 3.2, lacking: [], whole: true },
  });
  const { items } = world.hands.store;
  const host = world.origin.replace('http://', '');
  const texts = await items.texts(['1', '2'].map((page) => `${host}/ys/${page}.html`));
  expect(texts.map(({ key, files }) => [key.slice(-6), files.filter(({ text }) => text !== null).length]).sort()).toEqual([
    ['1.html', 1],
    ['2.html', 0],
  ]);
  expect(JSON.stringify(texts)).toContain(ID.slice(0, 6));
  expect(JSON.stringify(texts)).not.toContain(ID);
});

test('an interpretation that links to its file is paired with it, whatever it is called', async () => {
  const { duties } = await world.audit(1);
  expect(duties.filter(isPair).filter(({ counterpart }) => counterpart !== null)).toMatchObject([
    { title: '关于印发《小市养老服务补贴办法》的通知', counterpart: `${world.origin}/jd/1.html`, linked: true },
  ]);
});
