import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { ConfigError } from './problem.ts';
import { type KeyPath, parseYaml } from './yaml-file.ts';

/** An entry to be put into a list: on one line, or spread over several. */
export interface NewEntry {
  readonly value: Readonly<Record<string, unknown>>;
  readonly spread: boolean;
}

/**
 * Adds entries at the end of the list `key` of the mapping at `path`, which is made where it is missing. The text is cut
 * open at that place and nowhere else: every other character, comments and layout included, stays as it was.
 * @throws {ConfigError} where the text is no valid YAML, or the place is of a form that cannot be added to safely
 */
export function insertEntries(file: string, text: string, path: KeyPath, key: string, entries: readonly NewEntry[]): string {
  if (entries.length === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const map = mappingAt(file, text, path);
  const pair = map.items.find((one) => isScalar(one.key) && one.key.value === key) ?? null;
  const result = pair === null ? withNewKey(text, map, key, entries, eol) : withMore(text, map, pair, entries, eol);
  const after = result === null ? null : parseDocument(result);
  if (result === null || after === null || after.errors.length > 0) throw cannotAdd(file, [...path, key]);
  return result;
}

type Mapping = YAMLMap<ParsedNode, ParsedNode | null>;

function mappingAt(file: string, text: string, path: KeyPath): Mapping {
  const problems: ConfigError['problems'][number][] = [];
  if (parseYaml(file, text, problems) === null) throw new ConfigError(problems);
  const document = parseDocument(text);
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(node)) throw cannotAdd(file, path);
  return node as Mapping;
}

function cannotAdd(file: string, path: KeyPath): ConfigError {
  const key = path.join('.');
  const expected = { zh: '可以直接添加的列表', en: 'a list that entries can be added to' };
  return new ConfigError([
    {
      file,
      line: null,
      column: null,
      key,
      given: null,
      expected,
      mend: { zh: '用普通的列表写（不用 * 别名），或手工添加', en: 'write it as a plain list without aliases, or add by hand' },
    },
  ]);
}

function withNewKey(text: string, map: Mapping, key: string, entries: readonly NewEntry[], eol: string): string | null {
  const last = map.items.at(-1);
  if (map.flow) {
    const at = last === undefined ? map.range![0] + 1 : endOf(last);
    return splice(text, at, at, `${last === undefined ? '' : ','} ${key}: [${flow(entries)}]`);
  }
  if (last === undefined) return null;
  const indent = columnOf(text, map.range![0]);
  const lines = [`${' '.repeat(indent)}${key}:`, ...block(entries, indent + 2)];
  return afterLine(text, endOf(last), lines, eol);
}

function withMore(
  text: string,
  map: Mapping,
  pair: Pair<ParsedNode, ParsedNode | null>,
  entries: readonly NewEntry[],
  eol: string,
): string | null {
  const list = pair.value;
  if (isSeq(list)) return withMoreItems(text, list, entries, eol);
  if (!isScalar(list) || list.value !== null) return null;
  const [start, end] = list.range;
  if (map.flow) return splice(text, start, end, `${text[start - 1] === ' ' ? '' : ' '}[${flow(entries)}]`);
  const bare = splice(text, start, end, '');
  return afterLine(bare, start, block(entries, columnOf(text, pair.key.range[0]) + 2), eol);
}

function withMoreItems(text: string, list: YAMLSeq, entries: readonly NewEntry[], eol: string): string {
  const last = list.items.at(-1) as Node | undefined;
  if (list.flow || last === undefined) {
    const at = last === undefined ? list.range![0] + 1 : last.range![1];
    return splice(text, at, at, `${last === undefined ? '' : ', '}${flow(entries)}`);
  }
  return afterLine(text, endOfNode(last), block(entries, columnOf(text, list.range![0])), eol);
}

/** Where the last thing in a pair or node ends; collections end where their last member does. */
function endOf(pair: Pair<ParsedNode, ParsedNode | null>): number {
  return pair.value === null ? pair.key.range[1] : endOfNode(pair.value);
}

function endOfNode(node: Node): number {
  if (!isCollection(node) || node.flow) return node.range![1];
  const last = node.items.at(-1);
  if (last === undefined) return node.range![1];
  return isMap(node) ? endOf(last as Pair<ParsedNode, ParsedNode | null>) : endOfNode(last as Node);
}

function splice(text: string, start: number, end: number, inserted: string): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** `lines` put below the line in which `offset` lies (a block text ends at the start of the next). */
function afterLine(text: string, offset: number, lines: readonly string[], eol: string): string {
  const inserted = lines.join(eol);
  if (offset > 0 && text[offset - 1] === '\n') return splice(text, offset, offset, `${inserted}${eol}`);
  const end = text.indexOf('\n', offset);
  return end < 0 ? `${text}${eol}${inserted}${eol}` : splice(text, end + 1, end + 1, `${inserted}${eol}`);
}

/** Spaces and dashes before `offset` in its line. */
function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function block(entries: readonly NewEntry[], indent: number): string[] {
  const margin = ' '.repeat(indent);
  return entries.flatMap(({ value, spread }) => {
    if (!spread) return [`${margin}- ${oneLine(value)}`];
    return Object.entries(value).map(([key, one], index) => `${margin}${index === 0 ? '- ' : '  '}${key}: ${oneLine(one)}`);
  });
}

function flow(entries: readonly NewEntry[]): string {
  return entries.map(({ value }) => oneLine(value)).join(', ');
}

/** A value on one line, quoted where it must be also inside brackets. */
function oneLine(value: unknown): string {
  const document = new Document([value]);
  (document.contents as YAMLSeq).flow = true;
  const text = document.toString({ lineWidth: 0 }).trim();
  return text.slice(1, -1).trim();
}
