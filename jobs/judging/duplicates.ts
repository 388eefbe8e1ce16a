import { createDuplicateIndex } from '../../src/classification/simhash.ts';
import type { ItemKey, ItemRecord } from '../../src/model/records.ts';
import type { Store } from '../../src/store/store.ts';

const DUPLICATE = 'duplicate';

/** Deduplication: marks items whose body another unit had published before, and takes the mark from those that no longer are. Returns how many changed. */
export async function markDuplicates({ items }: Pick<Store, 'items'>): Promise<number> {
  const changes: Pick<ItemRecord, 'key' | 'flags'>[] = [];
  for (const [{ key, flags }, duplicate] of judged(await items.bodies())) {
    const rest = flags.filter((flag) => flag !== DUPLICATE);
    if (duplicate !== flags.includes(DUPLICATE)) changes.push({ key, flags: duplicate ? [...rest, DUPLICATE] : rest });
  }
  if (changes.length > 0) await items.reflag(changes);
  return changes.length;
}

/** Texts that are the same to the letter share one place in the index: forms filled in by hundreds would fill it otherwise. */
function* judged(bodies: readonly { key: ItemKey; unit: string; simhash: string | null; flags: readonly string[] }[]) {
  const units = new Map<string, Set<string>>();
  const index = createDuplicateIndex<Set<string>>();
  for (const body of bodies) {
    const hash = body.simhash!;
    const same = units.get(hash);
    const before = same ?? new Set(index.near(hash).flatMap((near) => [...near]));
    yield [body, [...before].some((unit) => unit !== body.unit)] as const;
    if (same) same.add(body.unit);
    else {
      units.set(hash, before.add(body.unit));
      index.add(hash, before);
    }
  }
}
