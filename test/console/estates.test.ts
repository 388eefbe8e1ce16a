import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFront } from '../../src/console/estates/front.ts';
import { consoleLink } from '../../src/model/console-link.ts';
import { createBrowser, emailOf, ORIGIN, openTestConsole, PASSWORD, signIn, type TestConsole } from './support.ts';

let north: TestConsole;
let south: TestConsole;
let front: ReturnType<typeof createFront>;
beforeAll(async () => {
  [north, south] = await Promise.all([openTestConsole(ORIGIN, { among: 'north' }), openTestConsole(ORIGIN, { among: 'south' })]);
  await Promise.all([signIn(north, 'officer'), signIn(south, 'viewer')]);
  front = createFront([
    { id: 'north', name: '北市', served: north.app },
    { id: 'south', name: '南市', served: south.app },
    { id: 'west', name: 'west', served: { fault: { zh: '数据库连接不上。', en: 'The database cannot be reached.' } } },
  ]);
});
afterAll(() => Promise.all([north.close(), south.close()]));

/** A browser before the front of all cities. */
const browse = () => createBrowser({ ...north, app: front as unknown as TestConsole['app'] });
const signInTo = async (browser: ReturnType<typeof browse>, city: string, role: 'officer' | 'viewer') => {
  await browser.get(`/at/${city}/`);
  return browser.post('/login', { email: emailOf(role), password: PASSWORD });
};

test('whoever has chosen no city sees them all, without a number of any', async () => {
  const browser = browse();
  expect((await browser.get('/columns')).headers.get('location')).toBe('/estates');
  const page = await (await browser.get('/estates')).text();
  expect(page.match(/未登录/g)).toHaveLength(2);
  expect(page).toContain('href="/at/north/"');
  expect(page).toContain('数据库连接不上。');
  expect(page).not.toContain('href="/at/west/"');
  expect((await browser.get('/assets/frame.css')).status).toBe(200);
});

test('numbers are shown of the cities in which one is signed in, and sessions do not end each other', async () => {
  const browser = browse();
  expect((await signInTo(browser, 'north', 'officer')).status).toBe(302);
  expect((await (await browser.get('/estates')).text()).match(/未登录/g)).toHaveLength(1);
  expect(await (await browser.get('/')).text()).toContain('href="/estates"');

  // The session of one city opens nothing of another.
  expect((await browser.get('/at/south/columns')).headers.get('location')).toBe('/columns');
  expect((await browser.get('/columns')).headers.get('location')).toContain('/login');
  expect((await signInTo(browser, 'south', 'viewer')).status).toBe(302);
  expect(await (await browser.get('/estates')).text()).not.toContain('未登录');
  await browser.get('/at/north/');
  expect((await browser.get('/columns')).status).toBe(200);
});

test('a form of one city is refused by the other', async () => {
  const browser = browse();
  await signInTo(browser, 'south', 'viewer');
  await signInTo(browser, 'north', 'officer');
  const token = /name="_token" value="([^"]+)"/.exec(await (await browser.get('/account')).text())?.[1] ?? '';
  await browser.get('/at/south/');
  expect((await browser.post('/logout', { _token: token })).status).toBe(403);
  await browser.get('/at/north/');
  expect((await browser.post('/logout', { _token: token })).status).toBe(302);
});

test('programs name the city in the address and need no cookie', async () => {
  const api = (path: string) => front.request(ORIGIN + path);
  expect((await api('/at/north/api/openapi.json')).status).toBe(200);
  expect((await api('/at/south/api/v1/columns')).status).toBe(401);
  expect((await api('/at/nowhere/api/v1/columns')).headers.get('location')).toBe('/estates');
});

test('the page for everybody is reached without a cookie, leads on to itself alone, and opens nothing else', async () => {
  const anybody = (path: string, cookie = '') => front.request(ORIGIN + path, { headers: { cookie } });
  expect((await anybody('/at/north/openness')).status).toBe(404);
  const lead = await signIn(north, 'supervisor');
  await lead.post('/settings/public-page', { shown: 'yes' });
  const answer = await anybody('/at/north/openness');
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
  expect(answer.headers.get('content-security-policy')).not.toContain('frame-ancestors');
  const page = await answer.text();
  expect(await (await anybody('/at/north/openness', [...lead.cookies].map((pair) => pair.join('=')).join('; '))).text()).toBe(page);
  const links = [...page.matchAll(/href="([^"?#]+)/g)].map(([, address]) => address!).filter((address) => !address.startsWith('/assets/'));
  expect(links).toContain('/at/north/openness/water');
  for (const link of new Set(links)) expect((await anybody(link)).status, link).toBe(200);
  expect((await anybody('/at/south/openness')).status).toBe(404);
  for (const path of ['/at/north/openness/../columns', '/at/north/openness/water/columns', '/at/north/opennesses', '/at/north/columns'])
    expect((await anybody(path)).status, path).toBe(302);
  expect((await front.request(`${ORIGIN}/at/north/openness`, { method: 'POST' })).status).toBe(302);
});

test('a city that could not be opened says why, and never stands in the others’ way', async () => {
  const browser = browse();
  await browser.get('/at/west/');
  const answer = await browser.get('/');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('数据库连接不上。');
});

test.each([
  ['/at/north//evil.example/', '/evil.example/'],
  ['/at/north/items?q=a%26b', '/items?q=a%26b'],
  ['/at/north', '/'],
])('%s leads on to %s of this address', async (path, to) => {
  expect((await front.request(ORIGIN + path)).headers.get('location')).toBe(to);
});

test('links in letters lead into the city that wrote them', () => {
  expect(consoleLink('/alerts/7?x=1', 'https://gk.example/at/north/')).toBe('https://gk.example/at/north/alerts/7?x=1');
  expect(consoleLink('/alerts/7', 'https://gk.example')).toBe('https://gk.example/alerts/7');
});
