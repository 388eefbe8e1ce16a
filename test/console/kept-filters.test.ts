import { afterAll, expect, test } from 'vitest';
import { type Browser, openTestConsole, signIn } from './support.ts';

const console = await openTestConsole();
const [officer, lead, editor] = await Promise.all([
  signIn(console, 'officer'),
  signIn(console, 'supervisor'),
  signIn(console, 'unit-editor', 'water'),
]);
afterAll(() => console.close());

const keep = (browser: Browser, list: string, query: string, name: string) => browser.post('/filters', { list, query, name });
const textOf = async (browser: Browser, path: string) => (await browser.get(path)).text();
const names = (html: string) => [...html.matchAll(/<a href="\/columns\?[^"]*"[^>]*>([^<]+)<\/a><\/li>/g)].map(([, name]) => name);

test('a filter that has a name stands above its list for whoever named it, with its order and without the place in the list', async () => {
  expect(await textOf(officer, '/columns')).not.toContain('action="/filters"');
  expect(await textOf(officer, '/columns?status=overdue&sort=-columns.5&page=2')).toContain('value="sort=-columns.5&amp;status=overdue"');
  const kept = await keep(officer, '/columns', 'page=2&status=overdue&sort=-columns.5', '超期的');
  expect(kept.headers.get('location')).toBe('/columns?sort=-columns.5&status=overdue');
  const page = await textOf(officer, '/columns');
  expect(page).toContain('href="/columns?sort=-columns.5&amp;status=overdue"');
  expect(page).toContain('超期的');
  for (const other of [lead, editor]) expect(await textOf(other, '/columns')).not.toContain('超期的');
  expect(await textOf(officer, '/units')).not.toContain('超期的');
});

test('the same name stands for the last filter that was given it, and one that is dropped is gone; nobody drops another’s', async () => {
  await keep(officer, '/columns', 'status=blank', '超期的');
  const page = await textOf(officer, '/columns?status=blank');
  expect(page).toContain('aria-current="true">超期的');
  const id = /name="id" value="([^"]+)"/.exec(page)![1]!;
  expect((await lead.post('/filters/drop', { list: '/columns', id })).status).toBe(404);
  expect((await officer.post('/filters/drop', { list: '/columns', id })).headers.get('location')).toBe('/columns');
  expect(names(await textOf(officer, '/columns'))).not.toContain('超期的');
});

test('only lists that there are, and that one may see, are filtered under a name', async () => {
  for (const list of ['/settings', '//evil.example', '/columns/../people'])
    expect((await keep(officer, list, 'a=b', '试')).status).toBe(400);
  expect((await keep(editor, '/sites', 'status=overdue', '试')).status).toBe(400);
  expect((await keep(editor, '/columns', 'status=overdue', '试')).status).toBe(302);
});

test('sites are narrowed by name, unit, how they were read and how their columns stand, on the page and by the API alike', async () => {
  const count = async (query: string) => ((await (await officer.get(`/api/v1/sites?${query}`)).json()) as unknown[]).length;
  for (const [query, found] of [
    ['search=portal.example', 1],
    ['search=nowhere', 0],
    ['unit=water', 1],
    ['unit=health', 0],
    ['read=ok&status=overdue', 1],
    ['status=blank', 0],
  ] as const) {
    expect(await count(query), query).toBe(found);
    expect((await textOf(officer, `/sites?${query}`)).includes('href="/sites/portal"'), query).toBe(found === 1);
  }
});
