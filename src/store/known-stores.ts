import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from './database.ts';
import { StoreError } from './errors.ts';
import { storeVersion } from './migrate.ts';
import { openPrivateFolder } from './private-folder.ts';

/** Places of shared stores that were opened from a data folder, one a line. */
const FILE = 'known-stores';

/** A shared database that is empty: a store is begun in it, or only where none was before, or never. */
export type WhenEmpty = 'begin' | 'begin-once' | 'refuse';

/**
 * Refuses an empty database in a place where a store was: whoever fails over to an empty standby must not begin a new one without a word.
 * @param dataDir the folder in which this installation keeps what it knows
 * @throws StoreError
 */
export async function assertMayBegin({ db, place, shared }: Connection, dataDir: string, whenEmpty: WhenEmpty = 'begin'): Promise<void> {
  if (!shared || whenEmpty === 'begin' || (whenEmpty === 'begin-once' && !knownPlaces(dataDir).includes(place))) return;
  if ((await storeVersion(db)) > 0) return;
  throw new StoreError(
    `数据库 ${place} 是空的，而这里应当有 gongkai 的数据（切换到了空的备库？）。没有写入任何内容。`,
    `The database ${place} is empty, but a store of gongkai should be here (failed over to an empty standby?). Nothing was written.`,
    {
      code: 'store-emptied',
      remedy: {
        zh: '请让 DATABASE_URL 指向原来的数据，或用 gongkai db restore 从备份恢复；确实要从头开始，运行 gongkai db migrate --new-store。',
        en: 'Point DATABASE_URL to the old data, or restore a backup with gongkai db restore; if you mean to begin anew, run gongkai db migrate --new-store.',
      },
    },
  );
}

/** Notes that a store is in a place. A container without a folder of its own leaves that to those that have one. */
export function rememberStore({ place, shared }: Connection, dataDir: string): void {
  const known = knownPlaces(dataDir);
  if (!shared || known.includes(place)) return;
  try {
    openPrivateFolder(dataDir);
    writeFileSync(join(dataDir, FILE), `${[...known, place].join('\n')}\n`, { mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EROFS') throw error;
  }
}

function knownPlaces(dataDir: string): readonly string[] {
  const file = join(dataDir, FILE);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}
