import { afterAll, beforeAll, describe } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { type PostgresServer, startPostgres } from '../servers/postgres.ts';
import { storeContract } from './contract.ts';

describe('the store on PostgreSQL', () => {
  let server: PostgresServer;
  let store: Store;

  beforeAll(async () => {
    server = await startPostgres();
    const databaseUrl = await server.createDatabase('gongkai');
    store = await openStore({ dataDir: 'unused', databaseUrl, clock: systemClock, randomness: systemRandomness });
  });
  afterAll(async () => {
    await store.close();
    await server.remove();
  });

  storeContract(() => store);
});
