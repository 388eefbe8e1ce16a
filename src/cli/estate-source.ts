import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { beginConfig, type Config, loadConfig } from '../config/load.ts';
import { configOfRevision } from '../estate/held.ts';
import { BY_FILES, type Change, keepConfig } from '../estate/keep.ts';
import type { Clock } from '../model/clock.ts';
import { inBoth } from '../model/sentence.ts';
import type { Store } from '../store/store.ts';
import type { CommonOptions } from './options.ts';
import { databaseUrl } from './servers.ts';

interface Source {
  /** Sets aside what is faulty instead of stopping everything. */
  readonly quarantine: boolean;
  /** Others' store goes before the own folder: a worker reads what its runs were made with. */
  readonly shared: boolean;
  /** Where nobody wrote an estate yet one is begun that watches nothing. */
  readonly begin?: boolean;
}

/**
 * What the folder says, where it is what counts: `GONGKAI_ESTATE=store` leaves that to the store, and so does a folder without an
 * `estate.yaml`. A folder that is missing where no store can be either is told of before one is made.
 */
export function folderConfig(
  { config, data, estate }: Pick<CommonOptions, 'config' | 'data' | 'estate'>,
  { quarantine, begin = false }: Source,
): Config | null {
  const mayBeStored = databaseUrl({ estate }) || existsSync(join(data, 'db'));
  const isStored = process.env.GONGKAI_ESTATE === 'store' || !existsSync(join(config, 'estate.yaml'));
  return isStored && (mayBeStored || begin) ? null : loadConfig(config, { quarantine });
}

/** What is watched: the folder's, or the store's latest revision. */
export async function presentConfig(
  { config: dir }: Pick<CommonOptions, 'config'>,
  folder: Config | null,
  store: Pick<Store, 'estate'>,
  { quarantine, shared, begin = false }: Source,
): Promise<Config> {
  const latest = folder === null || shared ? await store.estate.latest() : null;
  if (latest !== null) return configOfRevision(store, latest);
  if (folder === null && begin) return beginConfig(dir, UNNAMED);
  return folder ?? loadConfig(dir, { quarantine });
}

/** What a city is called before anybody said so. */
const UNNAMED = '未命名';

/** Keeps what is worked with as of a moment. */
export function keepFolder(parts: { readonly config: Config; readonly store: Pick<Store, 'estate'>; readonly clock: Clock }, asOf: Date) {
  return parts.config.revision === null ? keepConfig(parts, asOf, byFolder()) : Promise.resolve(parts.config);
}

/** A change that came by the folder's files: made by whoever runs the program. */
export function byFolder(why = inBoth(BY_FILES)): Change {
  return { by: userInfo().username, why };
}
