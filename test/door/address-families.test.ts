import type { LookupFunction } from 'node:net';
import { expect, it } from 'vitest';
import { aDoor } from './support.ts';

/** A resolver that knows these addresses, or answers every question with an error. */
const resolver = (answer: string[] | { code: string }) =>
  ((_hostname: string, { family }: { family: number }, callback: (error: unknown, found: unknown) => void) => {
    const own = Array.isArray(answer) ? answer.filter((address) => address.includes(':') === (family === 6)) : [];
    if (own.length > 0)
      return callback(
        null,
        own.map((address) => ({ address, family })),
      );
    callback(Object.assign(new Error('no'), Array.isArray(answer) ? { code: 'ENOTFOUND' } : answer), []);
  }) as unknown as LookupFunction;
const ask = (answer: string[] | { code: string }, host = 'www.x.test') => aDoor({ lookup: resolver(answer) }).addressFamilies(host);

it('a host has the families of its addresses, or none', async () => {
  expect(await ask(['192.0.2.1', '2001:db8::1'])).toEqual([4, 6]);
  expect(await ask(['192.0.2.1'])).toEqual([4]);
  expect(await ask([])).toEqual([]);
});

it('what a resolver in trouble says, and addresses and names of the local net, tell nothing', async () => {
  expect(await ask({ code: 'EAI_AGAIN' })).toBeNull();
  expect(await ask([], '127.0.0.1')).toBeNull();
  expect(await ask([], 'localhost')).toBeNull();
});
