import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { passwordProblem } from '../../src/console/people/password.ts';
import { createThrottle } from '../../src/console/people/throttle.ts';
import { wordsOf } from '../../src/console/words/words.ts';
import { systemClock } from '../../src/model/clock.ts';
import { createBrowser, ORIGIN, openTestConsole, PASSWORD, SETUP, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
beforeAll(async () => {
  console = await openTestConsole();
});
afterAll(() => console.close());

describe('the first account', () => {
  const fields = { name: '试验员', email: 'first@example.cn', password: 'four-loud-magpies', again: 'four-loud-magpies' };

  test('needs the token that serve printed', async () => {
    const refused = await createBrowser(console).post('/setup', { ...fields, token: 'guessed' });
    expect(refused.status).toBe(400);
    const page = await refused.text();
    for (const typed of ['guessed', fields.name, fields.email]) expect(page).toContain(`value="${typed}"`);
    expect(page).not.toContain(fields.password);
    expect(await console.store.people.count()).toBe(0);
  });

  test('is made once', async () => {
    expect((await createBrowser(console).post('/setup', { ...fields, token: SETUP })).headers.get('location')).toBe('/login');
    await createBrowser(console).post('/setup', { ...fields, email: 'second@example.cn', token: SETUP });
    expect((await console.store.people.list()).map(({ email, role }) => [email, role])).toEqual([['first@example.cn', 'supervisor']]);
  });
});

describe('signing in', () => {
  test('gives a new session each time, whatever cookie the browser came with', async () => {
    const browser = createBrowser(console);
    browser.cookies.set('gongkai.session_token', 'planted-by-somebody');
    await browser.post('/login', { email: 'first@example.cn', password: 'four-loud-magpies' });
    const session = browser.cookies.get('gongkai.session_token');
    expect(session).toBeDefined();
    expect(session).not.toBe('planted-by-somebody');
    expect((await browser.get('/')).status).toBe(200);
  });

  test('sends nobody to another site afterwards', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await createBrowser(console).post('/login', { email: 'first@example.cn', password: 'four-loud-magpies', next });
      expect(answer.headers.get('location')).toBe('/');
    }
  });

  test('ends for whoever signs out or is closed', async () => {
    const viewer = await signIn(console, 'viewer');
    expect((await viewer.get('/')).status).toBe(200);
    const { id } = (await console.store.people.list()).find(({ email }) => email.startsWith('viewer'))!;
    await console.store.people.change(id, { active: false }, systemClock.now());
    expect((await viewer.get('/')).headers.get('location')).toMatch(/^\/login/);
    expect((await createBrowser(console).post('/login', { email: 'viewer.office@example.cn', password: PASSWORD })).status).toBe(401);
  });

  test('is slowed down for one account, whoever guesses and in every process', async () => {
    let now = Date.UTC(2031, 0);
    const { people } = console.store;
    const process = () => createThrottle({ now: () => new Date(now), sleep: systemClock.sleep }, people);
    const [account] = (await people.list()).map(({ email }) => email);
    for (const name of [account!.toUpperCase(), 'Nobody@example.cn']) {
      const one = process();
      for (let guess = 0; guess < 5; guess++) expect(await one.begin(name)).toEqual({ minutes: 0, last: guess === 4 });
      expect((await one.begin(`${name} `)).minutes).toBe(15);
      expect((await one.begin('other@example.cn')).minutes).toBe(0);
    }
    const other = process();
    expect((await other.begin(account!)).minutes).toBe(15);
    now += 15 * 60_000;
    expect(await process().begin(account!)).toEqual({ minutes: 0, last: false });
    await process().succeeded(account!);
  });

  test('is refused after too many guesses', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 7; guess++) {
      const answer = await createBrowser(console).post('/login', { email: 'nobody@example.cn', password: `guess ${guess}` });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 3)).toEqual([401, 401, 401]);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('a password', () => {
  const owner = { name: 'Zhang Wei', email: 'zhangwei@example.cn' };
  const words = wordsOf('zh');

  test.each([
    ['short', words.account.short],
    ['passwordpassword', words.account.common],
    ['aaaaaaaaaaaaaaaa', words.account.common],
    ['my-zhangwei-2024', words.account.personal],
    ['x'.repeat(129), words.account.long],
  ])('%s is not taken', (password, problem) => expect(passwordProblem(password, owner, words)).toBe(problem));

  test('of four plain words is taken', () => expect(passwordProblem('四 只 灰 鹭 站 在 水 边', owner, words)).toBeNull());
});

