import { z } from 'zod';
import { quoted, type Sentence } from '../model/sentence.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Warning } from './warning.ts';
import type { KeyPath, YamlFile } from './yaml-file.ts';

/**
 * How a schema says what it expects and how to mend it: an `error` text of zod's, which holds both sentences as JSON. Issues without
 * such a text get theirs here, by zod's issue code.
 */
export function expects(expected: Sentence, mend: Sentence): string {
  return JSON.stringify([expected, mend]);
}

/** What {@link expects} wrote, or null where zod speaks. */
function expectation(message: string): Explained | null {
  return message.startsWith('[{"') ? (JSON.parse(message) as Explained) : null;
}

type Explained = [expected: Sentence, mend: Sentence];

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
export function addProblem(problems: Problem[], source: YamlFile, path: KeyPath, given: unknown, expected: Sentence, mend: Sentence): void {
  problems.push({ file: source.file, ...source.place(path), key: describeKey(path), given: describeGiven(given), expected, mend });
}

/** Adds a warning about what stands at `path`. */
export function addWarning(warnings: Warning[], source: YamlFile, path: KeyPath, message: Sentence): void {
  warnings.push({ file: source.file, ...source.place(path), key: describeKey(path), message });
}

/** "Did you mean" as a way to mend it, or the whole choice where nothing is near. */
export function choose(given: string, choice: readonly string[]): Sentence {
  const near = nearest(given, choice);
  const all = choice.join('、');
  return near === null
    ? { zh: `可用的有：${all}`, en: `choose from: ${all}` }
    : { zh: `是不是想写 ${near}？`, en: `did you mean ${near}?` };
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
  addProblem(problems, source, path, id, { zh: 'units 里的一个 id', en: 'an id of units' }, choose(namesake ?? id, [...known.keys()]));
}

/** Tells of an id that is in `ids` already, and puts it there. */
export function checkFree(id: string | null, ids: Set<string>, source: YamlFile, path: KeyPath, problems: Problem[]): void {
  if (id === null) return;
  if (ids.has(id))
    addProblem(
      problems,
      source,
      path,
      id,
      { zh: '没用过的 id', en: 'an id not used before' },
      { zh: `改一个，例如：${id}-2`, en: `change it, for example: ${id}-2` },
    );
  ids.add(id);
}

function report(issue: z.core.$ZodIssue, value: unknown, source: YamlFile, path: KeyPath, problems: Problem[]): void {
  const inner = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const full = [...path, ...inner];
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    for (const key of issue.keys) {
      const at = [...full, key];
      const expected = { zh: `这里能写的键：${known.join('、')}`, en: `a key known here: ${known.join('、')}` };
      problems.push({
        file: source.file,
        ...source.place(at, 'key'),
        key: describeKey(at),
        given: quoted(key),
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

function explain(issue: z.core.$ZodIssue, given: unknown, key: string): Explained {
  const told = expectation(issue.message);
  const missing = { zh: `补上 ${key}`, en: `add ${key}` };
  if (told !== null) return [told[0], given === undefined ? missing : told[1]];
  switch (issue.code) {
    case 'invalid_type': {
      const expected = TYPES[issue.expected] ?? quoted(issue.expected);
      const quote = issue.expected === 'string' && ['number', 'boolean'].includes(typeof given);
      return [
        expected,
        given === undefined
          ? missing
          : quote
            ? { zh: `加上引号："${given}"`, en: `put it in quotes: "${given}"` }
            : { zh: `改成${expected.zh}`, en: `make it ${expected.en}` },
      ];
    }
    case 'invalid_value': {
      const choice = issue.values.map(String);
      return [
        { zh: `其中之一：${choice.join('、')}`, en: `one of: ${choice.join('、')}` },
        given === undefined ? missing : choose(String(given), choice),
      ];
    }
    case 'invalid_key':
      return [
        expectation(String(issue.issues[0]?.message))?.[0] ?? quoted(String(issue.issues[0]?.message)),
        { zh: '改这个键的写法', en: 'change this key' },
      ];
    case 'too_small':
      return bound(
        issue.origin,
        issue.inclusive === false ? { zh: '大于', en: 'more than' } : { zh: '不小于', en: 'at least' },
        Number(issue.minimum),
      );
    case 'too_big':
      return bound(
        issue.origin,
        issue.inclusive === false ? { zh: '小于', en: 'less than' } : { zh: '不大于', en: 'at most' },
        Number(issue.maximum),
      );
    default:
      return [quoted(issue.message), given === undefined ? missing : { zh: '照着说明改', en: 'change it accordingly' }];
  }
}

function bound(origin: string, relation: Sentence, limit: number): Explained {
  const counted = COUNTED[origin] ?? { zh: '', en: '' };
  return [
    { zh: `${relation.zh} ${limit}${counted.zh}`, en: `${relation.en} ${limit}${counted.en}` },
    { zh: '改成范围内的值', en: 'change it to a value within' },
  ];
}

const COUNTED: Readonly<Record<string, Sentence>> = {
  string: { zh: ' 个字', en: ' characters' },
  array: { zh: ' 项', en: ' entries' },
};

const TYPES: Readonly<Record<string, Sentence>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每项以 - 开头）', en: 'a list (each entry begins with -)' },
  object: { zh: '若干“键: 值”', en: 'a set of "key: value"' },
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
function describeGiven(given: unknown): Sentence | null {
  if (given === undefined) return null;
  const text = JSON.stringify(given) ?? String(given);
  return quoted(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}
