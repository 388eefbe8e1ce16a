import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayIn } from '../../src/model/day.ts';
import { type MadeAlert, makeAlert } from '../alerts/make.ts';
import { type Browser, letHear, NEXT_WEEK, openTestConsole, signIn, type TestConsole } from './support.ts';

const console: TestConsole = await openTestConsole();
letHear(console, 'water');
const officer = await signIn(console, 'officer');
const editor = await signIn(console, 'unit-editor', 'water');
afterAll(() => console.close());

let ids: Record<'confirmed' | 'second' | 'open', string>;
beforeEach(async () => {
  const [confirmed = '', second = '', open = ''] = [1, 2, 3].map(() => console.deps.randomness.id());
  ids = { confirmed, second, open };
  await put({ id: confirmed, state: 'confirmed' }, { id: second, state: 'confirmed' }, { id: open });
});

async function put(...alerts: MadeAlert[]): Promise<void> {
  const made = alerts.map((given) => makeAlert({ key: given.id!, message: `问题${given.id}`, column: null, ...given }));
  await console.store.alerts.apply(made.map((alert) => ({ alert, before: null, entries: [], notices: [] })));
}
const stateOf = async (id: string) => (await console.store.alerts.get(id))?.state;
const LIST = '/alerts?state=confirmed&order=newest&offset=0';

/** What stands in a page's boxes of problems, without markup. */
const problemsIn = (page: string) =>
  [...page.matchAll(/<p class="problem"[^>]*>(.*?)<\/p>/gs)].map(([, text]) => text!.replace(/<[^>]+>/g, '').trim());

describe('of many marked alerts each is done by itself', () => {
  test('one that is refused and one that is not there keep no other from being done, and the list says all of it', async () => {
    const alert = [ids.confirmed, 'nobody-knows-it', ids.open, ids.second];
    const answer = await officer.post(LIST, { act: 'sent', from: 'list', sure: 'yes', alert });
    expect(answer.status).toBe(200);
    expect(await Promise.all([ids.confirmed, ids.open, ids.second].map(stateOf))).toEqual(['sent', 'open', 'sent']);
    const page = await answer.text();
    expect(page).toContain('发送给单位：已办 2 条。');
    expect(problemsIn(page)).toEqual(['没有办成 2 条：']);
    expect(page).toMatch(/<code>nobody-knows-it<\/code>：没有这条预警/);
    expect(page).toMatch(new RegExp(`问题${ids.open}</a>：“待确认”的预警不能“发送”。现在可以：确认、不予处理。`));
    expect(page).toMatch(/<option value="newest" selected="">/);
  });

  test('where all is done one is back at the same list, which can be read again', async () => {
    const answer = await officer.post(LIST, { act: 'confirmed', from: 'list', alert: ids.open });
    const address = new URL(answer.headers.get('location')!, console.deps.publicUrl);
    expect([answer.status, address.pathname]).toEqual([302, '/alerts']);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      state: 'confirmed',
      order: 'newest',
      offset: '0',
      acted: 'confirmed',
      done: '1',
    });
    const page = await (await officer.get(address.pathname + address.search)).text();
    expect(page).toContain('确认：已办 1 条。');
    expect(page).toContain('action="/alerts?state=confirmed&amp;order=newest&amp;offset=0"');
  });

  test('nothing marked, a field left out and more than five hundred are refused in words on the list itself', async () => {
    const many = Array.from({ length: 501 }, (_, place) => `a${place}`);
    for (const [fields, said] of [
      [{ act: 'confirmed' }, '选择至少一条预警'],
      [{ act: 'dismissed', alert: ids.open, reason: 'archived' }, '理由和截止日期'],
      [{ act: 'confirmed', alert: many }, '一次最多办理 500 条'],
    ] as const) {
      const answer = await officer.post(LIST, { ...fields, from: 'list' });
      const page = await answer.text();
      expect([answer.status, problemsIn(page)]).toEqual([400, [expect.stringContaining(said)]]);
      expect(page).toContain('id="table-alerts"');
    }
    expect(await stateOf(ids.open)).toBe('open');
  });
});

