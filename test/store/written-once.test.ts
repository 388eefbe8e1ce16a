import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import { makeAlert } from '../alerts/make.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { march } from './records.ts';

const handed = { clock: systemClock, randomness: systemRandomness };
const CHANGES = ['gongkai.change_log', 'gongkai.alert_entries'].flatMap((table) => [
  `update ${table} set by = 'somebody else'`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
]);

/** Writes a line of each kind, and finds that the database itself lets nobody change or drop it, the owner of the tables included. */
async function provesWrittenOnce(store: OpenedStore, ask: (statement: string) => Promise<unknown>): Promise<void> {
  await store.people.log({ id: 'line', at: march(1), by: '李四', action: 'change-person', target: 'person/x', detail: '' });
  const alert = makeAlert({ id: 'told' });
  const entry = {
    alert: alert.id,
    at: march(1),
    by: '李四',
    from: null,
    to: 'open',
    level: 0,
    run: null,
    why: { zh: '见附件', en: '见附件' },
    because: null,
  } as const;
  await store.alerts.apply([{ alert, before: null, entries: [{ id: 'entry', event: 'opened', ...entry }], notices: [] }]);
  for (const statement of CHANGES) await expect(ask(statement), statement).rejects.toThrow('written once and never changed');
  expect(await store.people.logged(10)).toMatchObject([{ id: 'line', by: '李四' }]);
  expect(await store.alerts.history(alert.id)).toMatchObject([{ id: 'entry', by: '李四' }]);
}

describe('the change log and the history of alerts are written once', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-log-'));
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server.remove();
    rmSync(dataDir, { recursive: true });
  });

  it('in the embedded store', async () => {
    const store = await openStore({ dataDir, ...handed });
    await provesWrittenOnce(store, (statement) => store.embedded!.exec(statement));
    await store.close();
  });

  it('in PostgreSQL', async () => {
    const databaseUrl = await server.createDatabase('written_once');
    const store = await openStore({ dataDir: 'unused', databaseUrl, ...handed });
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await provesWrittenOnce(store, (statement) => client.query(statement));
    await client.end();
    await store.close();
  });
});
