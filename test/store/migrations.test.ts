import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { itemSearch } from '../../src/store/item-search.ts';
import { migrateWithin } from '../../src/store/migrate.ts';
import { connect } from '../../src/store/open.ts';

it('what was listed before items were counted by unit and site is counted so at once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-migrations-'));
  const connection = await connect({ dataDir, clock: systemClock, randomness: systemRandomness });
  onTestFinished(async () => {
    await connection.close();
    rmSync(dataDir, { recursive: true });
  });
  const { db } = connection;
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
