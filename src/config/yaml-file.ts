import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { quoted, type Sentence } from '../model/sentence.ts';
import { toldOf } from '../model/told-error.ts';
import type { Problem } from './problem.ts';

/** Where a value stands in a file: `['sites', 0, 'url']`. */
export type KeyPath = readonly (string | number)[];

/** Larger than any estate we know of by a factor of ten; beyond it somebody named the wrong file. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Aliases may be used, but not to blow a small file up into a huge one. */
const MAX_ALIASES = 100;

/** A YAML file that was read, with the position of everything in it. */
export interface YamlFile {
  /** As the user would name it. */
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** Line and column of a value, or of its key; for what is not there, of the nearest thing around it. */
  place(path: KeyPath, at?: 'key' | 'value'): { readonly line: number; readonly column: number };
  /** The value as it was typed (an unquoted 0012 keeps its zeros), or null where it is no plain value. */
  typed(path: KeyPath): string | null;
}

/** Reads a YAML file; what is wrong with it goes into `problems`, and the result is null. */
export function readYamlFile(path: string, problems: Problem[]): YamlFile | null {
  const file = shownPath(path);
  const text = readText(path, file, problems);
  return text === null ? null : parseYaml(file, text, problems);
}

/** Parses YAML text; `file` is the name used in problems. */
export function parseYaml(file: string, text: string, problems: Problem[]): YamlFile | null {
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = (offset: number, given: string, expected: Sentence, mend: Sentence) =>
    problems.push({ file, ...place(offset), key: null, given: quoted(given), expected, mend });
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    const faults = [...document.errors, ...document.warnings];
    for (const fault of faults) broken(fault.pos[0], `${fault.code}: ${fault.message}`, ...explainFault(fault.code));
    if (faults.length > 0) return null;
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return {
      file,
      text,
      value,
      place: (path, at = 'value') => place(offsetOf(document, path, at)),
      typed(path) {
        const node = document.getIn(path, true);
        return isScalar(node) ? (node.source ?? null) : null;
      },
    };
  } catch (error) {
    // The parser recurses: aliases without end and brackets nested by the thousand come out here.
    const given = error instanceof Error ? error.message : String(error);
    broken(
      0,
      given,
      { zh: '层次不深、别名（*）不多的 YAML', en: 'YAML without deep nesting and with few aliases (*)' },
      { zh: '把内容直接写出来', en: 'write the content out' },
    );
    return null;
  }
}

/** `path` relative to the working directory where it lies inside it. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}

function readText(path: string, file: string, problems: Problem[]): string | null {
  const broken = (given: Sentence, expected: Sentence, mend: Sentence) => {
    problems.push({ file, line: null, column: null, key: null, given, expected, mend });
    return null;
  };
  let bytes: Buffer;
  try {
    const facts = statSync(path);
    if (facts.isDirectory())
      return broken(
        { zh: '目录', en: 'a directory' },
        { zh: '一个 YAML 文件', en: 'a YAML file' },
        { zh: '改名或移走这个目录', en: 'rename or move the directory' },
      );
    if (facts.size > MAX_BYTES) {
      return broken(
        quoted(`${facts.size} bytes`),
        { zh: `不超过 ${MAX_BYTES} 字节`, en: `at most ${MAX_BYTES} bytes` },
        { zh: '检查是不是放错了文件', en: 'check whether this is the right file' },
      );
    }
    bytes = readFileSync(path);
  } catch (error) {
    return broken(
      toldOf(error),
      { zh: '能读的文件', en: 'a file that can be read' },
      { zh: '检查文件是否存在、权限是否允许', en: 'check that it exists and may be read' },
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return broken(
      { zh: '不是 UTF-8 编码', en: 'not UTF-8' },
      { zh: 'UTF-8 编码的文件', en: 'a file in UTF-8' },
      { zh: '在编辑器里“另存为”UTF-8（可能原是 GBK）', en: 'save it as UTF-8 (it may be GBK now)' },
    );
  }
}

/** What was expected and how to mend it, for the parser's fault codes that people meet. */
function explainFault(code: string): [expected: Sentence, mend: Sentence] {
  switch (code) {
    case 'DUPLICATE_KEY':
      return [
        { zh: '每个键只写一次', en: 'each key once' },
        { zh: '删去或合并重复的键', en: 'remove or merge the repeated key' },
      ];
    case 'TAB_AS_INDENT':
      return [
        { zh: '用空格缩进', en: 'indentation by spaces' },
        { zh: '把制表符换成空格', en: 'replace the tabs by spaces' },
      ];
    case 'BAD_INDENT':
      return [
        { zh: '同一级的行左边对齐', en: 'lines of one level aligned' },
        { zh: '对齐这一行的缩进', en: 'align this line' },
      ];
    case 'MULTIPLE_DOCS':
      return [
        { zh: '一个文件一份文档', en: 'one document a file' },
        { zh: '删去单独成行的 ---', en: 'remove the line ---' },
      ];
    case 'TAG_RESOLVE_FAILED':
      return [
        { zh: '普通的值，不带 ! 标签', en: 'plain values without ! tags' },
        { zh: '删去 ! 标签，或给文字加引号', en: 'remove the tag, or quote the text' },
      ];
    default:
      return [
        { zh: '正确的 YAML', en: 'valid YAML' },
        { zh: '检查这一行的缩进、冒号后的空格、引号和括号', en: 'check indentation, the space after colons, quotes and brackets here' },
      ];
  }
}

function offsetOf(document: Document.Parsed, path: KeyPath, at: 'key' | 'value'): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const last = depth === path.length - 1;
    if (isMap<Node, Node | null>(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) return offset;
      offset = (last && at === 'key' ? pair.key.range?.[0] : (pair.value?.range?.[0] ?? pair.key.range?.[0])) ?? offset;
      node = pair.value;
    } else if (isSeq<Node>(node) && typeof step === 'number') {
      node = node.items[step] ?? null;
      offset = node?.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}
