import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/pglite';
import type { Clock } from '../model/clock.ts';
import type { Randomness } from '../model/randomness.ts';
import type { Connection, Database } from './database.ts';
import { openDatabase } from './embedded-client.ts';
import { explained } from './errors.ts';
import { lockDirectory } from './lock.ts';
import { openPrivateFolder } from './private-folder.ts';
import { assertSpace } from './space.ts';

/** Where the files of the embedded database are. */
export const filesOf = (dataDir: string): string => join(dataDir, 'db');

/** Opens the embedded PostgreSQL under DIR/db for this process alone. Where there is none it is empty, or a copy of `prepared`. */
export async function openEmbedded(
  dataDir: string,
  clock: Clock,
  randomness: Randomness,
  prepared: string | null = null,
): Promise<Connection> {
  try {
    openPrivateFolder(dataDir);
    const lock = await lockDirectory(dataDir, clock, randomness);
    try {
      assertSpace(dataDir);
      const client = await openDatabase({ directory: filesOf(dataDir), prepared }, dataDir);
      return {
        // It asks for less of PGlite than its type says.
        db: drizzle({ client: client as never }) as unknown as Database,
        place: dataDir,
        shared: false,
        embedded: client,
        async close() {
          try {
            await client.close();
          } catch (error) {
            throw explained(error, dataDir);
          } finally {
            await lock.release();
          }
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
