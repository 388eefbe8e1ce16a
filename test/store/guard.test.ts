import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { afterAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/model/clock.ts';
import type { Connection } from '../../src/store/database.ts';
import { explained, StoreError } from '../../src/store/errors.ts';
import { guarded } from '../../src/store/guard.ts';
import { assertMayBegin, rememberStore } from '../../src/store/known-stores.ts';

/** What stands between the rooms of the store and whoever asks them, without a database. */
const failure = (code: string, message = 'no') => Object.assign(new Error(message), { code });
const shared = { place: 'db.test/gongkai', shared: true } as Connection;
const embedded = { place: '/srv/data', shared: false } as Connection;

/** A clock on which waiting takes no time; `pauses` are how long it was waited. */
function quickClock(): Clock & { readonly pauses: number[] } {
  const pauses: number[] = [];
  let now = 0;
  return {
    pauses,
    now: () => new Date(now),
    async sleep(milliseconds) {
      pauses.push(milliseconds);
      now += milliseconds;
    },
  };
}

/** A room of one work that fails so many times first. */
function roomOf(times: number, error: Error) {
  let asked = 0;
  const room = {
    async read(what: string): Promise<string> {
      asked += 1;
      if (asked <= times) throw error;
      return `${what} read`;
    },
  };
  return { room, asked: () => asked };
}

describe('a work of the store', () => {
  it('that fails for what passes by itself is done again, with longer and longer pauses, and nobody notices', async () => {
    const { room, asked } = roomOf(7, failure('57P01'));
    const clock = quickClock();
    expect(await guarded(shared, clock)(room).read('it')).toBe('it read');
    expect(asked()).toBe(8);
    expect(clock.pauses).toEqual([100, 200, 400, 800, 1600, 2000, 2000]);
  });

  it('that fails for longer than anybody waits is told in words', async () => {
    const { room } = roomOf(Number.POSITIVE_INFINITY, failure('ECONNREFUSED'));
    const clock = quickClock();
    await expect(guarded(shared, clock, 5_000)(room).read('it')).rejects.toMatchObject({ code: 'store-unreachable', passing: true });
    expect(clock.now().getTime()).toBeLessThan(7_000);
  });

  it.each(['28P01', '3D000', '42501', '25006', '53100'])('that fails with %s is not tried again: time mends nothing', async (code) => {
    const { room, asked } = roomOf(1, failure(code));
    await expect(guarded(shared, quickClock())(room).read('it')).rejects.toBeInstanceOf(StoreError);
    expect(asked()).toBe(1);
  });

  it('on an embedded database, which nobody restarts, is not tried again', async () => {
    const { room, asked } = roomOf(1, failure('57P01'));
    await expect(guarded(embedded, quickClock())(room).read('it')).rejects.toMatchObject({ code: 'store-connection-lost' });
    expect(asked()).toBe(1);
  });

  it('that streams is not taken up again in its middle', async () => {
    let begun = 0;
    const room = {
      async *stream() {
        begun += 1;
        yield 1;
        throw failure('57P01');
      },
    };
    const got: number[] = [];
    const reading = (async () => {
      for await (const one of guarded(shared, quickClock())(room).stream()) got.push(one);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'store-connection-lost' });
    expect([got, begun]).toEqual([[1], 1]);
  });
});

describe('what a database says', () => {
  it.each([
    ['40P01', 'store-busy'],
    ['08006', 'store-connection-lost'],
    ['ENOTFOUND', 'store-host-unknown'],
    ['53300', 'store-full-of-connections'],
    ['42P01', 'store-emptied'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'folder-not-writable'],
    ['EISDIR', 'path-is-a-folder'],
  ])('as %s is told as %s, with the place in both languages', (code, told) => {
    const error = explained(failure(code), 'db.test/gongkai') as StoreError;
    expect(error).toMatchObject({ code: told, side: 'us' });
    for (const said of [error.sentence.zh, error.sentence.en]) expect(said.match(/db\.test\/gongkai/g)).toHaveLength(1);
  });

  it.each([
    ['Aborted(). Build with -sASSERTIONS', 'embedded-store-stopped'],
    ['could not write: No space left on device', 'disk-full'],
    ['SASL: client password must be a string', 'store-login-refused'],
    ['Connection terminated unexpectedly', 'store-connection-lost'],
  ])('without a code, as "%s", is told as %s', (message, told) => {
    expect(explained(new Error(message), 'x')).toMatchObject({ code: told });
  });

  it('of several addresses that were tried is told by the first', () => {
    expect(explained(new AggregateError([failure('ECONNREFUSED'), failure('ENOTFOUND')]), 'x')).toMatchObject({
      code: 'store-unreachable',
    });
  });

  it('names a place as it is written, whatever signs are in it', () => {
    const place = "/srv/$&/$'/$1/{place}";
    expect((explained(failure('ENOENT'), place) as StoreError).sentence).toEqual({
      zh: `找不到 ${place}。`,
      en: `${place} does not exist.`,
    });
  });

  it('of a statement that nobody can mend keeps the statement short and its parameters to itself', () => {
    const error = new DrizzleQueryError(`select ${'x'.repeat(5000)}`, ['身份证 420111199001011234'], failure('22001', 'too long'));
    const told = explained(error, 'x');
    expect(told.message).toContain('too long (select xxx');
    expect(told.message.length).toBeLessThan(400);
    expect(told.message).not.toContain('420111');
  });

  it('that is explained already is not explained again', () => {
    const first = explained(failure('53100'), 'x');
    expect(explained(first, 'y')).toBe(first);
    expect(explained(new DrizzleQueryError('select', [], first), 'y')).toBe(first);
  });
});

describe('the places of stores that were here', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-known-'));
  const file = join(dataDir, 'known-stores');
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it('are noted once each, for nobody else to read', () => {
    rememberStore(shared, dataDir);
    rememberStore({ ...shared, place: 'other.test/gongkai' }, dataDir);
    rememberStore(shared, dataDir);
    rememberStore(embedded, dataDir);
    expect(readFileSync(file, 'utf8')).toBe('db.test/gongkai\nother.test/gongkai\n');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('are no bar to a store that begins in a place of its own, or that somebody means to begin', async () => {
    writeFileSync(file, 'db.test/gongkai\n');
    await expect(assertMayBegin({ ...shared, place: 'new.test/gongkai' }, dataDir, 'begin-once')).resolves.toBeUndefined();
    await expect(assertMayBegin(shared, dataDir, 'begin')).resolves.toBeUndefined();
    await expect(assertMayBegin(embedded, dataDir, 'refuse')).resolves.toBeUndefined();
  });
});
