import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { parseRobots } from '../../crawlers/door/robots-rules.ts';
import { aDoor, page, patientClock, serve, serveBytes } from './support.ts';

const polite = { respectRobots: true };

/** A site whose robots.txt is answered by `robots` and whose pages are all fine. */
function site(robots: (request: IncomingMessage, response: ServerResponse) => void) {
  return serve((request, response) => (request.url!.endsWith('robots.txt') ? robots(request, response) : response.end('page')));
}

describe('robots.txt', () => {
  it('is asked for once, and what it forbids is not asked for', async () => {
    const { url, asked } = await site((_request, response) => response.end('User-agent: *\nDisallow: /private/\nAllow: /private/open/\n'));
    const door = aDoor();
    expect(await door.fetch(page(`${url}/a`, polite))).toMatchObject({ outcome: 'ok', requests: 2 });
    expect(await door.fetch(page(`${url}/private/x`, polite))).toMatchObject({ outcome: 'forbidden-by-robots', requests: 0, status: null });
    expect(await door.fetch(page(`${url}/private/open/x`, polite))).toMatchObject({ outcome: 'ok', requests: 1 });
    expect(asked).toEqual(['/robots.txt', '/a', '/private/open/x']);
  });

  it('is asked for once by many that come at the same time', async () => {
    const { url, asked } = await site((_request, response) => setTimeout(() => response.end(''), 30));
    const door = aDoor();
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => door.fetch(page(`${url}/${index}`, polite))));
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
    expect(all.reduce((sum, { requests }) => sum + requests, 0)).toBe(21);
    expect(door.traffic.requests).toBe(21);
  });

  it('is not asked for where the configuration says so', async () => {
    const { url, asked } = await site((_request, response) => response.end('User-agent: *\nDisallow: /'));
    expect((await aDoor().fetch(page(`${url}/a`))).outcome).toBe('ok');
    expect(asked).toEqual(['/a']);
  });

  it('may have rules for us by name', async () => {
    const { url } = await site((_request, response) => response.end('User-agent: gongkai\nDisallow:\n\nUser-agent: *\nDisallow: /'));
    expect((await aDoor().fetch(page(url, polite))).outcome).toBe('ok');
    expect((await aDoor({ product: 'other/2.0' }).fetch(page(url, polite))).outcome).toBe('forbidden-by-robots');
  });

  it.each([401, 403, 404, 410, 412])('answered with %i leaves the site open', async (status) => {
    const { url } = await site((_request, response) => response.writeHead(status).end('User-agent: *\nDisallow: /'));
    expect((await aDoor().fetch(page(url, polite))).outcome).toBe('ok');
  });

  it('that is a page of HTML leaves the site open', async () => {
    const { url } = await site((_request, response) => response.end('\n<html><body>User-agent: *\nDisallow: /</body></html>'));
    expect((await aDoor().fetch(page(url, polite))).outcome).toBe('ok');
  });

  it.each([429, 500, 502, 503])('answered with %i keeps us out for a minute, and no longer', async (status) => {
    let isDown = true;
    const { url, asked } = await site((_request, response) => response.writeHead(isDown ? status : 404).end());
    const clock = patientClock();
    const door = aDoor({ clock });
    expect(await door.fetch(page(url, polite))).toMatchObject({ outcome: 'robots-unavailable', requests: 3 });
    expect(await door.fetch(page(url, polite))).toMatchObject({ outcome: 'robots-unavailable', requests: 0 });
    expect(asked).toEqual(['/robots.txt', '/robots.txt', '/robots.txt']);
    isDown = false;
    await clock.sleep(60_001);
    expect((await door.fetch(page(url, polite))).outcome).toBe('ok');
  });

  it('that cannot be had because nobody answers says that, not that it is forbidden', async () => {
    const door = aDoor();
    expect((await door.fetch(page('http://127.0.0.1:1/', polite))).outcome).toBe('unreachable');
    const silent = await serveBytes(() => {});
    expect((await door.fetch(page(silent, { ...polite, timeoutSeconds: 0.1 }))).outcome).toBe('timeout');
    expect((await door.fetch(page(silent, { ...polite, allowPrivateNetworks: false }))).outcome).toBe('timeout');
  });

  it('refused for its address is asked for again under other settings', async () => {
    const { url } = await site((_request, response) => response.end(''));
    const door = aDoor();
    expect((await door.fetch(page(url, { ...polite, allowPrivateNetworks: false }))).outcome).toBe('address-refused');
    expect((await door.fetch(page(url, polite))).outcome).toBe('ok');
  });

  it('is followed through redirects, and holds for the host that was asked', async () => {
    const other = await serve((_request, response) => response.end('User-agent: *\nDisallow: /no'));
    const { url } = await site((_request, response) => response.writeHead(301, { location: `${other.url}/rules/robots.txt` }).end());
    const door = aDoor();
    expect((await door.fetch(page(`${url}/no`, polite))).outcome).toBe('forbidden-by-robots');
    expect((await door.fetch(page(`${url}/yes`, polite))).outcome).toBe('ok');
  });

  it('that redirects in a circle leaves the site open', async () => {
    const { url } = await site((_request, response) => response.writeHead(301, { location: '/robots.txt' }).end());
    expect((await aDoor().fetch(page(url, polite))).outcome).toBe('ok');
  });

  it('of every host on the way of a redirect is kept to', async () => {
    const other = await site((_request, response) => response.end('User-agent: *\nDisallow: /'));
    const { url } = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(302, { location: `${other.url}/x` }).end();
    });
    expect(await aDoor().fetch(page(url, polite))).toMatchObject({
      outcome: 'forbidden-by-robots',
      status: 302,
      finalUrl: `${other.url}/x`,
    });
    expect(other.asked).toEqual(['/robots.txt']);
  });

  it('is read up to 512 KiB', async () => {
    const filler = '# nothing\n'.repeat(60_000);
    const { url } = await site((_request, response) => response.end(`User-agent: *\nDisallow: /a\n${filler}Disallow: /b\n`));
    const door = aDoor();
    expect((await door.fetch(page(`${url}/a`, polite))).outcome).toBe('forbidden-by-robots');
    expect((await door.fetch(page(`${url}/b`, polite))).outcome).toBe('ok');
  });

  it('is asked for again after a day', async () => {
    const clock = patientClock();
    const { url, asked } = await site((_request, response) => response.end(''));
    const door = aDoor({ clock });
    await door.fetch(page(url, polite));
    await clock.sleep(25 * 60 * 60 * 1000);
    await door.fetch(page(url, polite));
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(2);
  });

  it('may ask for a delay, which is kept up to ten seconds', async () => {
    const clock = patientClock();
    const short = await site((_request, response) => response.end('User-agent: *\nCrawl-delay: 2'));
    const long = await site((_request, response) => response.end('User-agent: *\nCrawl-delay: 600'));
    const door = aDoor({ clock });
    for (const path of ['/a', '/b', '/c']) expect((await door.fetch(page(short.url + path, polite))).cappedCrawlDelay).toBeNull();
    expect(clock.sleeps.filter((milliseconds) => milliseconds > 1500 && milliseconds <= 2000)).toHaveLength(2);
    await door.fetch(page(`${long.url}/a`, polite));
    expect(await door.fetch(page(`${long.url}/b`, polite))).toMatchObject({ outcome: 'ok', cappedCrawlDelay: 600 });
    expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(10_000);
  });
});

