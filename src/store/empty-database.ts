import { mkdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { dataDir } from '@electric-sql/pglite-prepopulatedfs';
import { extract } from 'tar';

/** What a server that ran leaves behind, in the archive too. */
export const OF_A_RUNNING_SERVER = 'postmaster.pid';

/**
 * Writes the files of an empty database into a directory that is not there yet. They ship with PGlite: having PostgreSQL make them takes
 * seconds, and 700 MB which WebAssembly does not give back.
 */
export async function writeEmptyDatabase(directory: string): Promise<void> {
  await mkdir(directory);
  const files = await dataDir();
  const faults: unknown[] = [];
  const unpacked = extract({
    cwd: directory,
    preserveOwner: false,
    filter: (path) => !path.endsWith(OF_A_RUNNING_SERVER),
    // Paths begin with a slash, which is left out and only told; a full disk is told the same way.
    onwarn: (code, _message, fault) => code !== 'TAR_ENTRY_INFO' && faults.push(fault),
  });
  await pipeline(Readable.fromWeb(files.stream() as Parameters<typeof Readable.fromWeb>[0]), unpacked);
  if (faults.length > 0) throw faults[0];
}
