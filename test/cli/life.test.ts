import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, dayOf, framed, list, pager, rowsDown } from '../site/pages.ts';
import { openServer } from '../site/town.ts';
import { complaint, configAt, gongkaiHere, goodEstate, useFolder } from './estate.ts';
import { gongkai } from './gongkai.ts';

const BIN = fileURLToPath(new URL('../../bin/gongkai.mjs', import.meta.url));
const at = useFolder();
let town: Awaited<ReturnType<typeof openServer>>;
let where: string[];
/** Items answer only once this is over. */
let held: Promise<void> = Promise.resolve();
let letGo: () => void = () => undefined;

beforeAll(async () => {
  town = await openServer();
  for (let page = 0; page < 3; page++)
    town.pages.set(page === 0 ? '/tzgg/' : `/tzgg/index_${page}.html`, framed(list(rowsDown(60 - page * 20, 41 - page * 20), pager(3))));
  for (let n = 1; n <= 60; n++)
    town.pages.set(`/tzgg/t${n}.html`, async (_, response) => {
      if (n < 45) await held;
      response.end(article(n));
    });
  where = ['--config', configAt(at('config'), goodEstate(town.url)), '--data', at('data')];
});
afterAll(() => town.close());

/** Until the site was asked for a path: a crawl has come so far. */
async function untilAsked(path: string): Promise<void> {
  while (!town.asked.includes(`GET ${path}`)) await new Promise((resolve) => setTimeout(resolve, 50));
}

const itemsAsked = () => town.asked.filter((line) => /\/t\d/.test(line));

describe('an audit that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s keeps what was read, says so and ends with 130; the next one goes on', async (signal) => {
    const data = at(`data-${signal}`);
    const audit = ['audit', where[0]!, where[1]!, '--data', data, '--as-of', '2024-03-10', '--json'];
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    town.asked.length = 0;
    let sent = false;
    const cut = await gongkai(audit, {
      during(child) {
        if (sent) return;
        sent = true;
        void untilAsked('/tzgg/t44.html').then(() => child.kill(signal));
      },
    });
    letGo();
    expect(cut.status).toBe(130);
    expect(JSON.parse(cut.stdout).columns[0].status).toBe('unknown');
    expect(cut.stderr).toContain('保存');
    const kept = (await gongkaiHere(['items', where[0]!, where[1]!, '--data', data, '--json'])).stdout.trimEnd().split('\n');
    expect(kept.length).toBeGreaterThanOrEqual(14);
    town.asked.length = 0;
    const next = await gongkaiHere([...audit, '--quiet']);
    expect([next.status, JSON.parse(next.stdout).columns[0]]).toMatchObject([0, { status: 'fresh', items: 60, lastPublished: dayOf(60) }]);
    expect(itemsAsked()).toHaveLength(60 - kept.length);
  });
});

describe('with a store', () => {
  beforeAll(async () => {
    await gongkaiHere(['audit', ...where, '--as-of', '2024-03-10', '--quiet', '--json']);
  });

  it('items whose reader leaves early end quietly with 0', async () => {
    const child = spawn(process.execPath, [BIN, 'items', ...where, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status] = await once(child, 'close');
    expect([status, stderr]).toEqual([0, '']);
  });

  it('a second process on the same directory is told who holds it and what to do', async () => {
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    town.asked.length = 0;
    const first = gongkai(['audit', ...where, '--as-of', '2024-03-11', '--full', '--quiet', '--json']);
    await untilAsked('/tzgg/t44.html');
    const second = await complaint(['items', ...where, '--json']);
    letGo();
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('audit');
    expect((await first).status).toBe(0);
  });

  it('of a newer version nothing is touched, and it says so', async () => {
    const db = await PGlite.create(at('data', 'db'));
    await db.query('update gongkai.migrations set version = version + 1000 where version = (select max(version) from gongkai.migrations)');
    await db.close();
    const { status, stderr } = await complaint(['items', ...where, '--json']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/更新的版本|newer/);
  });
});
