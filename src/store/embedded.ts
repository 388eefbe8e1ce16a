import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Clock } from '../model/clock.ts';
import type { Randomness } from '../model/randomness.ts';
import type { Connection, Database } from './database.ts';
import { explained } from './errors.ts';
import { lockDirectory } from './lock.ts';

/** Opens the embedded PostgreSQL under DIR/db for this process alone. */
export async function openEmbedded(dataDir: string, clock: Clock, randomness: Randomness): Promise<Connection> {
  try {
    await mkdir(dataDir, { recursive: true });
    const lock = await lockDirectory(dataDir, clock, randomness);
    try {
      const client = await PGlite.create(join(dataDir, 'db'));
      return {
        db: drizzle({ client }) as unknown as Database,
        place: dataDir,
        shared: false,
        async close() {
          await client.close().finally(() => lock.release());
        },
      };
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw explained(error, dataDir);
  }
}
