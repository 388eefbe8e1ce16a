import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDoor } from '../../crawlers/door/door.ts';
import { deliverDue } from '../../jobs/alerts/deliver.ts';
import { giveUp, openSendingConsole, type SendingConsole } from './sending.ts';
import { type Browser, signIn } from './support.ts';

let console: SendingConsole;
let supervisor: Browser;
let officer: Browser;

beforeAll(async () => {
  console = await openSendingConsole();
  supervisor = await signIn(console, 'supervisor');
  officer = await signIn(console, 'officer');
});
afterAll(() => console.close());

describe('a test of a channel', () => {
  test('leaves at once, and the page says that it was taken', async () => {
    console.receiver.answer(200, {});
    const answer = await supervisor.post('/settings/channels/robot/test', {});
    expect(await answer.text()).toContain('渠道“robot”接受了测试消息');
    expect(console.receiver.requests.at(-1)?.body).toContain('试验市');
    expect(await console.store.outbox.list()).toEqual([]);
  });

  test('that fails says why, on the page and in the log', async () => {
    console.receiver.answer(500, {});
    const text = await (await supervisor.post('/settings/channels/robot/test', {})).text();
    expect(text).toContain('渠道“robot”没有发出测试消息');
    expect(text).toContain('500');
    const logged = (await console.store.people.logged(1))[0];
    expect(logged).toMatchObject({ action: 'test-channel', target: 'channel/robot' });
    expect(logged?.detail).toContain('500');
  });

  test('of a channel that is not there is not found', async () => {
    expect((await supervisor.post('/settings/channels/nowhere/test', {})).status).toBe(404);
  });
});

describe('a message that was given up', () => {
  beforeAll(() => giveUp(console, 'd1'));

  test('stands in the list with its tries and its last failure', async () => {
    const text = await (await officer.get('/deliveries?state=dead')).text();
    for (const part of ['超期提醒 d1', '对方拒收：签名不对', '市水利局']) expect(text).toContain(part);
    const one = await (await officer.get('/deliveries/d1')).text();
    expect(one).toContain('你单位有栏目超期。');
    expect(one).toContain('被拒收');
  });

  test('is tried once more when somebody asks for it, and then arrives', async () => {
    console.receiver.answer(200, {});
    expect((await officer.post('/deliveries/d1/retry', {})).status).toBe(302);
    expect(await console.store.outbox.get('d1')).toMatchObject({ state: 'waiting' });
    expect((await console.store.people.logged(1))[0]).toMatchObject({ action: 'retry-delivery', target: 'delivery/d1' });
    const door = openDoor(console.deps);
    await deliverDue({ ...console.deps, door }, console.deps.clock);
    await door.close();
    expect(await console.store.outbox.get('d1')).toMatchObject({ state: 'sent', attempts: 2 });
    expect(console.receiver.requests.at(-1)?.body).toContain('超期提醒 d1');
  });

  test('is not sent again once it arrived', async () => {
    expect((await officer.post('/deliveries/d1/retry', {})).status).toBe(409);
    expect(await console.store.outbox.get('d1')).toMatchObject({ state: 'sent' });
  });
});

test('the settings tell each due time with the name of its schedule', async () => {
  const text = await (await supervisor.get('/settings')).text();
  expect(text).toContain('每晚监测');
  expect(text).toContain('工作周报');
});
