import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { aDoor, page, serve } from './support.ts';

const guarded = { allowPrivateNetworks: false };

/** A resolver that knows one answer to each question in turn. */
function resolver(...answers: string[][]): LookupFunction {
  return (_hostname, options, callback) => {
    const addresses = (answers.length > 1 ? answers.shift()! : answers[0]!).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    if (options.all) callback(null, addresses);
    else callback(null, addresses[0]!.address, addresses[0]!.family);
  };
}

describe('the address guard', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0x7f.1',
    '127.0.0.1.',
    '0.0.0.0',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '１２７.0.0.1',
    '127。0。0。1',
    'localhost',
  ])('refuses the host %s', async (host) => {
    const { port, asked } = await serve((_request, response) => response.end('secret'));
    const fetched = await aDoor().fetch(page(`http://${host}:${port}/`, guarded));
    expect(fetched).toMatchObject({ outcome: 'address-refused', bytes: null, status: null });
    expect(fetched.detail?.zh).toContain('allowPrivateNetworks');
    expect(asked).toEqual([]);
  });

  it('refuses the metadata service of clouds', async () => {
    expect((await aDoor().fetch(page('http://169.254.169.254/latest/meta-data/', guarded))).outcome).toBe('address-refused');
  });

  it('refuses a name that resolves to a private address, and dials it where that is allowed', async () => {
    const { port } = await serve((_request, response) => response.end('hello'));
    const door = aDoor({ lookup: resolver(['127.0.0.1']) });
    expect((await door.fetch(page(`http://www.example.gov.cn:${port}/`, guarded))).outcome).toBe('address-refused');
    expect((await door.fetch(page(`http://www.example.gov.cn:${port}/`))).outcome).toBe('ok');
  });

  it('refuses again on a host to which a connection stands that other settings allowed', async () => {
    const { url } = await serve((_request, response) => response.end('hello'));
    const door = aDoor();
    expect((await door.fetch(page(url))).outcome).toBe('ok');
    expect((await door.fetch(page(url, guarded))).outcome).toBe('address-refused');
  });

  it('dials only what it has judged when a name changes its answer between two questions', async () => {
    const { port, asked } = await serve((_request, response) => response.end('secret'));
    const door = aDoor({ lookup: resolver(['192.0.2.1'], ['127.0.0.1']) });
    const request = { ...page(`http://rebind.example:${port}/`, { ...guarded, timeoutSeconds: 0.5 }), retries: 3 };
    expect((await door.fetch(request)).outcome).toBe('address-refused');
    expect((await door.fetch(request)).outcome).toBe('address-refused');
    expect(asked).toEqual([]);
  });

  it('leaves private addresses out where a name has public ones, too', async () => {
    const { port, asked } = await serve((_request, response) => response.end('secret'));
    const door = aDoor({ lookup: resolver(['127.0.0.1', '::1', '198.41.0.4']) });
    const fetched = await door.fetch({ ...page(`http://both.example:${port}/`, { ...guarded, timeoutSeconds: 0.3 }), retries: 0 });
    expect(['timeout', 'unreachable']).toContain(fetched.outcome);
    expect(asked).toEqual([]);
  });

  it('refuses a redirect to a private address', async () => {
    const inside = await serve((_request, response) => response.end('secret'));
    const { port } = await serve((_request, response) => response.writeHead(302, { location: inside.url }).end());
    // The first hop goes to a name that only this resolver sends to loopback, under settings that allow it.
    const door = aDoor();
    const allowed = await door.fetch(page(`http://127.0.0.1:${port}/`));
    expect(allowed.outcome).toBe('ok');
    const refused = await door.fetch(page(`http://127.0.0.1:${port}/`, guarded));
    expect(refused.outcome).toBe('address-refused');
    expect(inside.asked).toHaveLength(1);
  });
});
