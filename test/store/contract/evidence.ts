import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { makeResult, makeRun, march } from '../records.ts';

export function evidenceContract(store: () => Store): void {
  describe('evidence', () => {
    beforeAll(async () => {
      await store().runs.open(makeRun('seen'));
      await store().runs.open(makeRun('seen-again'));
    });

    const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const keep = (column: string, bytes: Uint8Array, day: number, run = 'seen', given = {}) =>
      store().columns.record(
        makeResult({ run, site: 'evidence', column, at: march(day), evidence: hashOf(bytes) }, [], {
          pages: [{ url: `http://evidence.example/${column}`, bytes, fetchedAt: march(day), contentType: 'text/html; charset=gbk' }],
          ...given,
        }),
      );

    it('a page comes back byte for byte under the hash of its bytes, with where and when it was last fetched', async () => {
      const bytes = new Uint8Array(randomBytes(70_000));
      await keep('a', bytes, 1);
      await keep('b', bytes, 2);
      const page = await store().evidence.get(hashOf(bytes));
      expect(Buffer.compare(page?.bytes ?? new Uint8Array(), bytes)).toBe(0);
      expect(page).toMatchObject({ url: 'http://evidence.example/b', fetchedAt: march(2), contentType: 'text/html; charset=gbk' });
      expect(await store().evidence.get('0'.repeat(64))).toBeNull();
    });

    it('the picture of a drawn page is kept under its own hash, as long as its page and no longer', async () => {
      const page = new TextEncoder().encode('<ul><li>drawn</ul>'.repeat(9));
      const picture = new Uint8Array(randomBytes(3_000));
      const drawn = {
        url: 'http://evidence.example/d',
        bytes: page,
        fetchedAt: march(1),
        contentType: 'text/html',
        screenshot: picture,
      };
      await keep('drawn', page, 1, 'seen', { pages: [drawn] });
      const kept = await store().evidence.get(hashOf(page));
      expect(kept?.screenshot).toBe(hashOf(picture));
      expect(Buffer.compare((await store().evidence.screenshot(hashOf(picture))) ?? new Uint8Array(), picture)).toBe(0);
      expect(await store().evidence.screenshot(hashOf(page))).toBeNull();
      await keep('drawn', page, 6, 'seen-again', { pages: [], unchanged: true });
      await store().evidence.prune(march(5));
      expect(await store().evidence.screenshot(hashOf(picture))).not.toBeNull();
      await store().evidence.prune(march(7));
      await store().evidence.prune(march(7));
      expect(await store().evidence.get(hashOf(page))).toBeNull();
      expect(await store().evidence.screenshot(hashOf(picture))).toBeNull();
    });

    it('an empty page is kept too', async () => {
      await keep('empty', new Uint8Array(0), 1);
      expect((await store().evidence.get(hashOf(new Uint8Array(0))))?.bytes).toHaveLength(0);
    });

    it('pages whose time is over are dropped, but for those that a finding or a later reading rests on', async () => {
      const [over, proof, current] = ['over', 'proof', 'current'].map((name) => new TextEncoder().encode(name.repeat(99))) as [
        Uint8Array,
        Uint8Array,
        Uint8Array,
      ];
      await keep('over', over, 1);
      await keep('proof', proof, 1);
      await keep('current', current, 1);
      await keep('current', current, 9, 'seen-again', { pages: [], unchanged: true });
      await store().findings.save('seen', [
        {
          kind: 'column-overdue',
          severity: 'veto',
          subject: { unit: null, site: null, column: null, url: null },
          facts: {},
          basis: null,
          since: null,
          evidence: [hashOf(proof)],
        },
      ]);
      expect(await store().evidence.prune(march(8))).toBeGreaterThanOrEqual(1);
      expect(await store().evidence.get(hashOf(over))).toBeNull();
      expect(await store().evidence.get(hashOf(proof))).not.toBeNull();
      expect(await store().evidence.get(hashOf(current))).not.toBeNull();
      expect(await store().evidence.prune(march(8))).toBe(0);
    });
  });
}
