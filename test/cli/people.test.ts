import { beforeAll, describe, expect, it } from 'vitest';
import { loadClassifier } from '../../src/classification/load.ts';
import { loadConfig } from '../../src/config/load.ts';
import { createConsole } from '../../src/console/app.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { openStore } from '../../src/store/open.ts';
import { complaint, configAt, gongkaiHere, goodEstate, useFolder } from './estate.ts';

const ORIGIN = 'http://127.0.0.1:8460';
const OLD = 'seven-grey-herons';
const NEW = 'eleven-red-kites-fly';
const at = useFolder();
const where = ['--config', at('config'), '--data', at('data')];

/** Statuses of forms posted to the console over the same store, which is closed again. */
async function posted(...forms: readonly (readonly [path: string, fields: Record<string, string>])[]): Promise<number[]> {
  const config = loadConfig(at('config'));
  const handed = { clock: systemClock, randomness: systemRandomness };
  const store = await openStore({ dataDir: at('data'), ...handed });
  const secrets = { secret: 'a secret of tests, long enough for all', setupToken: 'setup', configDir: at('config') };
  const app = createConsole({ config, store, classifier: loadClassifier(config.taxonomy), ...handed, publicUrl: ORIGIN, ...secrets });
  const statuses: number[] = [];
  for (const [path, fields] of forms) {
    const body = new URLSearchParams(fields);
    statuses.push((await app.request(new URL(path, ORIGIN), { method: 'POST', body, headers: { origin: ORIGIN } })).status);
  }
  await store.close();
  return statuses;
}

const login = (password: string) => ['/login', { email: 'lead@example.cn', password }] as const;

beforeAll(async () => {
  configAt(at('config'), goodEstate());
  const account = { name: '王主任', email: 'lead@example.cn', password: OLD, again: OLD, token: 'setup' };
  expect(await posted(['/setup', account], login(OLD))).toEqual([302, 302]);
});

describe('gongkai people', () => {
  it('lists who has an account', async () => {
    const { stdout } = await gongkaiHere(['people', ...where]);
    expect(stdout).toMatch(/王主任 +lead@example\.cn +负责人 supervisor/);
    const { stdout: json } = await gongkaiHere(['people', 'list', '--json', ...where]);
    expect(JSON.parse(json)).toMatchObject({ email: 'lead@example.cn', role: 'supervisor', unit: null, active: true });
  });

  it('lets the only supervisor in again who forgot the password, by a link that is good once', async () => {
    const { stdout } = await gongkaiHere(['people', 'renew', 'Lead@example.cn', '--json', ...where]);
    const { link } = JSON.parse(stdout) as { link: string };
    const chosen = [link, { password: NEW, again: NEW }] as const;
    expect(await posted(chosen, login(NEW), login(OLD), chosen)).toEqual([302, 302, 401, 404]);
  });

  it('says whom it does not know', async () => {
    const { status, stderr } = await complaint(['people', 'renew', 'nobody@example.cn', ...where]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('没有邮箱为 nobody@example.cn 的账户')]);
  });
});
