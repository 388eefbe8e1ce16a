import { type EntryChange, entriesOf, type ListPath } from '../../config/edit-estate.ts';
import type { Config } from '../../config/load.ts';
import type { Language } from '../../model/sentence.ts';
import type { Names } from '../../rows/names.ts';
import type { Access } from '../permissions.ts';
import type { Choice } from '../view/filters.tsx';
import type { Words } from '../words/words.ts';

/** An entry of `estate.yaml` as it is written. */
export type Written = Readonly<Record<string, unknown>>;

/** What forms are filled by. */
export interface Reading {
  readonly config: Config;
  readonly names: Names;
  readonly words: Words;
  readonly language: Language;
}

/** A field of an entry's form. */
export interface EntryField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'day' | 'choice' | 'email' | 'url' | 'number';
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  readonly hint?: string;
  /** Who may fill it; left out: whoever may change the entry. */
  readonly access?: Exclude<Access, 'public'>;
}

/** A kind of entry that people change: where it stands in `estate.yaml`, and how its form is read and written. */
export interface EntryKind {
  readonly name: 'units' | 'sites' | 'columns' | 'roster' | 'contacts' | 'channels';
  readonly access: Exclude<Access, 'public'>;
  /** Where the entry of an id stands; null where there is none. For a new one, the list that it goes to. */
  find(text: string, id: string): { readonly list: ListPath; readonly index: number; readonly entry: Written } | null;
  listFor(text: string, values: Values): ListPath | null;
  /** Every entry there is, with its id and what is shown of it. */
  rows(text: string, reading: Reading): readonly { readonly id: string; readonly shown: readonly string[] }[];
  heads(words: Words): readonly string[];
  fields(reading: Reading, values: Values, isNew: boolean): readonly EntryField[];
  /** What a new entry may be, each with a form of its own: what its form is asked for with, and what it is called. */
  forms?(reading: Reading): readonly { readonly asked: Values; readonly label: string }[];
  /** What a form shows of an entry. */
  read(entry: Written): Values;
  /** What a filled form still needs, given what stood there before, or null. */
  lacks?(values: Values, before: Values | null, words: Words): string | null;
  /** What is written of a filled form; null takes a key out. `taken`: ids that others have. */
  write(values: Values, before: Written | null, taken: ReadonlySet<string>): EntryChange;
}

/** Where the entries of one list stand that have an id each. */
export function inList(list: ListPath): Pick<EntryKind, 'find' | 'listFor'> {
  return {
    find(text, id) {
      const entries = entriesOf(text, list);
      const index = entries.findIndex((entry) => entry.id === id);
      return index < 0 ? null : { list, index, entry: entries[index]! };
    },
    listFor: () => list,
  };
}

/** A form's fields as text; an empty one is left out of the entry. */
export type Values = Readonly<Record<string, string>>;

/** The value of a text field, or null where it is empty. */
export const textOrNull = (text: string | undefined): string | null => text?.trim() || null;

export const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** An id for a name, such as people would write it; not one that is taken. */
export function idFor(name: string, taken: ReadonlySet<string>): string {
  const stem =
    name
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .slice(0, 48) || 'entry';
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
  return id;
}