describe('a token of a program', () => {
  test('does what its scopes allow, until it is revoked', async () => {
    const officer = await signIn(console, 'officer');
    const made = await officer.post('/account/tokens', { name: '试验', scopes: 'read' });
    const token = /gongkai_[\w-]+/.exec(await made.text())?.[0] ?? '';
    const ask = (path: string, init: RequestInit = {}) =>
      console.app.request(ORIGIN + path, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
    const columns = (await (await ask('/api/v1/columns')).json()) as unknown[];
    expect(columns).toHaveLength(2);
    const body = JSON.stringify({ item: 'portal.example/water/1', category: 'notices', why: '试验一下' });
    expect((await ask('/api/v1/corrections', { method: 'POST', body })).status).toBe(403);
    expect((await ask('/settings')).status).toBe(403);
    expect((await console.app.request(`${ORIGIN}/feeds/alerts.atom?token=${token}`)).headers.get('content-type')).toContain('atom');
    const { id } = (await console.store.people.tokens((await console.store.people.list()).find(({ role }) => role === 'officer')!.id))[0]!;
    await officer.post('/account/tokens/revoke', { id });
    expect((await ask('/api/v1/columns')).status).toBe(401);
  });

  test('ends with its account, and is not there again when that is opened', async () => {
    const viewer = await signIn(console, 'viewer', 'closing');
    const token = /gongkai_[\w-]+/.exec(await (await viewer.post('/account/tokens', { name: '试验', scopes: 'read' })).text())?.[0];
    const ask = () => console.app.request(`${ORIGIN}/api/v1/columns`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    const { id } = (await console.store.people.list()).find(({ email }) => email.startsWith('viewer.closing'))!;
    await console.store.people.change(id, { active: false }, systemClock.now());
    await console.store.people.change(id, { active: true }, systemClock.now());
    expect((await ask()).status).toBe(401);
  });

  const tokenIn = async (answer: Response) => /gongkai_[\w-]+/.exec(await answer.text())?.[0] ?? 'none';
  const statusWith = async (token: string, path = '/api/v1/columns') =>
    (await console.app.request(ORIGIN + path, { headers: { authorization: `Bearer ${token}` } })).status;

  test('ends with the password of its time, changed or renewed by a link, unless its owner keeps it', async () => {
    const viewer = await signIn(console, 'viewer', 'renewing');
    const { id } = (await console.store.people.list()).find(({ email }) => email.startsWith('viewer.renewing'))!;
    let current: string = PASSWORD;
    const change = (password: string, more: Record<string, string>) =>
      viewer.post('/account/password', { current, password, again: password, ...more }).then((answer) => {
        current = password;
        return answer.headers.get('location');
      });
    const token = await tokenIn(await viewer.post('/account/tokens', { name: '试验', scopes: 'read' }));
    expect(await change('eight-grey-herons', { tokens: 'keep' })).toBe('/account?changed');
    expect(await statusWith(token)).toBe(200);
    const again = createBrowser(console);
    await again.post('/login', { email: 'viewer.renewing@example.cn', password: current });
    const changed = await again.post('/account/password', { current, password: 'nine-grey-herons', again: 'nine-grey-herons' });
    expect(changed.headers.get('location')).toBe('/account?changed');
    expect(await statusWith(token)).toBe(401);

    const back = createBrowser(console);
    await back.post('/login', { email: 'viewer.renewing@example.cn', password: 'nine-grey-herons' });
    const second = await tokenIn(await back.post('/account/tokens', { name: '再试', scopes: 'read' }));
    expect(await statusWith(second)).toBe(200);
    const link = /\/invitation\/[\w-]+/.exec(
      await (await (await signIn(console, 'supervisor')).post(`/people/${id}/password`, {})).text(),
    )?.[0];
    expect(await (await console.app.request(ORIGIN + link)).text()).toContain('name="tokens"');
    const body = new URLSearchParams({ password: 'ten-grey-herons!', again: 'ten-grey-herons!' });
    await console.app.request(ORIGIN + link, { method: 'POST', body, headers: { origin: ORIGIN } });
    expect(await statusWith(second)).toBe(401);
  });

  test('is seen and revoked by a supervisor, one or all of a person, and by nobody else', async () => {
    const officer = await signIn(console, 'officer', 'tokens');
    const supervisor = await signIn(console, 'supervisor');
    const { id: person } = (await console.store.people.list()).find(({ email }) => email.startsWith('officer.tokens'))!;
    const made: string[] = [];
    for (const place of [0, 1, 2])
      made.push(await tokenIn(await officer.post('/account/tokens', { name: `第${place}个`, scopes: 'read' })));
    expect(await (await supervisor.get('/people')).text()).toContain('第2个');
    const { id } = (await console.store.people.tokens(person)).find(({ name }) => name === '第0个')!;
    expect((await officer.post('/people/tokens/revoke', { id })).status).toBe(403);
    expect((await supervisor.post('/people/tokens/revoke', { id })).status).toBe(302);
    expect(await Promise.all(made.map((token) => statusWith(token)))).toEqual([401, 200, 200]);
    const admin = await tokenIn(await supervisor.post('/account/tokens', { name: '管理', scopes: 'admin' }));
    const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' };
    const listed = (await (await console.app.request(`${ORIGIN}/api/v1/tokens`, { headers })).json()) as { name: string; person: string }[];
    expect(listed.filter((token) => token.person === person).map(({ name }) => name)).toEqual(['第2个', '第1个']);
    expect(JSON.stringify(listed)).not.toContain('tokenHash');
    await console.app.request(`${ORIGIN}/api/v1/people/${person}/tokens/revoke`, { method: 'POST', headers, body: '{}' });
    expect(await Promise.all(made.map((token) => statusWith(token)))).toEqual([401, 401, 401]);
    expect((await supervisor.post('/people/tokens/revoke', { id })).status).toBe(404);
  });

  test('is not kept anywhere as it is', async () => {
    const officer = await signIn(console, 'officer');
    const text = await (await officer.post('/account/tokens', { name: '再试', scopes: 'read' })).text();
    const token = /gongkai_[\w-]+/.exec(text)?.[0] ?? 'none';
    const person = (await console.store.people.list()).find(({ role }) => role === 'officer')!;
    expect(JSON.stringify(await console.store.people.tokens(person.id))).not.toContain(token);
  });
});

test('the change log is written once: the database itself refuses to change or drop a line', async () => {
  await console.store.people.log({ id: 'l1', at: systemClock.now(), by: 'x', action: 'a', target: 't', detail: '' });
  for (const change of ['update gongkai.change_log set by = $$y$$', 'delete from gongkai.change_log', 'truncate gongkai.change_log']) {
    const failure = await console.store.embedded!.exec(change).then(() => null, String);
    expect(failure, change).toContain('never changed');
  }
});

test('the API describes itself as OpenAPI 3.1', async () => {
  const described = (await (await console.app.request(`${ORIGIN}/api/openapi.json`)).json()) as { openapi: string; paths: object };
  expect(described.openapi).toBe('3.1.0');
  expect(Object.keys(described.paths)).toContain('/api/v1/alerts/{alert}/acts');
});
