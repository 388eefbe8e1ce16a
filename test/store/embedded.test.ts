import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { storeContract } from './contract.ts';

describe('the embedded store', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-store-'));
  let store: Store;

  beforeAll(async () => {
    store = await openStore({ dataDir, clock: systemClock, randomness: systemRandomness });
  });
  afterAll(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  storeContract(() => store);
});
