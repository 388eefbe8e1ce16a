/** How the body of an item is told: an opening, some of the middle sentences, an ending, perhaps a table and a file. */
export interface Telling {
  readonly first: string;
  readonly middle: readonly string[];
  /** How many of the middle sentences are told. */
  readonly length: number;
  readonly last: string | null;
  readonly table: { readonly head: readonly string[]; readonly cells: readonly string[]; readonly rows: number } | null;
  readonly attachment: { readonly name: string; readonly share: number } | null;
}

export const NO_EXTRAS = { last: null, table: null, attachment: null } as const;
