import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '../../crawlers/documents/document.ts';
import {
  type Browser,
  createBrowser,
  letHear,
  ORIGIN,
  openTestConsole,
  raiseAlerts,
  signIn,
  type TestConsole,
  tokenOf,
} from './support.ts';

const SPAN = { from: '2024-01-01', to: '2024-03-20' };

let console: TestConsole;
let officer: Browser;

beforeAll(async () => {
  console = await openTestConsole();
  await raiseAlerts(console);
  officer = await signIn(console, 'officer');
});
afterAll(() => console.close());

/** Begins a paper and says where it stands. */
async function begun(fields: Record<string, string>): Promise<string> {
  const answer = await officer.post('/papers', { ...SPAN, ...fields });
  expect(answer.status).toBe(302);
  return answer.headers.get('location')!;
}

const text = async (path: string, browser = officer) => (await browser.get(path)).text();

test('from the menu to a released circular in Word it takes four clicks', async () => {
  expect(await text('/')).toContain('href="/papers"');
  expect(await text('/papers')).toContain('value="circular"');
  const path = await begun({ kind: 'circular' });
  expect(await text(path)).toContain('value="release"');
  expect((await officer.post(path, { act: 'release' })).headers.get('location')).toBe(path);
  const file = /href="([^"]+\/file\/docx)"/.exec(await text(path))![1]!;
  const answer = await officer.get(file);
  expect(answer.headers.get('content-disposition')).toContain('.docx');
  const { blocks } = await readDocument(new Uint8Array(await answer.arrayBuffer()), ORIGIN);
  const lines = blocks.map((block) => (block.kind === 'line' ? block.text : block.cells.join('|'))).join('\n');
  expect(lines).toMatch(/政办函〔\d{4}〕1号[\s\S]*检查情况的通报[\s\S]*一、总体情况/);
  expect(lines).not.toContain('草稿');
});

test('what a person writes stands in the paper and in its print version, as text and never as markup', async () => {
  const path = await begun({ kind: 'weekly' });
  await officer.post(`${path}/text`, { 'text:title': '周报<script>alert(1)</script>', 'text:nowhere': '不存在' });
  for (const shown of [path, `${path}/print`]) {
    const page = await text(shown);
    expect(page).toContain('周报&lt;script&gt;');
    expect(page).not.toContain('<script>alert');
  }
  expect(await text(`${path}/print`)).toContain('草稿，由系统生成于');
});

test('boxes of the annual report are filled in where they stand, and go into the files as numbers', async () => {
  const path = await begun({ kind: 'annual', from: '2023-01-01', to: '2023-12-31' });
  const box = /name="(text:box\/1\/0\/1)"/.exec(await text(path))![1]!;
  await officer.post(`${path}/text`, { [box]: '12' });
  expect(await text(path)).toMatch(new RegExp(`name="${box}" value="12"`));
  expect(await text(`${path}/print`)).toContain('<td>12</td>');
});

