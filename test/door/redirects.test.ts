import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { aDoor, POLITENESS, page, serve, serveBytes } from './support.ts';

describe('redirects', () => {
  it('are followed and told', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/mid' }).end();
      else if (request.url === '/mid') response.writeHead(302, { location: 'new/index.html?a=1#top' }).end();
      else response.end('here');
    });
    const fetched = await aDoor().fetch(page(`${url}/old`));
    expect(fetched).toMatchObject({
      outcome: 'ok',
      status: 200,
      url: `${url}/old`,
      finalUrl: `${url}/new/index.html?a=1`,
      redirects: [
        { status: 301, url: `${url}/mid` },
        { status: 302, url: `${url}/new/index.html?a=1` },
      ],
      requests: 3,
    });
  });

  it('are followed ten times and no more', async () => {
    const { url } = await serve((request, response) => {
      const left = Number(request.url!.slice(1));
      if (left === 0) response.end('here');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    const door = aDoor();
    expect(await door.fetch(page(`${url}/10`))).toMatchObject({ outcome: 'ok', requests: 11 });
    expect(await door.fetch(page(`${url}/11`))).toMatchObject({ outcome: 'too-many-redirects', requests: 11 });
  });

  it('in a circle are noticed at once', async () => {
    const { url } = await serve((request, response) => response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end());
    expect(await aDoor().fetch(page(`${url}/a`))).toMatchObject({ outcome: 'too-many-redirects', requests: 2 });
  });

  it('to itself with a cookie are followed once, with the cookie', async () => {
    const { url } = await serve((request, response) => {
      if (request.headers.cookie?.includes('CT6T=abc')) response.end('here');
      else response.writeHead(302, { location: request.url!, 'set-cookie': ['CT6T=abc; Path=/; HttpOnly', 'gone=1; Max-Age=0'] }).end();
    });
    const door = aDoor();
    expect(await door.fetch(page(`${url}/a`))).toMatchObject({ outcome: 'ok', requests: 2 });
    expect(await door.fetch(page(`${url}/b`))).toMatchObject({ outcome: 'ok', requests: 1 });
  });

  it('to itself with ever new cookies are given up', async () => {
    let count = 0;
    const { url } = await serve((request, response) => {
      count += 1;
      response.writeHead(302, { location: request.url!, 'set-cookie': `c=${count}` }).end();
    });
    expect(await aDoor().fetch(page(url))).toMatchObject({ outcome: 'too-many-redirects', requests: 2 });
  });

  it('share one deadline', async () => {
    const { url } = await serve((request, response) => {
      setTimeout(() => response.writeHead(302, { location: `${request.url}x` }).end(), 150);
    });
    const started = performance.now();
    const fetched = await aDoor().fetch({ ...page(`${url}/`, { timeoutSeconds: 0.5 }), retries: 0 });
    expect(fetched.outcome).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it.each(['ftp://example.com/', 'javascript:alert(1)', 'http://[', 'data:text/html,hi'])('to %s end there', async (location) => {
    const { url } = await serve((_request, response) => response.writeHead(302, { location }).end());
    expect((await aDoor().fetch(page(url))).outcome).toBe('bad-url');
  });

  it('without a place to go to are the fault of the request', async () => {
    const { url } = await serve((_request, response) => response.writeHead(302).end());
    expect(await aDoor().fetch(page(url))).toMatchObject({ outcome: 'client-error', status: 302 });
  });

  it('to a path in raw GBK bytes keep the bytes', async () => {
    const raw = Buffer.from('HTTP/1.1 302 Found\r\nlocation: /\xb9\xab\xbf\xaa/1.htm\r\n\r\n', 'latin1');
    const url = await serveBytes((socket, asked) => {
      const line = asked.toString('latin1').split('\r\n')[0]!;
      socket.end(line === 'GET / HTTP/1.1' ? raw : `HTTP/1.1 200 OK\r\n\r\n${line}`);
    });
    const fetched = await aDoor().fetch(page(url));
    expect(Buffer.from(fetched.bytes!).toString()).toBe('GET /%B9%AB%BF%AA/1.htm HTTP/1.1');
  });

  it('take no credentials, cookies or headers of the caller to another host', async () => {
    const seen: Record<string, unknown>[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers);
      response.end('there');
    });
    const { host } = await serve((request, response) => {
      seen.push(request.headers);
      response.writeHead(302, { location: other.url.replace('//', '//user:stolen@'), 'set-cookie': 'session=1' }).end();
    });
    const fetched = await aDoor().fetch({ ...page(`http://me:pass@${host}/`), headers: { 'X-Token': 'secret' } });
    expect(seen[0]).toMatchObject({ authorization: `Basic ${Buffer.from('me:pass').toString('base64')}`, 'x-token': 'secret' });
    expect(seen[1]).not.toHaveProperty('authorization');
    expect(seen[1]).not.toHaveProperty('x-token');
    expect(seen[1]).not.toHaveProperty('cookie');
    expect(fetched).toMatchObject({ url: `http://${host}/`, finalUrl: `${other.url}/`, outcome: 'ok' });
    expect(JSON.stringify(fetched.redirects)).not.toContain('stolen');
  });

  it('are judged hop by hop: a public first hop does not open the way inside', async () => {
    const inside = await serve((_request, response) => response.end('secret'));
    const lookup: LookupFunction = (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const { port } = await serve((_request, response) => response.writeHead(302, { location: inside.url }).end());
    const fetched = await aDoor({ lookup }).fetch({
      url: `http://site.example:${port}/`,
      kind: 'page',
      settings: { ...POLITENESS, allowPrivateNetworks: false },
    });
    expect(fetched.outcome).toBe('address-refused');
    expect(inside.asked).toEqual([]);
  });
});

describe('a request', () => {
  it('says who asks and where to reach them', async () => {
    const seen: Record<string, unknown>[] = [];
    const { url } = await serve((request, response) => {
      seen.push(request.headers);
      response.end();
    });
    await aDoor({ contact: 'https://example.gov.cn/bot 联系' }).fetch(page(url));
    await aDoor().fetch(page(url));
    expect(seen[0]).toMatchObject({ 'user-agent': 'gongkai/0.1 (+https://example.gov.cn/bot)', 'accept-encoding': 'gzip, deflate, br' });
    expect(seen[0]!['accept-language']).toMatch(/^zh-CN/);
    expect(seen[1]).toMatchObject({ 'user-agent': 'gongkai/0.1' });
  });

  it('sends a path in GBK as it is written', async () => {
    const { url, asked } = await serve((_request, response) => response.end());
    await aDoor().fetch(page(`${url}/%d0%c2%CE%C5/a|b.htm?w=%b9%ab&x=a+b#f`));
    expect(asked).toEqual(['/%d0%c2%CE%C5/a|b.htm?w=%b9%ab&x=a+b']);
  });

  it('with validators costs nothing where the page has not changed', async () => {
    const { url } = await serve((request, response) => {
      const isKnown =
        request.headers['if-none-match'] === '"v1"' || request.headers['if-modified-since'] === 'Mon, 04 Mar 2019 00:00:00 GMT';
      if (isKnown) response.writeHead(304, { etag: '"v1"' }).end();
      else
        response
          .writeHead(200, { etag: '"v1"', 'last-modified': 'Mon, 04 Mar 2019 00:00:00 GMT', 'content-type': 'text/html' })
          .end('page');
    });
    const door = aDoor();
    const first = await door.fetch(page(url));
    expect(first).toMatchObject({ outcome: 'ok', etag: '"v1"', lastModified: 'Mon, 04 Mar 2019 00:00:00 GMT', contentType: 'text/html' });
    const again = await door.fetch({ ...page(url), validators: { etag: first.etag, lastModified: null } });
    expect(again).toMatchObject({ outcome: 'not-modified', status: 304, bytes: null, etag: '"v1"' });
    expect((await door.fetch({ ...page(url), validators: { etag: null, lastModified: first.lastModified } })).outcome).toBe('not-modified');
    expect(door.traffic).toEqual({ requests: 3, notModified: 2, bytes: 4 });
  });

  it('by POST sends its body once, and gives status and body back whatever they are', async () => {
    const { url, asked } = await serve((request, response) => {
      let body = '';
      request.on('data', (piece) => {
        body += piece;
      });
      request.on('end', () => response.writeHead(500).end(`${request.method} ${request.headers['content-type']} ${body}`));
    });
    const fetched = await aDoor().fetch({
      ...page(url),
      method: 'POST',
      body: '{"a":1}',
      headers: { 'Content-Type': 'application/json' },
      strictTls: true,
    });
    expect(fetched).toMatchObject({ outcome: 'server-error', status: 500, requests: 1 });
    expect(Buffer.from(fetched.bytes!).toString()).toBe('POST application/json {"a":1}');
    expect(asked).toHaveLength(1);
  });

  it('by POST may be sent on to the same address by GET', async () => {
    const { url } = await serve((request, response) => {
      if (request.method === 'POST') response.writeHead(303, { location: '/form' }).end();
      else response.end('done');
    });
    expect(await aDoor().fetch({ ...page(`${url}/form`), method: 'POST', body: 'x' })).toMatchObject({ outcome: 'ok', requests: 2 });
  });

  it('by POST turns into a GET by 302, and stays what it is by 307', async () => {
    const { url } = await serve((request, response) => {
      let body = '';
      request.on('data', (piece) => {
        body += piece;
      });
      request.on('end', () => {
        if (request.url === '/302' || request.url === '/307') response.writeHead(Number(request.url.slice(1)), { location: '/end' }).end();
        else response.end(`${request.method} ${body}`);
      });
    });
    const door = aDoor();
    const text = async (path: string) =>
      Buffer.from((await door.fetch({ ...page(url + path), method: 'POST', body: 'x' })).bytes!).toString();
    expect(await text('/302')).toBe('GET ');
    expect(await text('/307')).toBe('POST x');
  });
});
