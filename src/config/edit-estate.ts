import { Document, isSeq, parseDocument } from 'yaml';
import { ConfigError, type Problem } from './problem.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** A list of entries in `estate.yaml`, by the keys that lead to it: `['units']`, `['sites', 2, 'columns']`. */
export type ListPath = readonly (string | number)[];

/** What an entry says, key by key; null takes a key out. Keys that are not named stay as they are. */
export type EntryChange = Readonly<Record<string, unknown>>;

/**
 * The text of `estate.yaml` with an entry added at the end of a list, or with other keys in one that is there (`index`). Comments and all
 * other entries stay.
 * @throws {ConfigError} where the text is no valid YAML
 */
export function withEntry(text: string, list: ListPath, index: number | null, change: EntryChange): string {
  const document = parsed(text);
  if (index === null) {
    if (!isSeq(document.getIn(list))) document.setIn(list, document.createNode([]));
    const entry = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
    const seq = document.getIn(list);
    if (isSeq(seq)) seq.flow = false;
    document.addIn(list, document.createNode(entry, { flow: true }));
  } else {
    for (const [key, value] of Object.entries(change)) {
      if (value === null) document.deleteIn([...list, index, key]);
      else document.setIn([...list, index, key], document.createNode(value, { flow: true }));
    }
  }
  return written(document);
}

/** The text without one entry of a list. */
export function withoutEntry(text: string, list: ListPath, index: number): string {
  const document = parsed(text);
  document.deleteIn([...list, index]);
  return written(document);
}

/** The text with other values of single keys, each by its path; null takes the key out. */
export function withValues(text: string, values: readonly (readonly [path: ListPath, value: unknown])[]): string {
  const document = parsed(text);
  for (const [path, value] of values) {
    if (value === null) document.deleteIn(path);
    else document.setIn(path, document.createNode(value, { flow: true }));
  }
  return written(document);
}

/** The entries of a list as they are written, in order; empty where the list is not there. */
export function entriesOf(text: string, list: ListPath): readonly Readonly<Record<string, unknown>>[] {
  return valuesOf(text, list).map((entry) => (isRecord(entry) ? entry : {}));
}

/** The plain values of a list as they are written; empty where the list is not there. */
export function valuesOf(text: string, list: ListPath): readonly unknown[] {
  const found = list.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key],
    readLately(text),
  );
  return Array.isArray(found) ? found : [];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was read last: a page asks the same text for one list after the other, and reading a city's takes a tenth of a second. */
let lately: { readonly text: string; readonly value: unknown } | null = null;

function readLately(text: string): unknown {
  if (lately?.text !== text) lately = { text, value: read(text).value };
  return lately.value;
}

function read(text: string): YamlFile {
  const problems: Problem[] = [];
  const file = parseYaml('estate.yaml', text, problems);
  if (file === null) throw new ConfigError(problems);
  return file;
}

function parsed(text: string): Document {
  read(text);
  const document = parseDocument(text);
  return document.contents === null ? new Document({}) : (document as unknown as Document);
}

function written(document: Document): string {
  return document.toString({ lineWidth: 0 });
}
