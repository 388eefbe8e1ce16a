import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, loadConfig } from '../config/load.ts';
import { changesBetween, type EstateChange } from '../estate/changes.ts';
import { configOfRevision } from '../estate/held.ts';
import { keepConfig } from '../estate/keep.ts';
import { systemClock } from '../model/clock.ts';
import { systemRandomness } from '../model/randomness.ts';
import type { EstateRevision } from '../model/revision.ts';
import { inBoth } from '../model/sentence.ts';
import { type OpenedStore, openStore } from '../store/open.ts';
import { byFolder } from './estate-source.ts';
import { EXIT, Failure } from './failure.ts';
import type { CommonOptions } from './options.ts';
import { databaseUrl } from './servers.ts';
import { formatTable, terminalWidth } from './table.ts';

/** The revisions, newest first. */
export function listRevisions(options: CommonOptions): Promise<void> {
  return withStore(options, async ({ estate }) => {
    const revisions = await estate.list();
    if (options.json) return print({ schema: 'gongkai.config-log/1', revisions });
    const rows = revisions.map(({ number, from, by, why }) => [String(number), from.toISOString(), by, why]);
    print(formatTable([{ head: '版本' }, { head: '自' }, { head: '由' }, { head: '理由', least: 20 }], rows, terminalWidth()));
  });
}

/** Keeps a folder as the next revision. */
export async function importFolder(options: CommonOptions & { readonly why: string }): Promise<void> {
  const config = loadConfig(options.config);
  await withStore(options, async (store) => {
    const before = await store.estate.latest();
    const { revision } = await keepConfig({ config, store, clock: systemClock }, systemClock.now(), byFolder(options.why));
    const changed = before?.number !== revision;
    const changes = before && changed ? changesBetween(await configOfRevision(store, before), config) : [];
    if (options.json) return print({ schema: 'gongkai.config-import/1', revision, changed, changes });
    print(
      changed
        ? inBoth({ zh: `已存为版本 ${revision}`, en: `kept as revision ${revision}` })
        : inBoth({ zh: `与版本 ${revision} 相同`, en: `the same as revision ${revision}` }),
    );
    if (changes.length > 0) print(describe(changes));
  });
}

/** Prints a revision's `estate.yaml`, or writes everything that it holds into an empty folder. */
export function exportRevision(options: CommonOptions & { readonly revision: number | null; readonly write?: string }): Promise<void> {
  return withStore(options, async (store) => {
    const { number } = await revisionOf(store, options.revision);
    const texts = await store.estate.texts(number);
    if (options.write === undefined) {
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ schema: 'gongkai.config-export/1', revision: number, files: Object.fromEntries(texts) })}\n`
          : texts.get('estate.yaml')!,
      );
      return;
    }
    if (existsSync(options.write) && readdirSync(options.write).length > 0)
      throw new Failure(
        { zh: `${options.write} 不是空目录，没有写`, en: `${options.write} is not empty; nothing was written` },
        EXIT.usage,
      );
    for (const [name, text] of texts) {
      const file = join(options.write, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    if (!options.quiet) process.stderr.write(`${inBoth({ zh: `已写入 ${texts.size} 个文件`, en: `files written: ${options.write}` })}\n`);
  });
}

/** What changed between two revisions, or from the latest one to the folder. */
export function diffRevisions(options: CommonOptions & { readonly before: number | null; readonly after: number | null }): Promise<void> {
  return withStore(options, async (store) => {
    const before = await configOfRevision(store, await revisionOf(store, options.before));
    const after: Config =
      options.after === null ? loadConfig(options.config) : await configOfRevision(store, await revisionOf(store, options.after));
    const changes = changesBetween(before, after);
    print(options.json ? { schema: 'gongkai.config-diff/1', before: before.revision, after: after.revision, changes } : describe(changes));
  });
}

async function revisionOf({ estate }: OpenedStore, number: number | null): Promise<EstateRevision> {
  const found = number === null ? await estate.latest() : await estate.get(number);
  if (found) return found;
  throw new Failure(
    number === null
      ? { zh: '还没有存过版本', en: 'no revision is kept yet' }
      : { zh: `没有版本 ${number}`, en: `there is no revision ${number}` },
    EXIT.usage,
  );
}

function describe(changes: readonly EstateChange[]): string {
  if (changes.length === 0) return inBoth({ zh: '没有差别', en: 'no difference' });
  const marks = { added: '+', 'left-out': '−', changed: '~' };
  return changes
    .flatMap(({ kind, id, change, keys }) => [
      `${marks[change]} ${kind} ${id}`,
      ...Object.entries(keys).map(([key, [was, is]]) => `    ${key}: ${JSON.stringify(was)} → ${JSON.stringify(is)}`),
    ])
    .join('\n');
}

async function withStore(options: CommonOptions, work: (store: OpenedStore) => Promise<void>): Promise<void> {
  const handed = { clock: systemClock, randomness: systemRandomness };
  const store = await openStore({ dataDir: options.data, databaseUrl: databaseUrl(), whenEmpty: 'begin-once', ...handed });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

function print(output: string | object): void {
  process.stdout.write(`${typeof output === 'string' ? output : JSON.stringify(output)}\n`);
}
