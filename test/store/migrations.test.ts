import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished } from 'vitest';
import { findingRow } from '../../src/checks/finding.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { quoted } from '../../src/model/sentence.ts';
import { alertStore } from '../../src/store/alerts.ts';
import type { Database } from '../../src/store/database.ts';
import { findingStore } from '../../src/store/findings.ts';
import { itemSearch } from '../../src/store/item-search.ts';
import { migrateWithin, newestVersion } from '../../src/store/migrate.ts';
import { connect } from '../../src/store/open.ts';
import { runStore } from '../../src/store/runs.ts';

/** An embedded database of its own, without a table yet. */
async function emptyDatabase(): Promise<Database> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-migrations-'));
  const connection = await connect({ dataDir, clock: systemClock, randomness: systemRandomness });
  onTestFinished(async () => {
    await connection.close();
    rmSync(dataDir, { recursive: true });
  });
  return connection.db;
}

it('what was listed before items were counted by unit and site is counted so at once', async () => {
  const db = await emptyDatabase();
  await db.transaction((tx) => migrateWithin(tx, systemClock, 6));
  const row = (site: string, column: string, unit: string) => sql`(${site}, ${column}, 'a', ${unit}, '2024-02-01', false, false, false)`;
  const rows = sql.join([row('portal', 'c1', 'water'), row('portal', 'c2', 'water'), row('portal', 'c3', 'roads')], sql`, `);
  await db.execute(
    sql`insert into gongkai.listings (site, column_id, item, unit, day, first, first_of_unit, first_of_site) values ${rows}, ${row('other', 'c1', 'water')}`,
  );
  await db.transaction((tx) => migrateWithin(tx, systemClock, 7));
  const count = (site: string, unit: string) => itemSearch(db).countItems({ listed: true, sites: [site], units: [unit] }, 10);
  expect(await Promise.all([count('portal', 'water'), count('portal', 'roads'), count('other', 'water')])).toEqual([1, 1, 1]);
});

it('what an older version told in both languages at once is told in each', async () => {
  const db = await emptyDatabase();
  const newest = await newestVersion();
  await db.transaction((tx) => migrateWithin(tx, systemClock, newest));
  await db.execute(sql`insert into gongkai.runs (id, kind, driver, as_of, started_at, state, traffic, failed, error)
    values ('old', 'audit', 'queue', '2018-12-31', '2018-12-31', 'done', '{}', 0, '配置有误 · the configuration is faulty')`);
  await db.execute(sql`insert into gongkai.site_records (run, site, at, status, reason, tls_fallback, traffic)
    values ('old', 'portal', '2018-12-31', 'unreachable', '超时。 It timed out.', false, '{}')`);
  await db.execute(sql`insert into gongkai.findings (run, place, rule, severity, site, facts, evidence)
    values ('old', 0, 'site-unreachable', 'major', 'portal', '{"site":"门户","status":"unreachable","reason":"超时 · timed out","columns":3}', '{}')`);
  const runs = runStore(db, null);
  expect((await runs.get('old'))?.error).toEqual({ zh: '配置有误', en: 'the configuration is faulty' });
  expect(await runs.sites({ run: 'old' })).toMatchObject([{ reason: { zh: '超时。', en: 'It timed out.' } }]);
  const [finding] = await findingStore(db).list('old');
  expect(findingRow(finding!, 'en').message).toMatch(/^"门户" could not be reached \(timed out\); its 3 columns/);
});

it('findings and alerts that an older version kept as sentences are still told', async () => {
  const db = await emptyDatabase();
  await db.transaction((tx) => migrateWithin(tx, systemClock, 9));
  await db.execute(sql`insert into gongkai.runs (id, kind, as_of, started_at, state, traffic, failed)
    values ('old', 'audit', '2018-12-31', '2018-12-31', 'done', '{}', 0)`);
  await db.execute(sql`insert into gongkai.findings (run, place, rule, severity, unit, message, evidence)
    values ('old', 0, 'duty-missing', 'major', 'water', '没有找到。', '{national-2019/annual-report}')`);
  await db.execute(sql`insert into gongkai.alerts (id, key, kind, audience, rule, severity, unit, message, evidence, unmeasured, state, level,
      observations, opened_at, last_seen, held, reopened, stamp)
    values ('a1', 'k1', 'unit', 'unit', 'duty-missing', 'major', 'water', '没有找到。', '["national-2019/annual-report"]', '[]', 'closed', 0,
      1, now(), now(), false, 0, 's1')`);
  await db.execute(sql`insert into gongkai.alert_entries (id, place, alert, at, by, event, to_state, level, why)
    values ('e1', 1, 'a1', now(), 'gongkai', 'opened', 'open', 0, '没有找到。'), ('e2', 2, 'a1', now(), '李四', 'closed', 'closed', 0, '已补 · done')`);
  const newest = await newestVersion();
  await db.transaction((tx) => migrateWithin(tx, systemClock, newest));
  const [finding] = await findingStore(db).list('old');
  expect(findingRow(finding!, 'zh')).toMatchObject({ rule: 'duty-missing', unit: 'water', message: '没有找到。' });
  const alerts = alertStore(db);
  expect(await alerts.get('a1')).toMatchObject({
    message: quoted('没有找到。'),
    basis: { rule: 'national-2019/annual-report', unverified: false },
  });
  expect((await alerts.history('a1')).map(({ why }) => why)).toEqual([quoted('没有找到。'), quoted('已补 · done')]);
  expect(await alerts.list({ search: '没有 找到' })).toHaveLength(1);
});
