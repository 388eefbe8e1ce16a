import { createServer, type ServerOptions } from 'node:https';
import { connect, createServer as createTcpServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { selfSigned } from './certificate.ts';
import { aDoor, listen, page, serve, serveBytes } from './support.ts';

const DAY = 24 * 60 * 60 * 1000;
const now = Date.parse('2024-01-01T00:00:00Z');
const valid = selfSigned('localhost', new Date(now), new Date(now + 36_500 * DAY));
const expired = selfSigned('localhost', new Date(now - 2 * DAY), new Date(now - DAY));

async function serveTls(options: ServerOptions): Promise<{ url: string; handshakes: () => number; failures: () => number }> {
  let handshakes = 0;
  let failures = 0;
  const server = createServer(options, (request, response) => {
    response.end(`${request.method} ${request.url}`);
  });
  server.on('secureConnection', () => {
    handshakes += 1;
  });
  server.on('tlsClientError', () => {
    failures += 1;
  });
  return { url: `https://127.0.0.1:${await listen(server)}`, handshakes: () => handshakes, failures: () => failures };
}

describe('faulty TLS', () => {
  it('is read without proof after the strict try, and that is told', async () => {
    const { url, handshakes } = await serveTls(valid);
    const door = aDoor();
    const fetched = await door.fetch(page(`${url}/a`));
    expect(fetched).toMatchObject({ outcome: 'ok', status: 200, tlsFallback: true, tlsFault: 'DEPTH_ZERO_SELF_SIGNED_CERT', requests: 1 });
    expect(handshakes()).toBeLessThanOrEqual(2);
  });

  it('is remembered, so that the next page costs no second handshake', async () => {
    const { url, handshakes } = await serveTls(valid);
    const door = aDoor();
    await door.fetch(page(`${url}/a`));
    const before = handshakes();
    expect(await door.fetch(page(`${url}/b`))).toMatchObject({ outcome: 'ok', tlsFallback: true });
    expect(handshakes() - before).toBeLessThanOrEqual(1);
  });

  it('of an expired certificate is named', async () => {
    const { url } = await serveTls(expired);
    expect(await aDoor().fetch(page(url))).toMatchObject({
      outcome: 'ok',
      tlsFallback: true,
      tlsFault: expect.stringMatching(/EXPIRED|SELF_SIGNED/),
    });
  });

  it('or not, the last moment of a certificate is told', async () => {
    const { url } = await serveTls(valid);
    const door = aDoor();
    expect((await door.fetch(page(url))).certificateEnd).toEqual(new Date(now + 36_500 * DAY));
    expect((await door.fetch(page(`${url}/again`))).certificateEnd).toEqual(new Date(now + 36_500 * DAY));
    const plain = await serve((_request, response) => response.end('x'));
    expect((await door.fetch(page(plain.url))).certificateEnd).toBeNull();
  });

  it('of an old protocol is read as well', async () => {
    const { url } = await serveTls({ ...valid, minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(await aDoor().fetch(page(url))).toMatchObject({
      outcome: 'ok',
      tlsFallback: true,
      tlsFault: expect.stringMatching(/PROTOCOL|VERSION|EPROTO/),
    });
  });

  it('ends the fetch where the request may not go out without proof', async () => {
    const { url } = await serveTls(valid);
    const door = aDoor();
    await door.fetch(page(url));
    const fetched = await door.fetch({ ...page(url), method: 'POST', body: '{}', strictTls: true });
    expect(fetched).toMatchObject({ outcome: 'tls', status: null, tlsFallback: false });
    expect(fetched.detail?.zh).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  it('that no fallback mends is said so, without further tries', async () => {
    const plain = await serveBytes((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await aDoor().fetch(page(plain.replace('http:', 'https:')))).toMatchObject({ outcome: 'tls', requests: 1, tlsFallback: false });
  });

  it('is not seen in a handshake that a bad line broke off once', async () => {
    const { url } = await serveTls(valid);
    const target = Number(new URL(url).port);
    let dropped = 0;
    const proxy = createTcpServer((socket) => {
      socket.on('error', () => {});
      if (dropped++ === 0) return socket.once('data', () => socket.destroy());
      const onward = connect(target, '127.0.0.1');
      onward.on('error', () => {});
      return socket.pipe(onward).pipe(socket);
    });
    const fetched = await aDoor().fetch(page(`https://127.0.0.1:${await listen(proxy)}/`));
    expect(fetched).toMatchObject({ outcome: 'ok', tlsFault: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  it('is not blamed on a server that breaks every handshake off', async () => {
    const url = await serveBytes((socket) => socket.destroy());
    expect(await aDoor().fetch({ ...page(url.replace('http:', 'https:')), retries: 0 })).toMatchObject({
      outcome: 'unreachable',
      tlsFallback: false,
    });
  });

  it('stays under the address guard', async () => {
    const { url, handshakes, failures } = await serveTls(valid);
    expect((await aDoor().fetch(page(url, { allowPrivateNetworks: false }))).outcome).toBe('address-refused');
    expect(handshakes() + failures()).toBe(0);
  });

  it('of one hop is told although another hop was sound', async () => {
    const { url } = await serveTls(valid);
    const plain = await serve((_request, response) => response.writeHead(302, { location: url }).end());
    expect(await aDoor().fetch(page(plain.url))).toMatchObject({ outcome: 'ok', tlsFallback: true, finalUrl: `${url}/` });
  });
});
