import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OF_A_RUNNING_SERVER } from './empty-database.ts';

/** Beside what the program is compiled to: whoever may write there may write the program itself. */
const SHELF = fileURLToPath(new URL('../../node_modules/.cache/gongkai-store/', import.meta.url));
const MADE_OF = [new URL('migrations/', import.meta.url), new URL('../../node_modules/@electric-sql/pglite/package.json', import.meta.url)];

/*
 * An empty store with all its tables, kept where the program is installed. To make one takes PostgreSQL seconds of a processor; to copy
 * it, a tenth of that: the first store of an installation is made, and every other one is its copy.
 */

/** Where the empty store of this program's version is kept, or would be. */
export async function preparedStore(): Promise<string> {
  const hash = createHash('sha256');
  const [migrations, engine] = MADE_OF.map((url) => fileURLToPath(url)) as [string, string];
  for (const name of (await readdir(migrations)).filter((name) => name.endsWith('.sql')).sort())
    hash.update(`${name}\0`).update(await readFile(join(migrations, name)));
  return join(
    SHELF,
    hash
      .update(await readFile(engine))
      .digest('hex')
      .slice(0, 16),
  );
}

/** Copies the empty store into a directory that is not there yet; false where none is kept, or it may not be read. */
export function copyPrepared(prepared: string, directory: string): boolean {
  if (!existsSync(prepared)) return false;
  try {
    cpSync(prepared, directory, { recursive: true });
    return true;
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    if (mayBeMade(error)) return false;
    throw error;
  }
}

/**
 * Keeps the files of a store in which nothing is yet; `settle` has all of it written to the disk. Where the installation may not be
 * written, nothing is kept and every store is made.
 */
export async function keepPrepared(directory: string, prepared: string, settle: () => Promise<unknown>): Promise<void> {
  if (existsSync(prepared)) return;
  let scratch: string | null = null;
  try {
    mkdirSync(dirname(prepared), { recursive: true });
    scratch = mkdtempSync(join(dirname(prepared), '.new-'));
    await settle();
    cpSync(directory, scratch, { recursive: true, filter: (path) => !path.endsWith(OF_A_RUNNING_SERVER) });
    renameSync(scratch, prepared);
  } catch (error) {
    if (scratch !== null) rmSync(scratch, { recursive: true, force: true });
    if (!mayBeMade(error)) throw error;
  }
}

/** Whether it is the installation that does not let us, or somebody who was faster. */
function mayBeMade(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '');
}