test('a paper with empty boxes is not released: the page names each, leads to its place and back; a program is told the same', async () => {
  const path = await begun({ kind: 'oversight-form', from: '2023-01-01', to: '2023-12-31' });
  const answer = await officer.post(path, { act: 'release' });
  expect(answer.status).toBe(409);
  const refused = await answer.text();
  expect(refused).toContain(`href="${path}"`);
  const lacking = new RegExp(`href="${path}#(box%2F1%2F0%2F2)">([^<]+)<`).exec(refused)!;
  expect(lacking[2]).toContain('年初网站数');
  const draft = await text(path);
  expect(draft).toContain(`id="${decodeURIComponent(lacking[1]!)}"`);
  expect(draft).toContain('value="release"');
  const token = await tokenOf(officer, ['papers']);
  const told = await console.app.request(`${ORIGIN}/api/v1${path}/acts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ act: 'release' }),
  });
  expect(told.status).toBe(409);
  expect(await told.json()).toMatchObject({
    error: expect.stringContaining('还不能发布'),
    lacks: expect.arrayContaining([{ place: 'box/1/0/2', said: expect.stringContaining('年初网站数') }]),
  });
});

test('a unit reads and answers what was released to it, and finds no draft and nothing of another', async () => {
  const editor = await signIn(console, 'unit-editor', 'water');
  const path = await begun({ kind: 'rectification', unit: 'water' });
  expect((await editor.get(path)).status).toBe(404);
  await officer.post(path, { act: 'release' });
  letHear(console, 'water');
  expect((await officer.post(path, { act: 'send' })).status).toBe(302);
  expect(await text(path, editor)).toContain('应于');
  expect((await editor.post(`${path}/answer`, { said: '已补发三条' })).status).toBe(302);
  expect(await text(path)).toMatch(/送往 1 个地址[\s\S]*已补发三条/);
  const other = await begun({ kind: 'rectification', unit: 'health' });
  await officer.post(other, { act: 'release' });
  expect((await editor.get(other)).status).toBe(404);
  expect((await editor.post(`${other}/answer`, { said: '越权' })).status).toBe(404);
  expect((await createBrowser(console).get(`${path}/file/docx`)).status).not.toBe(200);
});

test('a program does what the page does: begins, releases, sends, corrects, withdraws with a reason, and is refused what does not go', async () => {
  const token = await tokenOf(officer, ['read', 'papers']);
  const call = async (path: string, body?: object, bearer = token) => {
    const init = { headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' } };
    const answer = await console.app.request(`${ORIGIN}/api/v1/papers${path}`, {
      ...init,
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const { body: draft } = await call('', { kind: 'rectification', ...SPAN, unit: 'water' });
  expect(draft).toMatchObject({ kind: 'rectification', state: 'draft', number: null, from: '2024-01-01', to: '2024-03-20' });
  const acts = `/${draft.id}/acts`;
  expect((await call(acts, { act: 'answer', said: '已改' })).status).toBe(409);
  expect((await call(acts, { act: 'release' })).body).toEqual({ paper: draft.id, sentTo: null });
  letHear(console, 'water');
  expect((await call(acts, { act: 'send' })).body).toEqual({ paper: draft.id, sentTo: 1 });
  expect((await call(acts, { act: 'answer' })).status).toBe(409);
  const { body: corrected } = await call(acts, { act: 'correct' });
  expect(corrected.paper).not.toBe(draft.id);
  expect((await call(acts, { act: 'withdraw' })).status).toBe(409);
  expect((await call(acts, { act: 'withdraw', said: '数字有误' })).status).toBe(200);
  const { body: shown } = await call(`/${draft.id}`);
  expect(shown).toMatchObject({ state: 'withdrawn', addressee: '市水利局：', title: '整改通知书' });
  expect((shown.life as { event: string }[]).map(({ event }) => event)).toEqual(['begun', 'released', 'sent', 'withdrawn']);
  expect((await call('', { kind: 'weekly', from: '2024-02-01', to: '2024-01-01' })).status).toBe(400);
  expect((await call('', { kind: 'weekly', unit: 'nobody' })).status).toBe(400);
  expect((await call('/nowhere/acts', { act: 'release' })).status).toBe(404);
  const reader = await tokenOf(officer, ['read']);
  expect((await call(acts, { act: 'release' }, reader)).status).toBe(403);
});

test('a released paper is corrected by another that says so; what does not go is told as a problem', async () => {
  const path = await begun({ kind: 'circular' });
  expect((await officer.post(path, { act: 'send' })).status).toBe(409);
  await officer.post(path, { act: 'release' });
  expect((await officer.post(`${path}/text`, { 'text:title': '改' })).status).toBe(409);
  const correction = (await officer.post(path, { act: 'correct' })).headers.get('location')!;
  expect(await text(correction)).toMatch(/（更正）[\s\S]*本件更正并代替/);
  expect(await text(path)).toContain('本件已有更正');
  expect((await officer.post('/papers', { kind: 'no-such-kind' })).status).toBe(400);
});

test('an annual report that is put in is checked, and set beside our own counts of its year; what cannot be read is told', async () => {
  const page = await text('/report-check');
  const token = /name="_token" value="([^"]+)"/.exec(page)![1]!;
  const put = (body: string, type: string) => {
    const form = new FormData();
    form.set('_token', token);
    form.set('report', new File([body], 'report.html', { type }));
    return officer.send('/report-check', { method: 'POST', body: form, headers: { origin: ORIGIN } });
  };
  const report = `<html><head><meta charset="utf-8"></head><body><h1>试验市人民政府2023年政府信息公开工作年度报告</h1>
    <p>2023年，全市主动公开政府信息9条，其中概况类信息1条、政务动态信息6条、信息公开目录信息1条。</p></body></html>`;
  const answer = await (await put(report, 'text/html')).text();
  expect(/试验市人民政府2023年/.test(answer)).toBe(true);
  expect(answer.includes('from=2023-01-01&amp;to=2023-12-31')).toBe(true);
  expect((await put('', 'text/html')).status).toBe(400);
});

test('the call sheet names whom to phone, the worst item and the promise; a noted call begins the clock of all that were told', async () => {
  const [alert] = await console.store.alerts.list({ units: ['water'], kinds: ['column'] });
  await officer.post('/alerts', { act: 'confirmed', alert: alert!.id });
  const contacts = [{ name: '赵六', role: 'contact', unit: 'water', phone: '0433-123 4567', via: [{ channel: 'group' }] }];
  Object.assign(console.deps.config.alerts, { contacts });
  const sheet = await text('/calls');
  expect(sheet).toMatch(/市水利局[\s\S]*赵六[\s\S]*tel:04331234567[\s\S]*水利动态/);
  const ids = [...sheet.matchAll(/name="alert" value="([^"]+)"/g)].map(([, id]) => id!);
  const on = /name="on" value="([^"]+)"/.exec(sheet)![1]!;
  expect((await officer.post('/alerts', { act: 'told', how: 'phone', whom: '赵六', on, alert: ids })).status).toBe(302);
  expect(await console.store.alerts.get(alert!.id)).toMatchObject({ state: 'sent', dueOn: expect.stringMatching(/^\d{4}-/) });
});
