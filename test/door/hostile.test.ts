import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/model/outcome.ts';
import { aDoor, afterwards, POLITENESS, page, serve, serveBytes } from './support.ts';

const MEBIBYTE = 1024 * 1024;

describe('size limits', () => {
  it('stops reading a body of 40 MB at 8 MiB', async () => {
    let sent = 0;
    const { url } = await serve((_request, response) => {
      const piece = Buffer.alloc(MEBIBYTE, 'a');
      const more = () => {
        while (sent < 40 && !response.destroyed) {
          sent += 1;
          if (!response.write(piece)) return response.once('drain', more);
        }
        return response.end();
      };
      more();
    });
    const fetched = await aDoor().fetch(page(url));
    expect(fetched).toMatchObject({ outcome: 'too-large', status: null, bytes: null });
    expect(fetched.detail?.zh).toContain('8 MiB');
    expect(sent).toBeLessThan(20);
  });

  it('does not begin to read a body that says it is too large', async () => {
    const { url } = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 9 * MEBIBYTE });
      response.write('a');
    });
    expect((await aDoor().fetch(page(url))).outcome).toBe('too-large');
  });

  it('reads an attachment up to 32 MiB', async () => {
    const { url } = await serve((_request, response) => response.end(Buffer.alloc(20 * MEBIBYTE)));
    const door = aDoor();
    expect((await door.fetch({ ...page(url), kind: 'attachment' })).bytes).toHaveLength(20 * MEBIBYTE);
    expect((await door.fetch(page(url))).outcome).toBe('too-large');
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(100 * MEBIBYTE))],
    ['deflate', deflateSync(Buffer.alloc(100 * MEBIBYTE))],
    ['br', brotliCompressSync(Buffer.alloc(100 * MEBIBYTE), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })],
  ])('stops a bomb in %s before it has gone off', async (encoding, bomb) => {
    const { url } = await serve((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
    const before = process.memoryUsage().rss;
    const fetched = await aDoor().fetch({ ...page(url), kind: 'attachment' });
    expect(fetched).toMatchObject({ outcome: 'too-large', requests: 1 });
    expect(fetched.detail?.zh).toContain('压缩炸弹');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * MEBIBYTE);
  });

  it('stops a compressed body that stays under the ratio at the limit of its size', async () => {
    const noise = Buffer.from(Array.from({ length: 12 * MEBIBYTE }, (_, index) => (index * 2654435761) >>> 24));
    const { url } = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(noise)));
    expect((await aDoor().fetch(page(url))).outcome).toBe('too-large');
  });
});

describe('content encodings', () => {
  const text = '<html><title>通知公告</title><p>内容</p></html>'.repeat(200);
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip', Buffer.from(text)],
    ['identity', Buffer.from(text)],
  ])('reads %s', async (encoding, body) => {
    const { url } = await serve((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body));
    const fetched = await aDoor().fetch(page(url));
    expect(fetched.outcome).toBe('ok');
    expect(Buffer.from(fetched.bytes!).toString()).toBe(text);
  });

  it('reads an empty body that claims gzip', async () => {
    const { url } = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end());
    expect(await aDoor().fetch(page(url))).toMatchObject({ outcome: 'ok', transferred: 0 });
  });

  it('calls a body unreadable that is corrupt or in an encoding it did not ask for', async () => {
    const broken = gzipSync(text);
    broken.fill(7, 20, 60);
    const { url } = await serve((request, response) => {
      response.writeHead(200, { 'content-encoding': request.url === '/corrupt' ? 'gzip' : 'zstd' }).end(broken);
    });
    const door = aDoor();
    expect((await door.fetch(page(`${url}/corrupt`))).outcome).toBe('unreadable');
    expect((await door.fetch(page(`${url}/zstd`))).outcome).toBe('unreadable');
  });
});

