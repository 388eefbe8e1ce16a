import { type Config, configOf, loadConfig } from '../config/load.ts';
import { ConfigError } from '../config/problem.ts';
import { saveEstate } from '../config/save-estate.ts';
import type { Clock } from '../model/clock.ts';
import type { Store } from '../store/store.ts';
import { configOfRevision } from './held.ts';
import { type Change, keepConfig } from './keep.ts';

/** What is watched from now on: whoever works with it asks for it anew each time. */
export interface LiveEstate {
  readonly config: Config;
  /**
   * Puts another text of `estate.yaml` in force and keeps it as the next revision. Where a folder counts, its file is written.
   * @throws {ConfigError} where the text cannot be used, {ToldError} where it cannot be written; then all stays as it was
   */
  change(edit: (text: string) => string, change: Change): Promise<Config>;
  /** Puts the store's latest revision in force, where others changed it. */
  refresh(): Promise<void>;
}

interface Parts {
  /** What holds at first, kept as a revision already. */
  readonly config: Config;
  /** The folder whose `estate.yaml` counts; null: the store's latest revision does. */
  readonly folder: string | null;
  readonly store: Pick<Store, 'estate'>;
  readonly clock: Clock;
}

export function openLiveEstate({ config: first, folder, store, clock }: Parts): LiveEstate {
  let current = first;
  let last: Promise<unknown> = Promise.resolve();

  async function changeNow(edit: (text: string) => string, change: Change): Promise<Config> {
    const before = current.texts.get('estate.yaml') ?? '';
    const after = edit(before);
    const checked = usable(current, after);
    const config = folder === null ? checked : inFolder(folder, before, after);
    current = await keepConfig({ config, store, clock }, clock.now(), change);
    return current;
  }

  return {
    get config() {
      return current;
    },
    change(edit, change) {
      // One after the other: each begins with what the one before it left.
      const next = last.then(() => changeNow(edit, change));
      last = next.catch(() => null);
      return next;
    },
    async refresh() {
      if (folder !== null) return;
      const latest = await store.estate.latest();
      if (latest !== null && latest.number !== current.revision) current = await configOfRevision(store, latest);
    },
  };
}

/** Writes the estate into a folder and reads what the folder holds then; where that cannot be used, all stays as it was. */
function inFolder(folder: string, before: string, after: string): Config {
  saveEstate(folder, before, after);
  try {
    return loadConfig(folder, { quarantine: true });
  } catch (error) {
    saveEstate(folder, after, before);
    throw error;
  }
}

/** The configuration with another estate in it. What was set aside before may stay so; nothing more may be. */
function usable(current: Config, text: string): Config {
  const config = configOf(new Map([...current.texts, ['estate.yaml', text]]), { quarantine: true });
  const known = new Set(current.quarantined.map(placeOf));
  const more = config.quarantined.filter((one) => !known.has(placeOf(one)));
  if (more.length > 0) throw new ConfigError(more.flatMap(({ problems }) => problems));
  return config;
}

const placeOf = ({ site, column }: Config['quarantined'][number]) => JSON.stringify([site, column]);
