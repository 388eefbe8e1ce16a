import { z } from 'zod';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Warning } from './warning.ts';
import type { KeyPath, YamlFile } from './yaml-file.ts';

/**
 * How a schema says what it expects: an `error` text of two lines, the first what is expected, the second how to mend it.
 * Issues without such a text get theirs here, by zod's issue code.
 */
export function expects(expected: string, mend: string): string {
  return `${expected}\n${mend}`;
}

/** An object that takes no other keys than these; a wrong key is answered with the nearest right one. */
export function keys<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) });
}

/** Checks `value`, which stands at `path` of `source`; what is wrong goes into `problems`, and the result is null. */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  source: YamlFile,
  path: KeyPath,
  problems: Problem[],
): z.output<Schema> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(issue, value, source, path, problems);
  return null;
}

/** Adds a problem about what stands at `path`. */
export function addProblem(problems: Problem[], source: YamlFile, path: KeyPath, given: unknown, expected: string, mend: string): void {
  problems.push({ file: source.file, ...source.place(path), key: describeKey(path), given: describeGiven(given), expected, mend });
}

/** Adds a warning about what stands at `path`. */
export function addWarning(warnings: Warning[], source: YamlFile, path: KeyPath, message: string): void {
  warnings.push({ file: source.file, ...source.place(path), key: describeKey(path), message });
}

/** "Did you mean" as a way to mend it, or the whole choice where nothing is near. */
export function choose(given: string, choice: readonly string[]): string {
  const near = nearest(given, choice);
  const all = choice.join('、');
  return near === null ? `可用的有 · choose from: ${all}` : `是不是想写 ${near}？ · did you mean ${near}?`;
}

/** Tells of a unit that is not among `known` units, each given with its name. */
export function checkUnit(
  id: string | null,
  known: ReadonlyMap<string, string | null>,
  source: YamlFile,
  path: KeyPath,
  problems: Problem[],
): void {
  if (id === null || known.has(id)) return;
  const namesake = [...known].find(([, name]) => name === id)?.[0];
  addProblem(problems, source, path, id, 'units 里的一个 id · an id of units', choose(namesake ?? id, [...known.keys()]));
}

/** Tells of an id that is in `ids` already, and puts it there. */
export function checkFree(id: string | null, ids: Set<string>, source: YamlFile, path: KeyPath, problems: Problem[]): void {
  if (id === null) return;
  if (ids.has(id))
    addProblem(problems, source, path, id, '没用过的 id · an id not used before', `改一个，例如 · change it, for example: ${id}-2`);
  ids.add(id);
}

function report(issue: z.core.$ZodIssue, value: unknown, source: YamlFile, path: KeyPath, problems: Problem[]): void {
  const inner = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const full = [...path, ...inner];
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    for (const key of issue.keys) {
      const at = [...full, key];
      const expected = `这里能写的键 · a key known here: ${known.join('、')}`;
      problems.push({
        file: source.file,
        ...source.place(at, 'key'),
        key: describeKey(at),
        given: key,
        expected,
        mend: choose(key, known),
      });
    }
    return;
  }
  const given = at(value, inner);
  const [expected, mend] = explain(issue, given, String(full.at(-1) ?? ''));
  addProblem(problems, source, full, given, expected, mend);
}

function explain(issue: z.core.$ZodIssue, given: unknown, key: string): [expected: string, mend: string] {
  const [first, second] = issue.message.split('\n');
  const missing = `补上 ${key} · add ${key}`;
  if (first !== undefined && second !== undefined) return [first, given === undefined ? missing : second];
  switch (issue.code) {
    case 'invalid_type': {
      const expected = TYPES[issue.expected] ?? issue.expected;
      const quote = issue.expected === 'string' && ['number', 'boolean'].includes(typeof given);
      return [expected, given === undefined ? missing : quote ? `加上引号 · put it in quotes: "${given}"` : `改成${expected}`];
    }
    case 'invalid_value': {
      const choice = issue.values.map(String);
      return [`其中之一 · one of: ${choice.join('、')}`, given === undefined ? missing : choose(String(given), choice)];
    }
    case 'invalid_key':
      return [String(issue.issues[0]?.message).split('\n')[0]!, '改这个键的写法 · change this key'];
    case 'too_small':
      return bound(issue.origin, issue.inclusive === false ? '大于 · more than' : '不小于 · at least', Number(issue.minimum));
    case 'too_big':
      return bound(issue.origin, issue.inclusive === false ? '小于 · less than' : '不大于 · at most', Number(issue.maximum));
    default:
      return [issue.message, given === undefined ? missing : '照着说明改 · change it accordingly'];
  }
}

function bound(origin: string, relation: string, limit: number): [expected: string, mend: string] {
  const counted = origin === 'string' ? ' 个字 · characters' : origin === 'array' ? ' 项 · entries' : '';
  return [`${relation} ${limit}${counted}`, '改成范围内的值 · change it to a value within'];
}

const TYPES: Record<string, string> = {
  string: '文字 · text',
  number: '数字 · a number',
  int: '整数 · a whole number',
  boolean: 'true 或 false · true or false',
  array: '列表（每项以 - 开头） · a list (each entry begins with -)',
  object: '若干“键: 值” · a set of "key: value"',
};

function at(value: unknown, path: KeyPath): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

function describeKey(path: KeyPath): string | null {
  if (path.length === 0) return null;
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '');
}

/** What was written, on one line, without control characters, shortened. */
function describeGiven(given: unknown): string | null {
  if (given === undefined) return null;
  const text = JSON.stringify(given) ?? String(given);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
