import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingRow } from '../../src/checks/finding.ts';
import { hasLuhnDigit } from '../../src/privacy/bank-cards.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { articlePage, listPage, openSmallWorld, type SmallWorld } from './world.ts';

const ID = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
const CARD = [...'0123456789'].map((digit) => `621799123456789012${digit}`).find(hasLuhnDigit)!;
const PRIVATE = [ID, CARD, '13812345678', '解放路15号3栋201室'];
const OFFICIAL = '13987654321';
const leaks = (what: unknown) => PRIVATE.filter((text) => JSON.stringify(what).includes(text));

const ROSTER = `<table><tr><td>户主姓名</td><td>身份证号</td><td>联系电话</td><td>家庭住址</td><td>银行卡号</td></tr>
<tr><td>王小明</td><td>${ID}</td><td>13812345678</td><td>城关镇解放路15号3栋201室</td><td>${CARD}</td></tr></table>`;

let world: SmallWorld;
beforeAll(async () => {
  world = await openSmallWorld(['gs'], (ago) => ({
    '/': '<html><head><title>门户</title></head><body><p>门户</p></body></html>',
    '/gs/': listPage([
      { href: 'a.html', title: '2018年农村低保对象公示', day: ago(2) },
      { href: 'b.html', title: `王某身份证${ID}遗失声明`, day: ago(3) },
      { href: 'c.html', title: '关于防汛值班电话的通知', day: ago(4) },
      { href: 'd.html', title: '已遮挡的名单', day: ago(5) },
    ]),
    '/gs/a.html': articlePage('2018年农村低保对象公示', ago(2), ROSTER),
    '/gs/b.html': articlePage(`王某身份证${ID}遗失声明`, ago(3), '<p>特此声明。</p>'),
    '/gs/c.html': articlePage('关于防汛值班电话的通知', ago(4), `<p>值班电话：${OFFICIAL}，统一社会信用代码 ${ID.slice(0, 17)}A。</p>`),
    '/gs/d.html': articlePage('已遮挡的名单', ago(5), `<p>王小明，身份证号 ${ID.slice(0, 6)}********${ID.slice(14)}</p>`),
  }));
}, 60_000);
afterAll(() => world?.close());

test('what pages say of private persons is found, nothing else is, and it leaves masked wherever it goes', async () => {
  const result = await world.audit();
  const found = world.found(result, 'personal-data');
  expect(found.map(({ url, severity, certainty }) => [url?.slice(-6), severity, certainty])).toEqual([
    ['a.html', 'major', 'sure'],
    ['b.html', 'major', 'sure'],
  ]);
  expect(found[0]!.message).toContain('身份证号码 1 个（如 420111************）');

  const { store } = world.hands;
  const items = [];
  for await (const item of store.items.stream({})) items.push({ ...item, text: await store.items.text(item.key) });
  expect(items).toHaveLength(4);
  expect(JSON.stringify(items)).toContain(OFFICIAL);
  const alerts = await store.alerts.list({});
  const letters = await Promise.all(alerts.map(({ id }) => store.outbox.list({ alert: id })));
  const leaving = {
    findings: result.findings.map((finding) => [findingRow(finding, 'zh'), findingRow(finding, 'en')]),
    items,
    sightings: await store.items.sightings(),
    alerts,
    letters,
    log: result,
  };
  for (const [where, what] of Object.entries(leaving)) expect(leaks(what), where).toEqual([]);
});

test('a page that was mended is looked at again, though its list is as it was, and is found no more', async () => {
  world.put('/gs/a.html', articlePage('2018年农村低保对象公示', world.ago(2), '<p>名单已更正。</p>'));
  world.put('/gs/b.html', null);
  expect(world.found(await world.audit(), 'personal-data')).toEqual([]);
});
