import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, ORIGIN, openTestConsole, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
let supervisor: Browser;
beforeAll(async () => {
  console = await openTestConsole();
  for (let number = 0; number < 230; number++) {
    const line = { at: new Date(Date.UTC(2024, 0, 1, 0, number)), by: 'x', action: 'a', target: `t/${number}.`, detail: '' };
    await console.store.people.log({ id: `line-${number}`, ...line });
  }
  supervisor = await signIn(console, 'supervisor');
});
afterAll(() => console.close());

test('the log is turned over to its first entry, and says how many there are', async () => {
  const total = await console.store.people.countLogged(1_000_000);
  const first = await (await supervisor.get('/log')).text();
  expect(first).toContain(`data-total="${total}"`);
  expect(first).toContain('offset=100');
  expect(first).not.toContain('>t 0.<');
  const last = await (await supervisor.get('/log?offset=200')).text();
  expect(last).toContain('t 0.');
  expect(last).not.toContain('offset=300');
});

test('its file holds all entries, from whatever page it was asked', async () => {
  const file = await (await supervisor.get('/log?offset=100&table=log&format=csv')).text();
  expect(file.trim().split('\n')).toHaveLength(1 + (await console.store.people.countLogged(1_000_000)));
});

test('programs read the log and the audits page by page', async () => {
  const text = await (await supervisor.post('/account/tokens', { name: '试验', scopes: 'admin' })).text();
  const second = await (await supervisor.post('/account/tokens', { name: '试验', scopes: 'read' })).text();
  const tokenIn = (page: string) => /gongkai_[\w-]+/.exec(page)?.[0];
  const ask = async (path: string, token = tokenIn(text)) =>
    (await (await console.app.request(ORIGIN + path, { headers: { authorization: `Bearer ${token}` } })).json()) as { id: string }[];
  const total = await console.store.people.countLogged(1_000_000);
  expect((await ask(`/api/v1/log?limit=50&offset=${total - 1}`)).map(({ id }) => id)).toEqual(['line-0']);
  expect((await ask('/api/v1/runs', tokenIn(second))).map(({ id }) => id)).toEqual(['run-1']);
  expect(await ask('/api/v1/runs?offset=1', tokenIn(second))).toEqual([]);
});
