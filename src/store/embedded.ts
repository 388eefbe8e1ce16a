import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Clock } from '../model/clock.ts';
import type { Randomness } from '../model/randomness.ts';
import type { Connection, Database } from './database.ts';
import { writeEmptyDatabase } from './empty-database.ts';
import { explained } from './errors.ts';
import { lockDirectory } from './lock.ts';
import { closeFolder, openPrivateFolder } from './private-folder.ts';
import { assertSpace, heedSpace } from './space.ts';

/** PostgreSQL's own cache; the operating system's holds the files anyway, and the default takes 128 MB of every process. */
const SHARED_BUFFERS = '32MB';

/** Opens the embedded PostgreSQL under DIR/db for this process alone. */
export async function openEmbedded(dataDir: string, clock: Clock, randomness: Randomness): Promise<Connection> {
  try {
    openPrivateFolder(dataDir);
    const lock = await lockDirectory(dataDir, clock, randomness);
    try {
      assertSpace(dataDir);
      const directory = join(dataDir, 'db');
      await initialise(directory);
      const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`];
      const client = await PGlite.create(directory, { startParams });
      closeFolder(directory);
      keepClosed(client);
      heedSpace(client, dataDir);
      return {
        db: drizzle({ client }) as unknown as Database,
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

/** The embedded database asks for a mode anew after it made a file, so the process's umask alone does not hold. */
function keepClosed({ Module: { FS } }: PGlite): void {
  const chmod = FS.chmod.bind(FS);
  FS.chmod = (path: unknown, mode: number, ...rest: unknown[]) => chmod(path, mode & 0o700, ...rest);
}

/** Makes an empty database where there is none; one whose making was cut short is made anew. */
async function initialise(directory: string): Promise<void> {
  if (await stat(directory).catch(() => null)) return;
  const unfinished = `${directory}.new`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    await writeEmptyDatabase(unfinished);
    await rename(unfinished, directory);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}
