import { describe, expect, it } from 'vitest';
import { retryAfter } from '../../crawlers/door/retry-after.ts';
import { systemClock } from '../../src/model/clock.ts';
import { aDoor, page, patientClock, serve } from './support.ts';

describe('pacing', () => {
  it('starts no more requests per second than allowed, host by host', async () => {
    const clock = patientClock();
    const one = await serve((_request, response) => response.end());
    const other = await serve((_request, response) => response.end());
    const door = aDoor({ clock });
    const politeness = { requestsPerSecond: 2 };
    for (let i = 0; i < 4; i += 1) await door.fetch(page(one.url, politeness));
    expect(clock.sleeps).toHaveLength(3);
    for (const milliseconds of clock.sleeps) expect(milliseconds).toBeLessThanOrEqual(500);
    await door.fetch(page(other.url, politeness));
    expect(clock.sleeps).toHaveLength(3);
  });

  it('keeps the rate in real time', async () => {
    const { url } = await serve((_request, response) => response.end());
    const door = aDoor({ clock: systemClock });
    const started = performance.now();
    await Promise.all(Array.from({ length: 6 }, () => door.fetch(page(url, { requestsPerSecond: 20 }))));
    expect(performance.now() - started).toBeGreaterThanOrEqual(240);
  });

  it('has no more requests under way at a host than allowed', async () => {
    let active = 0;
    let most = 0;
    const { url } = await serve((_request, response) => {
      active += 1;
      most = Math.max(most, active);
      setTimeout(() => {
        active -= 1;
        response.end();
      }, 5);
    });
    const door = aDoor();
    const all = await Promise.all(Array.from({ length: 30 }, () => door.fetch(page(url, { concurrency: 3 }))));
    expect(all.every(({ outcome }) => outcome === 'ok')).toBe(true);
    expect(most).toBe(3);
  });

  it('does not count the wait for its turn against the deadline', async () => {
    const { url } = await serve((_request, response) => setTimeout(() => response.end(), 100));
    const door = aDoor({ clock: systemClock });
    const all = await Promise.all(Array.from({ length: 5 }, () => door.fetch(page(url, { concurrency: 1, timeoutSeconds: 0.3 }))));
    expect(all.map(({ outcome }) => outcome)).toEqual(Array(5).fill('ok'));
  });

  it('lets go of those who are interrupted while they wait, and of nobody else', async () => {
    const { url, asked } = await serve((_request, response) => setTimeout(() => response.end(), 60));
    const door = aDoor();
    const stop = new AbortController();
    const first = door.fetch(page(url, { concurrency: 1 }));
    const second = door.fetch({ ...page(url, { concurrency: 1 }), signal: stop.signal });
    const third = door.fetch(page(url, { concurrency: 1 }));
    setTimeout(() => stop.abort(), 10);
    expect((await Promise.all([first, second, third])).map(({ outcome }) => outcome)).toEqual(['ok', 'interrupted', 'ok']);
    expect(asked).toHaveLength(2);
  });
});

describe('further tries', () => {
  it('are two at most, with longer waits between them', async () => {
    const clock = patientClock();
    const { url } = await serve((_request, response) => response.writeHead(500).end('error'));
    const fetched = await aDoor({ clock }).fetch(page(url));
    expect(fetched).toMatchObject({ outcome: 'server-error', status: 500, requests: 3 });
    expect(fetched.detail?.zh).toContain('500');
    expect(clock.sleeps).toEqual([1000, 3000]);
  });

  it('stop when one succeeds', async () => {
    let count = 0;
    const { url } = await serve((_request, response) => {
      count += 1;
      response.writeHead(count < 2 ? 502 : 200).end('page');
    });
    expect(await aDoor().fetch(page(url))).toMatchObject({ outcome: 'ok', status: 200, requests: 2, transferred: 8 });
  });

  it.each([400, 403, 404, 412])('are not made after %i', async (status) => {
    const { url } = await serve((_request, response) => response.writeHead(status).end());
    expect((await aDoor().fetch(page(url))).requests).toBe(1);
  });

  it('wait as long as the site asks', async () => {
    const clock = patientClock();
    let count = 0;
    const { url } = await serve((_request, response) => {
      count += 1;
      if (count === 1) response.writeHead(429, { 'retry-after': '20' }).end();
      else response.end('page');
    });
    expect((await aDoor({ clock }).fetch(page(url))).outcome).toBe('ok');
    const waited = clock.sleeps.reduce((sum, milliseconds) => sum + milliseconds, 0);
    expect(waited).toBeGreaterThan(19_500);
    expect(waited).toBeLessThanOrEqual(20_000);
  });

  it('are given up where the site asks for more patience than we have', async () => {
    const clock = patientClock();
    const { url } = await serve((_request, response) => response.writeHead(503, { 'retry-after': '7200' }).end());
    const door = aDoor({ clock });
    expect(await door.fetch(page(url))).toMatchObject({ outcome: 'server-error', status: 503, requests: 1 });
    await door.fetch({ ...page(url), retries: 0 });
    expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(60_000);
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  it('is read in seconds and as a date, and nothing else is', () => {
    expect(retryAfter('120', now)).toBe(120_000);
    expect(retryAfter('Thu, 01 Jan 2026 00:01:00 GMT', now)).toBe(60_000);
    expect(retryAfter('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
    for (const nonsense of [null, '', 'soon', '-5x']) expect(retryAfter(nonsense, now)).toBeNull();
  });
});