describe('rules', () => {
  it('with patterns beyond counting are matched in bounded time, and never allow more than they did', () => {
    const rules = parseRobots(
      'http://a.example',
      `User-agent: *\n${`Disallow: /b${'*a'.repeat(400)}\n`.repeat(600)}Disallow: /no*way\n`,
      'gongkai',
    );
    const started = performance.now();
    expect(rules.allows(new URL(`http://a.example/${'a'.repeat(4000)}`))).toBe(true);
    expect(rules.allows(new URL(`http://a.example/no${'a'.repeat(4000)}way`))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('in the words of a file with a byte order mark and Windows line ends are read', () => {
    const rules = parseRobots('http://a.example', 'User-Agent: *\r\nDisallow: /cgi-bin\r\nDisallow: /*.doc$\r\n', 'gongkai');
    expect(rules.allows(new URL('http://a.example/cgi-bin/x'))).toBe(false);
    expect(rules.allows(new URL('http://a.example/a.doc'))).toBe(false);
    expect(rules.allows(new URL('http://a.example/a.docx'))).toBe(true);
  });

  it('do not fall over nonsense', () => {
    for (const text of [
      '',
      '\0\0',
      ':::',
      'Disallow: /',
      'User-agent\nDisallow /',
      'User-agent: *\nCrawl-delay: -5',
      'User-agent: *\nCrawl-delay: Infinity',
      '%%%'.repeat(1000),
    ]) {
      const rules = parseRobots('http://a.example', text, 'gongkai');
      expect(rules.allows(new URL('http://a.example/'))).toBe(true);
      expect(rules.delay === null || rules.delay.milliseconds <= 10_000).toBe(true);
    }
  });
});
