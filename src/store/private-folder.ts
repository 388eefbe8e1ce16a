import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Bits of a mode by which anybody but the owner gets in. */
const OTHERS = 0o077;

/** One file or folder that others of this machine may read or write. */
export interface LooseEntry {
  readonly path: string;
  readonly mode: number;
}

/**
 * Makes a folder that its owner alone may enter, and has whatever this process writes from now on be for its owner alone: the database
 * holds password hashes and makes files whenever it likes. An empty folder that was there already is closed, one that holds something
 * stays as it is: who read it meanwhile is for a person to ask.
 */
export function openPrivateFolder(folder: string): void {
  process.umask(OTHERS);
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // On a read-only disk the first says that the directory does not exist; asked plainly, the system says why.
    mkdirSync(folder);
  }
  if (!keepsModes || !isOpenToOthers(folder) || readdirSync(folder).length > 0) return;
  try {
    chmodSync(folder, 0o700);
  } catch {
    // A mounted volume of another owner: whoever starts for long says so.
  }
}

/** Takes away what others may do with a folder and everything in it. */
export function closeFolder(folder: string): void {
  for (const { path, mode } of looseEntries(folder)) chmodSync(path, mode & ~OTHERS);
}

/** What of a folder, itself included, others may read or write; nothing where there is no folder, or where modes mean nothing. */
export function looseEntries(folder: string): LooseEntry[] {
  if (!keepsModes) return [];
  const found: LooseEntry[] = [];
  const look = (path: string): void => {
    const entry = lstatSync(path, { throwIfNoEntry: false });
    if (entry === undefined || entry.isSymbolicLink()) return;
    if ((entry.mode & OTHERS) !== 0) found.push({ path, mode: entry.mode & 0o777 });
    if (entry.isDirectory()) for (const name of readdirSync(path)) look(join(path, name));
  };
  look(folder);
  return found;
}

/** Windows keeps access lists instead. */
const keepsModes = process.platform !== 'win32';

function isOpenToOthers(path: string): boolean {
  return (lstatSync(path).mode & OTHERS) !== 0;
}
