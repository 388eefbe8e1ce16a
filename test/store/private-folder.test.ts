import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPrivacy } from '../../jobs/start-checks.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { connect } from '../../src/store/open.ts';
import { looseEntries } from '../../src/store/private-folder.ts';
import { configAt, gongkaiHere, goodEstate } from '../cli/estate.ts';

describe('the data folder', () => {
  const directory = mkdtempSync(join(tmpdir(), 'gongkai-private-'));
  const before = process.umask();
  const open = (dataDir: string) => connect({ dataDir, databaseUrl: undefined, clock: systemClock, randomness: systemRandomness });

  beforeAll(() => void process.umask(0));
  afterAll(() => {
    process.umask(before);
    rmSync(directory, { recursive: true });
  });

  it('and every file in it belong to their owner alone under umask 000, also those that the database makes later', async () => {
    const dataDir = join(directory, 'new', 'data');
    const { embedded, close } = await open(dataDir);
    await embedded!.exec('create table wide as select repeat(md5(g::text), 9) as text from generate_series(1, 20000) as g; checkpoint');
    expect(looseEntries(dataDir)).toEqual([]);
    await close();
    expect(looseEntries(dataDir)).toEqual([]);
    expect(checkPrivacy(dataDir).state).toBe('good');
  });

  it('that was made empty by somebody is closed before anything is put into it', async () => {
    const dataDir = join(directory, 'empty');
    mkdirSync(dataDir, { mode: 0o777 });
    await (await open(dataDir)).close();
    expect(looseEntries(dataDir)).toEqual([]);
  });

  it('that others can get at is refused by doctor and by serve, who say what mends it; then both go on', async () => {
    const data = join(directory, "an officer's data");
    await (await open(data)).close();
    chmodSync(join(data, 'db', 'PG_VERSION'), 0o644);
    chmodSync(data, 0o755);
    const where = ['--config', configAt(join(directory, 'config'), goodEstate('http://127.0.0.1:9')), '--data', data];
    const served = await gongkaiHere(['serve', ...where, '--port', '0', '--quiet']);
    expect(served.status).toBe(1);
    const command = /chmod -R go= '.*?data'/.exec(served.stderr)?.[0];
    expect(command).toBeDefined();
    expect((await gongkaiHere(['doctor', ...where, '--offline', '--json'])).status).toBe(1);
    spawnSync('sh', ['-c', command!]);
    expect(looseEntries(data)).toEqual([]);
    const { checks } = JSON.parse((await gongkaiHere(['doctor', ...where, '--offline', '--json'])).stdout);
    expect(checks.find(({ name }: { name: string }) => name.includes('data folder'))).toMatchObject({ state: 'good' });
  });
});
