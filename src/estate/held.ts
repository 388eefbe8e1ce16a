import { type Config, configOf } from '../config/load.ts';
import type { Store } from '../store/store.ts';

/** Of revisions that were read lately, by digest: a page asks for the same one again and again. */
const read = new Map<string, Config>();
const MOST = 8;

/**
 * The configuration by which a day is judged: what held then, and not what was changed since. The one at hand where it is the same,
 * or where nobody wrote down what held then.
 */
export async function configHeld(
  { config, store }: { readonly config: Config; readonly store: Pick<Store, 'estate'> },
  asOf: Date,
): Promise<Config> {
  const held = await store.estate.held(asOf);
  if (held === null) return config;
  if (held.digest === config.digest) return { ...config, revision: held.number };
  return configOfRevision(store, held);
}

/** A revision as a configuration. What cannot be used in it is set aside, as it was then. */
export async function configOfRevision(
  { estate }: Pick<Store, 'estate'>,
  { number, digest }: { readonly number: number; readonly digest: string },
): Promise<Config> {
  const config = read.get(digest) ?? configOf(await estate.texts(number), { quarantine: true });
  if (!read.has(digest) && read.size >= MOST) read.delete(read.keys().next().value!);
  read.set(digest, config);
  return { ...config, revision: number };
}
