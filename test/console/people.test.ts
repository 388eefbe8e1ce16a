import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRateLimit } from '../../src/console/guard/rate-limit.ts';
import { systemClock } from '../../src/model/clock.ts';
import { type Browser, createBrowser, ORIGIN, openTestConsole, PASSWORD, signIn, type TestConsole } from './support.ts';

const NEW_PASSWORD = 'nine-shy-otters';

let console: TestConsole;
let supervisor: Browser;
beforeAll(async () => {
  console = await openTestConsole();
  supervisor = await signIn(console, 'supervisor');
});
afterAll(() => console.close());

const INVITED = { name: '新人', email: 'new@example.cn', role: 'unit-editor', unit: 'water' };
const linkIn = (text: string) => /http:\/\/127\.0\.0\.1:8460(\/invitation\/[\w-]+)/.exec(text)?.[1] ?? '';
const invite = async (fields = INVITED) => linkIn(await (await supervisor.post('/people/invite', fields)).text());
const choose = (link: string, password: string) =>
  console.app.request(ORIGIN + link, {
    method: 'POST',
    body: new URLSearchParams({ password, again: password }),
    headers: { origin: ORIGIN },
  });
const comesIn = async (email: string, password: string) =>
  (await createBrowser(console).post('/login', { email, password })).status === 302;

describe('an invitation', () => {
  test('opens one account, once, with the role and the unit that it names', async () => {
    const link = await invite();
    expect(await (await console.app.request(ORIGIN + link)).text()).toContain('<h1>接受邀请</h1>');
    expect((await choose(link, PASSWORD)).status).toBe(302);
    expect((await choose(link, NEW_PASSWORD)).status).toBe(404);
    expect((await console.store.people.list()).find(({ email }) => email === INVITED.email)).toMatchObject({
      role: 'unit-editor',
      unit: 'water',
    });
    expect(await comesIn(INVITED.email, PASSWORD)).toBe(true);
  });

  test('takes the place of an earlier one for the same e-mail, and can be withdrawn', async () => {
    const other = { ...INVITED, email: 'other@example.cn' };
    const [first, second] = [await invite(other), await invite(other)];
    expect((await console.app.request(ORIGIN + first)).status).toBe(404);
    expect((await console.app.request(ORIGIN + second)).status).toBe(200);
    const [pending] = await console.store.people.invitations();
    expect((await supervisor.post('/people/invitations/withdraw', { id: pending!.id })).status).toBe(302);
    expect((await choose(second, PASSWORD)).status).toBe(404);
    expect((await supervisor.post('/people/invitations/withdraw', { id: pending!.id })).status).toBe(404);
  });

  test('is refused for an account that is there, and for a unit editor of no unit', async () => {
    expect((await supervisor.post('/people/invite', INVITED)).status).toBe(400);
    expect((await supervisor.post('/people/invite', { ...INVITED, email: 'x@example.cn', unit: 'nowhere' })).status).toBe(400);
  });
});

describe('a forgotten password', () => {
  test('is replaced through a link that a supervisor hands out; the old one and its sessions end', async () => {
    const officer = await signIn(console, 'officer');
    const { id, email, role } = (await console.store.people.list()).find((person) => person.role === 'officer')!;
    const link = linkIn(await (await supervisor.post(`/people/${id}/password`, {})).text());
    expect(await (await console.app.request(ORIGIN + link)).text()).toMatch(/<h1>设定新密码<\/h1>(?![\s\S]*接受邀请)/);
    expect((await officer.get('/')).status).toBe(200);
    expect((await choose(link, 'short')).status).toBe(400);
    expect((await choose(link, NEW_PASSWORD)).status).toBe(302);
    expect((await officer.get('/')).headers.get('location')).toMatch(/^\/login/);
    expect([await comesIn(email, PASSWORD), await comesIn(email, NEW_PASSWORD)]).toEqual([false, true]);
    expect((await console.store.people.get(id))?.role).toBe(role);
    expect((await choose(link, PASSWORD)).status).toBe(404);
  });
});

describe('programs', () => {
  test('that ask too often wait for the next minute; others do not', () => {
    let now = 0;
    const limit = createRateLimit({ now: () => new Date(now), sleep: systemClock.sleep }, 3);
    for (let request = 0; request < 3; request++) limit.take('busy');
    now = 20_000;
    expect([limit.wait('busy'), limit.wait('quiet')]).toEqual([40, 0]);
    now = 60_000;
    expect(limit.wait('busy')).toBe(0);
  });

  test('that try tokens nobody has are turned away; a token that held is not', async () => {
    const made = await (await signIn(console, 'viewer')).post('/account/tokens', { name: '试验', scopes: 'read' });
    const good = /gongkai_[\w-]+/.exec(await made.text())?.[0] ?? '';
    const ask = (token: string) => console.app.request(`${ORIGIN}/api/v1/rules`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask(good)).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, guess) => ask(`gongkai_${guess}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    const turnedAway = await ask('gongkai_another');
    expect(turnedAway.status).toBe(429);
    expect(Number(turnedAway.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await turnedAway.json()).toMatchObject({ error: expect.stringContaining('秒后再试') });
    expect((await ask(good)).status).toBe(200);
  });
});
