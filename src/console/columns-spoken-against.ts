import { type ColumnItems, spokenAgainst } from '../classification/column-items.ts';
import type { ConsoleDeps } from './deps.ts';

/** The columns that their own items speak against: looked through once for each run and each state of what is watched. */
export function rememberedSpokenAgainst(deps: ConsoleDeps): () => Promise<readonly ColumnItems[]> {
  let version = '';
  let latest: Promise<readonly ColumnItems[]> | null = null;
  return async () => {
    const [run] = await deps.store.runs.list(1);
    const stored = `${run?.id} ${run?.state} ${deps.config.digest}`;
    if (latest === null || stored !== version) {
      version = stored;
      latest = spokenAgainst(deps.store, deps.classifier);
      latest.catch(() => {
        latest = null;
      });
    }
    return latest;
  };
}
