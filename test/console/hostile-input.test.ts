import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, createBrowser, ORIGIN, openTestConsole, raiseAlerts, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
let supervisor: Browser;
let bearer: Record<string, string>;
beforeAll(async () => {
  console = await openTestConsole();
  await raiseAlerts(console);
  supervisor = await signIn(console, 'supervisor');
  const page = await (await supervisor.post('/account/tokens', { name: '试验', scopes: 'read' })).text();
  bearer = { authorization: `Bearer ${/gongkai_[\w-]+/.exec(page)?.[0]}` };
});
afterAll(() => console.close());

describe('what is too large', () => {
  const large = new URLSearchParams({ email: `${'a'.repeat(2_000_000)}@example.cn`, password: 'x' });

  test('is told so in words, and to programs as JSON', async () => {
    const page = await console.app.request(`${ORIGIN}/login`, { method: 'POST', headers: { origin: ORIGIN }, body: large });
    expect([page.status, await page.text()]).toEqual([413, expect.stringContaining('内容太大')]);
    const headers = { ...bearer, 'content-type': 'application/json' };
    const answer = await console.app.request(`${ORIGIN}/api/v1/corrections`, {
      method: 'POST',
      headers,
      body: `"${'a'.repeat(2_000_000)}"`,
    });
    expect([answer.status, await answer.json()]).toEqual([413, { error: expect.stringContaining('内容太大') }]);
  });

  test.each([true, false])('is not read to its end by a server (length announced: %s)', async (announced) => {
    const server = serve({ fetch: console.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const headers = { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
    const status = await new Promise<number>((resolve, reject) => {
      const length = announced ? { 'content-length': 50_000_000 } : {};
      const asked = request({ port, path: '/login', method: 'POST', headers: { ...headers, ...length } }, (answer) => {
        resolve(answer.statusCode ?? 0);
        asked
          .off('error', reject)
          .on('error', () => undefined)
          .destroy();
      });
      asked.on('error', reject);
      asked.write(`email=${'a'.repeat(2_000_000)}`);
    });
    server.close();
    expect(status).toBe(413);
  });

  test('from strangers is refused at 16 KB, announced or not, before it is taken apart', async () => {
    const form = `email=a%40example.cn&password=${'x'.repeat(17 * 1024)}`;
    const announced = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN };
    const parts = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(form));
        controller.close();
      },
    });
    for (const body of [form, parts]) {
      const init = { method: 'POST', body, headers: announced, duplex: 'half' };
      expect((await console.app.request(`${ORIGIN}/login`, init as RequestInit)).status).toBe(413);
    }
    const officer = await signIn(console, 'officer');
    expect((await officer.post('/alerts', { alert: 'x'.repeat(17 * 1024), act: 'confirm' })).status).not.toBe(413);
  });

  test('no e-mail of ten thousand letters gets as far as the log', async () => {
    const answer = await createBrowser(console).post('/login', { email: 'a'.repeat(10_000), password: 'x' });
    expect(answer.status).toBe(400);
    expect((await console.store.people.logged(100)).every(({ by }) => by.length <= 200)).toBe(true);
  });
});

describe('input that makes no sense is never a fault of ours:', () => {
  const queries = [
    '/items?category=',
    '/items?site=',
    '/items?unit=',
    '/items?column=',
    '/items?search=',
    '/alerts?unit=',
    '/deliveries?unit=',
  ];
  const apis = [
    '/api/v1/items?unit=',
    '/api/v1/alerts?unit=',
    '/api/v1/deliveries?state=',
    '/feeds/alerts.atom?unit=',
    '/feeds/due.ics?unit=',
  ];

  test.each([...queries, ...apis].map((path) => `${path}%00`))('%s', async (path) => {
    expect((await supervisor.get(path)).status).toBe(400);
  });

  test.each(['/alerts/%00', '/deliveries/%00', '/runs/a%00b', '/api/v1/alerts/%00', '/api/v1/runs/%00', '/columns/portal/%00'])(
    '%s',
    async (path) => {
      expect((await supervisor.get(path)).status).toBe(404);
    },
  );

  test.each([
    ['/login', { email: 'a\0@example.cn', password: 'x' }],
    ['/alerts', { alert: 'a\0', act: 'confirm' }],
    ['/account/tokens', { name: 'a\0', scopes: 'read' }],
    ['/people/invite', { name: 'a\0', email: 'new@example.cn', role: 'viewer' }],
    ['/account/sessions/end', { id: '\0' }],
  ])('NUL in the form of %s', async (path, fields) => {
    expect((await supervisor.post(path, fields as unknown as Record<string, string>)).status).toBe(400);
  });

  test('NUL in what a program sends, however it is written', async () => {
    const headers = { ...bearer, 'content-type': 'application/json' };
    const post = (body: string) => console.app.request(`${ORIGIN}/api/v1/corrections`, { method: 'POST', headers, body });
    expect((await post('{"item":"a\\u0000b"}')).status).toBe(400);
    expect((await post('{"item":"a\\\\u0000b"}')).status).not.toBe(500);
  });

  test.each(['1e30', '99999999999999999999', '9223372036854775807', '-1', 'x', '9007199254740991'])('offset %s', async (offset) => {
    for (const path of ['/alerts', '/deliveries', '/runs', '/log'])
      expect((await supervisor.get(`${path}?offset=${offset}&page=${offset}`)).status).toBe(200);
    for (const path of ['/api/v1/alerts', '/api/v1/deliveries'])
      expect((await console.app.request(`${ORIGIN}${path}?offset=${offset}`, { headers: bearer })).status, path).not.toBe(500);
  });

  test('a day that is none', async () => {
    expect((await supervisor.get('/items?after=x&day=nope')).status).toBe(200);
    expect((await console.app.request(`${ORIGIN}/api/v1/items?after=x&day=2024-02-31`, { headers: bearer })).status).toBe(400);
    expect((await console.app.request(`${ORIGIN}/api/v1/items?after=x&day=`, { headers: bearer })).status).toBe(200);
  });

  test.each(['1e309', '-1', '__proto__', 'constructor', 'NaN', '1%2C2', '%F0%9F%92%A9'])('a key area that is none: %s', async (area) => {
    expect((await supervisor.get(`/items?area=${area}`)).status).toBe(400);
    expect((await console.app.request(`${ORIGIN}/api/v1/items?area=${area}`, { headers: bearer })).status).toBe(400);
  });

  test.each(['/login', '/login/single-sign-on', '/setup', '/people/invite', '/alerts', '/account/password'])(
    'a form in parts that are broken, sent to %s',
    async (path) => {
      const cookie = [...supervisor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      for (const body of ['--x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', '\r\n--x--', '--x\r\n\r\n\0'])
        for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data'])
          for (const headers of [{ cookie }, {}]) {
            const init = { method: 'POST', body, headers: { ...headers, 'content-type': type, origin: ORIGIN } };
            const { status } = await console.app.request(ORIGIN + path, init as RequestInit);
            expect([302, 400, 401, 403, 404], `${path} ${status}`).toContain(status);
          }
    },
  );
});
