import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { openLiveEstate } from '../../src/estate/live.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';

const TEXT = 'name: 试验市\nunits: []\nsites: []\n';

describe('an estate whose folder counts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-live-'));
  const written = () => readFileSync(join(folder, 'estate.yaml'), 'utf8');
  let store: OpenedStore;

  beforeAll(async () => {
    store = await openStore({ dataDir: join(folder, 'data'), clock: systemClock, randomness: systemRandomness });
    writeFileSync(join(folder, 'estate.yaml'), TEXT);
    mkdirSync(join(folder, 'rules'));
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('stays as it was, file and all, where other files of the folder cannot be used any more, and takes changes again once they are mended', async () => {
    const live = openLiveEstate({ config: loadConfig(folder), folder, store, clock: systemClock });
    const rename = () => live.change((text) => text.replace('试验市', '新市'), { by: 'test', why: '更名' });
    const broken = join(folder, 'rules', 'broken.yaml');
    writeFileSync(broken, 'id: broken\nwhat: is this\n');
    await expect(rename()).rejects.toThrow();
    expect([written(), live.config.estate.name]).toEqual([TEXT, '试验市']);
    rmSync(broken);
    await rename();
    expect([written(), live.config.estate.name]).toEqual([TEXT.replace('试验市', '新市'), '新市']);
  });
});
