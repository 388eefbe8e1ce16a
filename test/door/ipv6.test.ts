import type { LookupFunction } from 'node:net';
import { expect, it } from 'vitest';
import { aDoor } from './support.ts';

/** A resolver that knows of IPv6 what `answer` says. */
const resolver = (answer: string[] | { code: string }) =>
  ((_hostname: string, _options: unknown, callback: (error: unknown, found: unknown) => void) =>
    Array.isArray(answer)
      ? callback(
          null,
          answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        )
      : callback(Object.assign(new Error('no'), answer), [])) as unknown as LookupFunction;
const ask = (answer: string[] | { code: string }, host = 'www.x.test') => aDoor({ lookup: resolver(answer) }).hasIpv6(host);

it('a host has IPv6 where its name has an address of it', async () => {
  expect(await ask(['2001:db8::1'])).toBe(true);
  expect(await ask([])).toBe(false);
  expect(await ask({ code: 'ENOTFOUND' })).toBe(false);
});

it('what a resolver in trouble says, and addresses and names of the local net, tell nothing', async () => {
  expect(await ask({ code: 'EAI_AGAIN' })).toBeNull();
  expect(await ask([], '127.0.0.1')).toBeNull();
  expect(await ask([], 'localhost')).toBeNull();
});
