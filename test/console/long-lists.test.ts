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

test('a table is put in order by any of its heads, once more the other way round, in the file too; what is empty stands last', async () => {
  const columns = async (query: string) => {
    const text = await (await supervisor.get(`/columns${query}`)).text();
    return [...text.matchAll(/<a href="\/columns\/portal\/([\w-]+)">/g)].map(([, id]) => id);
  };
  const first = await (await supervisor.get('/columns')).text();
  const [link] = /\/columns\?sort=columns\.0#table-columns/.exec(first) ?? [];
  expect(link).toBeDefined();
  const up = await columns('?sort=columns.0');
  expect(up).toHaveLength(2);
  expect(await columns('?sort=-columns.0')).toEqual(up.toReversed());
  const ordered = await (await supervisor.get('/columns?sort=columns.0')).text();
  expect(ordered).toContain('aria-sort="ascending"');
  expect(ordered).toContain('sort=-columns.0#table-columns');
  const file = async (sort: string) => (await (await supervisor.get(`/columns?format=csv&sort=${sort}`)).text()).split('\r\n').slice(1, 3);
  expect(await file('-columns.0')).toEqual((await file('columns.0')).toReversed());
  expect((await supervisor.get('/columns?sort=columns.99')).status).toBe(200);
});

test('a table of which only one page is at hand is not put in another order', async () => {
  expect(await (await supervisor.get('/log')).text()).not.toContain('sort=');
});
