import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished } from 'vitest';
import { findingRow } from '../../src/checks/finding.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { alertStore } from '../../src/store/alerts.ts';
import type { Database } from '../../src/store/database.ts';
import { findingStore } from '../../src/store/findings.ts';
import { itemSearch } from '../../src/store/item-search.ts';
import { migrateWithin, newestVersion } from '../../src/store/migrate.ts';
import { connect } from '../../src/store/open.ts';

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
  const newest = await newestVersion();
  await db.transaction((tx) => migrateWithin(tx, systemClock, newest));
  const [finding] = await findingStore(db).list('old');
  expect(findingRow(finding!, 'zh')).toMatchObject({ rule: 'duty-missing', unit: 'water', message: '没有找到。' });
  expect(await alertStore(db).get('a1')).toMatchObject({
    message: '没有找到。',
    basis: { rule: 'national-2019/annual-report', unverified: false },
  });
});