describe('an alert of a unit without contact', () => {
  test('is not sent, by hand or by a program, and it is said what to do instead; told by phone its clock runs', async () => {
    await put({ id: 'lonely', unit: 'health', state: 'confirmed' });
    const answer = await officer.post('/alerts', { act: 'sent', alert: 'lonely' });
    expect([answer.status, problemsIn(await answer.text())]).toEqual([409, [expect.stringMatching(/不能发送.*补上联系人.*已告知/)]]);

    const made = await officer.post('/account/tokens', { name: '试验', scopes: 'alerts' });
    const token = /gongkai_[\w-]+/.exec(await made.text())?.[0];
    const act = (body: object) =>
      console.app.request(`${console.deps.publicUrl}/api/v1/alerts/lonely/acts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await act({ act: 'sent' })).status).toBe(409);
    expect((await act({ act: 'told', whom: '王五', how: 'phone', on: '2024-02-20' })).status).toBe(409);
    const on = dayIn('Asia/Shanghai', console.deps.clock.now());
    expect(await (await act({ act: 'told', whom: '王五', how: 'phone', on })).json()).toMatchObject({
      state: 'sent',
      reachedAt: expect.any(String),
      dueOn: expect.any(String),
    });
  });

  test('a unit objects on its page, and an officer who looked keeps it or dismisses it', async () => {
    await put({
      id: 'objected-to',
      state: 'sent',
      sentAt: console.deps.clock.now(),
      reachedAt: console.deps.clock.now(),
      dueOn: NEXT_WEEK,
    });
    expect((await editor.post('/alerts', { act: 'kept', alert: 'objected-to', why: '不是' })).status).toBe(403);
    await editor.post('/alerts', { act: 'objected', alert: 'objected-to', why: '昨天已经更新' });
    expect(await (await officer.get('/alerts/objected-to')).text()).toContain('单位有异议，答复前不计期限');
    await officer.post('/alerts', { act: 'kept', alert: 'objected-to', why: '看过网页，没有更新' });
    expect(await console.store.alerts.get('objected-to')).toMatchObject({ state: 'sent', dueOn: null, objection: { why: '昨天已经更新' } });
  });
});

describe('an act on one alert that is refused', () => {
  const refusalOf = async (browser: Browser, fields: Record<string, string>) => {
    const answer = await browser.post('/alerts', fields);
    const page = await answer.text();
    return [answer.status, problemsIn(page), /<a href="(\/alerts[^"]*)">回到/.exec(page)?.[1]];
  };

  test('leads back to the alert, or to the list where there is none', async () => {
    const { open } = ids;
    expect(await refusalOf(officer, { act: 'sent', alert: open })).toEqual([409, [expect.any(String)], `/alerts/${open}`]);
    expect(await refusalOf(officer, { act: 'dismissed', alert: open })).toEqual([400, [expect.any(String)], `/alerts/${open}`]);
    expect(await refusalOf(officer, { act: 'sent', alert: 'nobody-knows-it' })).toEqual([404, [expect.any(String)], '/alerts']);
  });

  test('offers a unit only what is the unit’s to do', async () => {
    const answer = { act: 'acknowledged', alert: ids.confirmed, why: '补发', until: NEXT_WEEK };
    const [status, problems] = await refusalOf(editor, answer);
    expect([status, problems]).toEqual([409, ['“已确认”的预警不能“答复”。现在由督办人员办理。']]);
  });
});

test('a promise for after the deadline is said to be that', async () => {
  const today = dayIn('Asia/Shanghai', console.deps.clock.now());
  await put({ id: 'promised', state: 'sent', sentAt: console.deps.clock.now(), reachedAt: console.deps.clock.now(), dueOn: today });
  const promise = (until: string) => editor.post('/alerts', { act: 'acknowledged', alert: 'promised', why: '补发', until });
  const page = async () => (await officer.get('/alerts/promised')).text();
  await promise(today);
  expect(await page()).not.toContain('晚于整改期限');
  await promise(addDays(today, 1));
  expect(await page()).toContain(`晚于整改期限 ${today}`);
});

describe('what is said of an alert', () => {
  const page = async (browser: Browser, id: string) => (await browser.get(`/alerts/${id}`)).text();

  test('stands in its history: what the office writes for itself no unit reads, on the page, by a program or in the feed', async () => {
    await put({ id: 'talked-of', state: 'sent', sentAt: console.deps.clock.now() });
    await officer.post('/alerts', { act: 'remarked', alert: 'talked-of', why: '局长出差，下周再催' });
    await officer.post('/alerts', { act: 'assigned', alert: 'talked-of', to: 'officer.office@example.cn' });
    await officer.post('/alerts', { act: 'commented', alert: 'talked-of', why: '请附更新后的网页截图' });
    await editor.post('/alerts', { act: 'commented', alert: 'talked-of', why: '正在核对' });
    expect((await editor.post('/alerts', { act: 'remarked', alert: 'talked-of', why: '不行' })).status).toBe(403);
    const [ours, theirs] = [await page(officer, 'talked-of'), await page(editor, 'talked-of')];
    for (const said of ['请附更新后的网页截图', '正在核对']) expect([ours.includes(said), theirs.includes(said)]).toEqual([true, true]);
    expect([ours.includes('局长出差'), theirs.includes('局长出差')]).toEqual([true, false]);
    expect(await (await editor.get('/api/v1/alerts/talked-of/evidence')).text()).not.toMatch(/局长出差|officer\.office@example\.cn 经办/);
    expect(await console.store.alerts.get('talked-of')).toMatchObject({ state: 'sent', assignee: 'officer.office@example.cn' });
    expect((await officer.post('/alerts', { act: 'assigned', alert: 'talked-of', to: 'nobody@example.cn' })).status).toBe(400);
  });

  test('has files, which are saved and never shown, and which no other unit gets', async () => {
    await put({ id: 'with-files', state: 'sent', sentAt: console.deps.clock.now(), reachedAt: console.deps.clock.now() });
    const send = async (name: string, bytes: BlobPart) => {
      const token = /name="_token" value="([^"]+)"/.exec(await page(editor, 'with-files'))?.[1] ?? '';
      const body = new FormData();
      for (const [field, value] of Object.entries({ _token: token, act: 'objected', alert: 'with-files', why: '已更新，见截图' }))
        body.append(field, value);
      body.append('files', new File([bytes], name));
      return editor.send('/alerts', { method: 'POST', body, headers: { origin: console.deps.publicUrl } });
    };
    expect((await send('截图.html', '<script>')).status).toBe(400);
    expect(await stateOf('with-files')).toBe('sent');
    expect((await send('../截图.png', new Uint8Array([1, 2, 3]))).status).toBe(302);
    const [file] = await console.store.alerts.files('with-files');
    expect(file).toMatchObject({ name: '截图.png', size: 3 });
    const path = `/alerts/with-files/files/${file!.id}`;
    expect(await page(officer, 'with-files')).toContain(path);
    const answer = await officer.get(path);
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      'application/octet-stream',
      `attachment; filename*=UTF-8''${encodeURIComponent('截图.png')}`,
    ]);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    const others = await signIn(console, 'unit-editor', 'health');
    expect((await others.get(path)).status).toBe(404);
  });
});

describe('what was done in the last ten seconds', () => {
  test('is undone by whoever did it, as it was before, and what it would have told nobody hears of', async () => {
    const before = await console.store.alerts.get(ids.confirmed);
    await officer.post('/alerts', { act: 'sent', alert: ids.confirmed });
    expect(await (await officer.get(`/alerts/${ids.confirmed}`)).text()).toContain('撤销（10 秒内）');
    expect(await console.store.outbox.waiting(ids.confirmed)).toHaveLength(1);
    const other = await signIn(console, 'supervisor');
    expect((await other.post('/alerts/undo', { alert: ids.confirmed })).status).toBe(409);
    expect((await officer.post('/alerts/undo', { alert: ids.confirmed })).status).toBe(302);
    expect(await console.store.alerts.get(ids.confirmed)).toEqual({ ...before, stamp: expect.any(String) });
    expect(await console.store.outbox.waiting(ids.confirmed)).toEqual([]);
    expect((await console.store.alerts.history(ids.confirmed)).map(({ event }) => event)).toEqual(['sent', 'undone']);
    expect((await officer.post('/alerts/undo', { alert: ids.confirmed })).status).toBe(409);
  });

  test('is undone for all that were marked at once', async () => {
    await officer.post(LIST, {
      act: 'dismissed',
      reason: 'archived',
      why: '试',
      until: NEXT_WEEK,
      from: 'list',
      alert: [ids.open, ids.second],
    });
    expect(await stateOf(ids.open)).toBe('dismissed');
    await officer.post('/alerts/undo', {});
    expect(await Promise.all([ids.open, ids.second].map(stateOf))).toEqual(['open', 'confirmed']);
  });
});

describe('many that are marked to be sent', () => {
  test('are listed first, by unit and with the addresses, and nothing is sent before that was read', async () => {
    await put({ id: 'of-health', unit: 'health', state: 'confirmed', message: '卫健问题' });
    const answer = await officer.post(LIST, { act: 'sent', from: 'list', alert: [ids.confirmed, ids.second, 'of-health'] });
    const text = (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toMatch(new RegExp(`市水利局 发往：group 问题(${ids.confirmed}|${ids.second}) .*不会发送（.*） 卫健问题`));
    expect(await Promise.all([ids.confirmed, ids.second].map(stateOf))).toEqual(['confirmed', 'confirmed']);
  });
});
