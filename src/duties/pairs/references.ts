import type { ItemKey } from '../../model/records.ts';

/** Which items' texts link to which. */
export interface References {
  add(from: ItemKey, to: ItemKey): void;
  /** Items that one links to, or that link to it, and whether both do. */
  beside(item: ItemKey): ReadonlyMap<ItemKey, { readonly mutual: boolean }>;
}

export function openReferences(): References {
  const beside = new Map<ItemKey, Map<ItemKey, { from: boolean; to: boolean }>>();
  const note = (item: ItemKey, other: ItemKey, way: 'from' | 'to') => {
    const own = beside.get(item) ?? new Map<ItemKey, { from: boolean; to: boolean }>();
    const known = own.get(other) ?? { from: false, to: false };
    beside.set(item, own.set(other, { ...known, [way]: true }));
  };
  return {
    add(from, to) {
      if (from === to) return;
      note(from, to, 'to');
      note(to, from, 'from');
    },
    beside: (item) => new Map([...(beside.get(item) ?? [])].map(([other, { from, to }]) => [other, { mutual: from && to }])),
  };
}
