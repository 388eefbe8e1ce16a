import { mkdirSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { placesIn } from '../../src/cli/estates/places.ts';
import { databaseUrl, queueUrl } from '../../src/cli/servers.ts';
import { complaint, configAt, goodEstate, useFolder } from './estate.ts';
import { gongkai } from './gongkai.ts';

const at = useFolder();
afterEach(() => vi.unstubAllEnvs());

test('each folder with an estate.yaml is a city, with a data folder of its own', () => {
  configAt(at('two', 'south'), goodEstate());
  configAt(at('two', 'north'), goodEstate());
  mkdirSync(at('two', 'notes'));
  expect(placesIn(at('two'), at('data'))).toEqual([
    { estate: 'north', config: at('two', 'north'), data: at('data', 'north') },
    { estate: 'south', config: at('two', 'south'), data: at('data', 'south') },
  ]);
});

test('servers are addressed by the city where their address has room for it', () => {
  vi.stubEnv('DATABASE_URL', 'postgres://u:p@h/gongkai_{estate}');
  vi.stubEnv('QUEUE_URL', '');
  expect(databaseUrl({ estate: 'north' })).toBe('postgres://u:p@h/gongkai_north');
  vi.stubEnv('QUEUE_URL', 'redis://h/0');
  expect(queueUrl({ estate: 'north' })).toBe('redis://h/0');
});

test.each([
  ['a directory without any', [], {}, 'estate.yaml'],
  ['a name that cannot stand in an address', ['North City'], {}, 'North City'],
  ['one database for all', ['north'], { DATABASE_URL: 'postgres://h/gongkai' }, 'gongkai_{estate}'],
])('%s is refused before anything is opened', async (_, folders, env, says) => {
  const directory = at(`refused-${folders.join('-')}-${Object.keys(env).length}`);
  for (const folder of folders) configAt(`${directory}/${folder}`, goodEstate());
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const { status, stderr } = await complaint(['serve', '--estates', directory, '--data', at('none')]);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
});

test('one process serves the cities it can open, says which it cannot, and is not ready while one is missing', async () => {
  configAt(at('some', 'north'), goodEstate());
  configAt(at('some', 'south'), 'units: 7\n');
  let ready: Promise<{ status: number; answer: unknown; page: string }> | null = null;
  const finished = await gongkai(['serve', '--estates', at('some'), '--data', at('some-data'), '--port', '0'], {
    during(child, stderr) {
      const url = /正在运行[^\n]*: (http:\S+)/.exec(stderr)?.[1];
      if (url === undefined || ready !== null) return;
      ready = ask(url).finally(() => child.kill('SIGTERM'));
    },
  });
  expect(finished.status).toBe(0);
  expect(finished.stderr).toContain('south');
  expect(finished.stderr).toMatch(/\/at\/north\/setup\?token=/);
  const { status, answer, page } = await ready!;
  expect(status).toBe(503);
  expect(answer).toMatchObject({ ok: false, estates: { south: { ok: false } } });
  expect(page).toContain('/at/north/');
});

async function ask(url: string) {
  const health = await fetch(`${url}/readyz`);
  const page = await fetch(`${url}/estates`);
  return { status: health.status, answer: await health.json(), page: await page.text() };
}