describe('slow and broken servers', () => {
  const hasty = { ...page('', { timeoutSeconds: 0.4 }), retries: 0 };

  it('gives a page that drips up at the deadline', async () => {
    const { url } = await serve((_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      afterwards(() => clearInterval(timer));
    });
    const started = performance.now();
    expect(await aDoor().fetch({ ...hasty, url })).toMatchObject({ outcome: 'timeout', status: null });
    expect(performance.now() - started).toBeLessThan(1500);
  });

  it('gives a server up at the deadline that never answers, or drips headers', async () => {
    const silent = await serveBytes(() => {});
    const dripping = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('x-a: b\r\n'), 20);
      socket.once('close', () => clearInterval(timer));
    });
    const door = aDoor();
    expect((await door.fetch({ ...hasty, url: silent })).outcome).toBe('timeout');
    expect((await door.fetch({ ...hasty, url: dripping })).outcome).toBe('timeout');
  });

  it('stops reading headers that never end', async () => {
    const url = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const line = `x-long: ${'a'.repeat(8000)}\r\n`;
      const timer = setInterval(() => socket.write(line), 1);
      socket.once('close', () => clearInterval(timer));
    });
    expect((await aDoor().fetch(page(url))).outcome).toBe('too-large');
  });

  it.each([
    ['closes in the middle of a body', 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf', 'unreachable'],
    ['closes in the middle of a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\nhalf', 'unreachable'],
    ['closes without an answer', '', 'unreachable'],
    ['does not speak HTTP', 'SSH-2.0-OpenSSH_8.0\r\n', 'server-error'],
  ])('says so when a server %s', async (_name, bytes, outcome) => {
    const url = await serveBytes((socket) => socket.end(bytes));
    const fetched = await aDoor().fetch(page(url));
    expect(fetched).toMatchObject({ outcome, bytes: null, requests: 3 });
  });

  it('says so when a server resets the connection in the middle of a body', async () => {
    const url = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\nhalf');
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    expect((await aDoor().fetch({ ...page(url), retries: 0 })).outcome).toBe('unreachable');
  });

  it.each([
    ['is cut off', 'HTTP/1.1 404 Not Found\r\ncontent-length: 1000\r\n\r\nhalf'],
    ['is corrupt', 'HTTP/1.1 404 Not Found\r\ncontent-encoding: gzip\r\n\r\n\x1f\x8bnonsense'],
    ['is in an encoding nobody asked for', 'HTTP/1.1 404 Not Found\r\ncontent-encoding: zstd\r\n\r\nx'],
  ])('believes the status of an error page whose body %s', async (_name, bytes) => {
    const url = await serveBytes((socket) => socket.end(Buffer.from(bytes, 'latin1')));
    expect(await aDoor().fetch(page(url))).toMatchObject({ outcome: 'gone', status: 404, requests: 1 });
  });

  it('comes to an outcome whatever bytes a server sends', async () => {
    let bytes = Buffer.alloc(0);
    const url = await serveBytes((socket) => socket.end(bytes));
    const door = aDoor();
    const head = fc.constantFrom(
      '',
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 302 F\r\nlocation: ',
      'HTTP/1.1 200 OK\r\ncontent-encoding: br\r\n\r\n',
      'HTTP/1.1 200 OK\r\nset-cookie: ',
    );
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        bytes = Buffer.concat([Buffer.from(start), rest]);
        const { outcome } = await door.fetch({ ...page(url, { timeoutSeconds: 2 }), retries: 0 });
        expect(Object.keys(OUTCOMES)).toContain(outcome);
      }),
      { numRuns: 200 },
    );
  });

  it('takes what a too short content-length names, and reads the next page on a new connection', async () => {
    const url = await serveBytes((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nabcdefgh'));
    const door = aDoor();
    expect(Buffer.from((await door.fetch(page(url))).bytes!).toString()).toBe('abcd');
    expect((await door.fetch(page(url))).outcome).toBe('ok');
  });

  it('reads a body without length until the connection closes', async () => {
    const url = await serveBytes((socket) => socket.end('HTTP/1.0 200 OK\r\n\r\n<p>old server</p>'));
    expect(Buffer.from((await aDoor().fetch(page(url))).bytes!).toString()).toBe('<p>old server</p>');
  });

  it('says that a server is unreachable that nobody listens on, and a name that does not resolve', async () => {
    const door = aDoor();
    const refused = await door.fetch(page('http://127.0.0.1:1/'));
    expect(refused).toMatchObject({ outcome: 'unreachable', requests: 3 });
    expect(refused.detail?.zh).toMatch(/127\.0\.0\.1:1：连接被拒绝/);
    expect((await door.fetch(page('http://no-such-host.invalid/'))).outcome).toBe('unreachable');
  });

  it('is interrupted by its caller at once, and by the closing of the door', async () => {
    const url = await serveBytes(() => {});
    const door = aDoor();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const started = performance.now();
    expect(await door.fetch({ ...page(url), signal: stop.signal })).toMatchObject({ outcome: 'interrupted', requests: 1 });
    expect((await door.fetch({ ...page(url), signal: AbortSignal.abort() })).outcome).toBe('interrupted');
    const last = door.fetch(page(url));
    setTimeout(() => door.close(), 50);
    expect((await last).outcome).toBe('interrupted');
    expect((await door.fetch(page(url))).outcome).toBe('interrupted');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it.each([
    '',
    'not a url',
    '/relative',
    'javascript:alert(1)',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'http://',
    'http://[::1',
    'ftp://a:b@c/',
    `http://a/${'x'.repeat(9000)}`,
  ])('asks nobody for "%.40s", which is no http address', async (url) =>
    expect(await aDoor().fetch({ url, kind: 'page', settings: POLITENESS })).toMatchObject({ outcome: 'bad-url', requests: 0 }),
  );
});
