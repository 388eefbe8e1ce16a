import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientAddress, readTrustedProxies } from '../../src/console/guard/address.ts';
import { ownOrigins } from '../../src/console/guard/own-origins.ts';
import { emailOf, ORIGIN, openTestConsole, PASSWORD, signIn, type TestConsole } from './support.ts';

const from = (trusted: string, connected: string, forwarded: string) => clientAddress(connected, forwarded, readTrustedProxies(trusted)!);

describe('the address of whoever asks', () => {
  test.each([
    ['0', '10.0.0.1', '203.0.113.9', '10.0.0.1'],
    ['10.0.0.0/8', '203.0.113.1', '198.51.100.7', '203.0.113.1'],
    ['10.0.0.0/8', '10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['10.0.0.0/8', '10.0.0.1', '1.2.3.4, 198.51.100.7, 10.9.9.9', '198.51.100.7'],
    ['10.0.0.0/8', '::ffff:10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['10.0.0.1', '10.0.0.2', '198.51.100.7', '10.0.0.2'],
    ['::1, fd00::/8', '::1', '2001:db8::5, fd00::2', '2001:db8::5'],
    ['::1', '::1', '', '::1'],
    ['::1', '::1', 'unknown', '::1'],
    ['::1', '::1', 'fe80::1%eth0', 'fe80::1%eth0'],
    ['1', '10.0.0.1', '1.2.3.4, 198.51.100.7', '198.51.100.7'],
    ['2', '10.0.0.1', '1.2.3.4, 198.51.100.7, 10.0.0.3', '198.51.100.7'],
    ['3', '10.0.0.1', '198.51.100.7', '198.51.100.7'],
  ])('trusting %s, from %s for “%s”: %s', (trusted, connected, forwarded, address) =>
    expect(from(trusted, connected, forwarded)).toBe(address),
  );

  test.each(['nginx', '10.0.0.0/33', '10.0.0.0/x', '-1', '99', '::1/129'])('%s names no proxies', (text) =>
    expect(readTrustedProxies(text)).toBeNull(),
  );
});

describe('behind a proxy', () => {
  let console: TestConsole;
  let server: ReturnType<typeof serve>;
  let origin: string;
  beforeAll(async () => {
    console = await openTestConsole(ORIGIN, { trustedProxies: readTrustedProxies('127.0.0.1')! });
    server = serve({ fetch: console.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await signIn(console, 'officer');
  });
  afterAll(async () => {
    server.close();
    await console.close();
  });
  const post = (path: string, address: string, init: RequestInit) =>
    fetch(origin + path, { method: 'POST', redirect: 'manual', ...init, headers: { ...init.headers, 'x-forwarded-for': address } });

  test('the log tells the address of the person, not of the proxy', async () => {
    const body = new URLSearchParams({ email: emailOf('officer'), password: PASSWORD });
    expect((await post('/login', '6.6.6.6, 198.51.100.7', { headers: { origin: ORIGIN }, body })).status).toBe(302);
    expect((await console.store.people.logged(1))[0]).toMatchObject({ action: 'login', detail: '198.51.100.7' });
  });

  test('a stranger who guesses tokens shuts out nobody else', async () => {
    const ask = (address: string) =>
      fetch(`${origin}/api/v1/columns`, { headers: { authorization: 'Bearer guessed', 'x-forwarded-for': address } });
    const statuses: number[] = [];
    for (let guess = 0; guess < 22; guess++) statuses.push((await ask('203.0.113.66')).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    expect((await ask('198.51.100.7')).status).toBe(401);
  });
});

describe('the address of the console', () => {
  test('this machine has three names, another has one', () => {
    expect(ownOrigins('http://localhost:8460')).toEqual(['http://127.0.0.1:8460', 'http://localhost:8460', 'http://[::1]:8460']);
    expect(ownOrigins('https://gongkai.example.cn/')).toEqual(['https://gongkai.example.cn']);
  });

  test('a form sent from another address is told the right one', async () => {
    const console = await openTestConsole();
    const post = (origin: string) =>
      console.app.request(`${ORIGIN}/login`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ email: 'a@b.cn', password: 'x' }),
      });
    const refused = await post('http://192.168.1.20:8460');
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringMatching(/127\.0\.0\.1:8460[\s\S]*alerts\.consoleUrl/)]);
    expect((await post('http://localhost:8460')).status).toBe(401);
    expect((await post('http://localhost:9999')).status).toBe(403);
    expect((await post('null')).status).toBe(403);
    await console.close();
  });

  test('programs without a token that holds are asked for one, feeds too', async () => {
    const console = await openTestConsole();
    for (const path of ['/feeds/alerts.atom', '/feeds/due.ics?token=gongkai_none', '/api/v1/columns']) {
      const answer = await console.app.request(ORIGIN + path);
      expect([answer.status, answer.headers.get('www-authenticate')], path).toEqual([401, 'Bearer']);
    }
    await console.close();
  });
});
