import type { Taxonomy } from '../model/estate.ts';
import type { Rule, RulePack, RuleSource } from '../model/rules.ts';
import type { Problem } from './problem.ts';
import {
  isMeasuring,
  offSchema,
  overrideSchema,
  packSchema,
  ruleSchema,
  type WrittenDocument,
  type WrittenPack,
  type WrittenRule,
} from './rules-file.ts';
import { addProblem, checkShape, choose } from './shape.ts';
import type { KeyPath, YamlFile } from './yaml-file.ts';

type WrittenDuty = Extract<WrittenRule, { kind: 'duty' }>;

/** A pack's file. Of a bundled one the categories are not checked: a taxonomy of one's own may do without some of them. */
export interface PackSource extends YamlFile {
  readonly bundled: boolean;
}

/** A rule on its way through the packs: as written last, with the pack that wrote it. */
interface Standing {
  readonly rule: WrittenRule;
  readonly source: RuleSource;
  readonly pack: string;
}

interface Built {
  readonly pack: RulePack;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly documents: ReadonlyMap<string, WrittenDocument>;
}

const DEFAULT_WARNING_DAYS = 7;

/**
 * Builds every pack from its file and those it extends: a rule is replaced by one of the same id, changed by an entry
 * without `kind`, or switched off. A pack with anything wrong in it, or built on one, is left out and its problems are told.
 */
export function buildRulePacks(sources: readonly PackSource[], taxonomy: Taxonomy | null, problems: Problem[]): RulePack[] {
  const files = new Map<string, { source: PackSource; written: WrittenPack }>();
  const broken = new Set<string>();
  for (const source of sources) {
    const named = /([^\\/]+)\.ya?ml$/.exec(source.file)?.[1] ?? '';
    const written = checkShape(packSchema, source.value, source, [], problems);
    if (written === null) broken.add(named);
    else if (written.id === named) files.set(written.id, { source, written });
    else {
      broken.add(named).add(written.id);
      addProblem(
        problems,
        source,
        ['id'],
        written.id,
        { zh: `与文件名一致：${named}`, en: `the same as the file's name: ${named}` },
        { zh: '改 id 或文件名', en: 'change the id or the name' },
      );
    }
  }

  const built = new Map<string, Built | null>();
  for (const id of files.keys()) build(id, []);
  return [...built.values()].flatMap((one) => (one === null ? [] : [one.pack]));

  function build(id: string, below: readonly string[]): Built | null {
    const known = built.get(id);
    if (known !== undefined) return known;
    const { source, written } = files.get(id)!;
    const before = problems.length;
    const parent = written.extends === undefined ? null : buildParent(source, written.extends, [...below, id]);
    const result = written.extends !== undefined && parent === null ? null : assemble(source, written, parent, taxonomy, problems);
    const whole = problems.length > before ? null : result;
    built.set(id, whole);
    return whole;
  }

  function buildParent(source: YamlFile, parent: string, below: readonly string[]): Built | null {
    if (below.includes(parent)) {
      const circle = [...below.slice(below.indexOf(parent)), parent].join(' → ');
      addProblem(
        problems,
        source,
        ['extends'],
        parent,
        { zh: '不绕回自己的指标', en: 'packs that do not extend each other in a circle' },
        { zh: `断开这个圈：${circle}`, en: `break the circle: ${circle}` },
      );
      return null;
    }
    if (files.has(parent)) return build(parent, below);
    // What is wrong with a pack that is there but broken has been told already.
    if (!broken.has(parent))
      addProblem(
        problems,
        source,
        ['extends'],
        parent,
        { zh: '已有的一套指标', en: 'a rule pack that exists' },
        choose(parent, [...files.keys()]),
      );
    return null;
  }
}

function assemble(source: PackSource, written: WrittenPack, parent: Built | null, taxonomy: Taxonomy | null, problems: Problem[]): Built {
  const documents = new Map([...(parent?.documents ?? []), ...Object.entries(written.documents)]);
  const standing = new Map(parent?.standing ?? []);
  const off = [...(parent?.pack.off ?? [])];
  const seen = new Set<string>();
  for (const [index, entry] of written.rules.entries()) {
    const path = ['rules', index];
    if (seen.has(entry.id)) {
      addProblem(
        problems,
        source,
        [...path, 'id'],
        entry.id,
        { zh: '一套指标里不重复', en: 'not used twice in a pack' },
        { zh: '改 id，或合并两条', en: 'change it, or make one of the two' },
      );
      continue;
    }
    seen.add(entry.id);
    if ('off' in entry) {
      const switched = checkShape(offSchema, entry, source, path, problems);
      const earlier = earlierRule(entry.id, standing, source, path, problems);
      if (switched === null || earlier === null) continue;
      standing.delete(entry.id);
      const categories = earlier.kind === 'column' && 'categories' in earlier ? { categories: earlier.categories } : {};
      off.push({ id: entry.id, pack: written.id, reason: switched.reason, ...categories });
      continue;
    }
    const rule = readRule(entry, standing, source, path, problems);
    if (rule === null) continue;
    if (!source.bundled && taxonomy !== null) checkCategories(rule, taxonomy, source, path, problems);
    const document = documents.get(rule.document);
    if (document === undefined) {
      const known = [...documents.keys()];
      addProblem(
        problems,
        source,
        [...path, 'document'],
        rule.document,
        { zh: 'documents 里的一个键', en: 'a key of documents' },
        choose(rule.document, known),
      );
      continue;
    }
    const { issuer, document: number, validFrom, validTo } = document;
    standing.set(rule.id, { rule, pack: written.id, source: { issuer, document: number, article: rule.article, validFrom, validTo } });
  }
  const pack: RulePack = {
    id: written.id,
    name: written.name,
    lineage: parent === null ? [] : [parent.pack.id, ...parent.pack.lineage],
    warningDays: written.warningDays ?? parent?.pack.warningDays ?? DEFAULT_WARNING_DAYS,
    rules: [...standing.values()].map(toRule),
    off: off.filter((one) => !standing.has(one.id)),
  };
  return { pack, standing, documents };
}

type Rules = ReadonlyMap<string, Standing>;

/** A rule written whole, or one of an extended pack with what the entry changes in it. */
function readRule(entry: { id: string }, standing: Rules, source: YamlFile, path: KeyPath, problems: Problem[]): WrittenRule | null {
  const rule = 'kind' in entry ? checkShape(ruleSchema, entry, source, path, problems) : changed(entry, standing, source, path, problems);
  if (rule !== null && isMeasuring(rule) && rule.kind === 'duty') checkDuty(rule, source, path, problems);
  return rule;
}

function changed(entry: { id: string }, standing: Rules, source: YamlFile, path: KeyPath, problems: Problem[]): WrittenRule | null {
  const earlier = earlierRule(entry.id, standing, source, path, problems);
  return earlier === null ? null : change(earlier, entry, source, path, problems);
}

/** A duty must say who owes it and when it is due. */
function checkDuty(
  { unitKinds, unitNames, everySite, by, after, standing }: WrittenDuty,
  source: YamlFile,
  path: KeyPath,
  problems: Problem[],
): void {
  if (unitKinds.length === 0 && unitNames.length === 0 && !everySite) {
    addProblem(
      problems,
      source,
      [...path, 'unitKinds'],
      '',
      { zh: '谁应当公开', en: 'who owes it' },
      { zh: '写 unitKinds、unitNames 或 everySite: true', en: 'write unitKinds, unitNames or everySite: true' },
    );
  }
  if ([by !== null, after !== null, standing].filter(Boolean).length !== 1) {
    addProblem(
      problems,
      source,
      [...path, by === null ? 'by' : 'after'],
      by ?? '',
      {
        zh: '三者之一：by（固定日期）、after（从批准起算）或 standing（长期公开）',
        en: 'one of the three: by, a day of the year, after, counted from an approval, or standing, at all times',
      },
      { zh: 'by: 01-31，或 after: { approval: budget, days: 20 }', en: 'by: 01-31, or after: { approval: budget, days: 20 }' },
    );
  }
}

function earlierRule(id: string, standing: Rules, source: YamlFile, path: KeyPath, problems: Problem[]): WrittenRule | null {
  const earlier = standing.get(id);
  if (earlier !== undefined) return earlier.rule;
  const expected = { zh: '上级指标（extends）里有的规则；新规则要写 kind', en: 'a rule of the extended pack; a new rule needs its kind' };
  addProblem(
    problems,
    source,
    [...path, 'id'],
    id,
    expected,
    standing.size === 0 ? { zh: '写上 kind', en: 'write its kind' } : choose(id, [...standing.keys()]),
  );
  return null;
}

/** An earlier rule with what an entry without `kind` changes in it. */
function change(earlier: WrittenRule, entry: object, source: YamlFile, path: KeyPath, problems: Problem[]): WrittenRule | null {
  const before = problems.length;
  const changes = checkShape(overrideSchema, entry, source, path, problems);
  if (changes === null) return null;
  for (const key of Object.keys(changes)) {
    if (key in earlier) continue;
    const known = Object.keys(earlier).filter((one) => one !== 'kind');
    addProblem(
      problems,
      source,
      [...path, key],
      key,
      { zh: `${earlier.kind} 规则有的键：${known.join('、')}`, en: `a key of ${earlier.kind} rules: ${known.join('、')}` },
      choose(key, known),
    );
  }
  if ('limit' in changes && changes.limit === 'none' && earlier.kind !== 'column') {
    addProblem(
      problems,
      source,
      [...path, 'limit'],
      'none',
      { zh: '一个期限', en: 'a limit' },
      { zh: '不要这条规则就写 off: true 和 reason', en: 'to drop the rule write off: true and a reason' },
    );
  }
  // A fixed day takes the place of a clock, and the other way round.
  const instead = 'by' in changes ? { after: null } : 'after' in changes ? { by: null } : {};
  return problems.length > before ? null : ({ ...earlier, ...(earlier.kind === 'duty' ? instead : {}), ...changes } as WrittenRule);
}

function checkCategories(rule: WrittenRule, taxonomy: Taxonomy, source: YamlFile, path: KeyPath, problems: Problem[]): void {
  const known = taxonomy.categories.map((category) => category.id);
  for (const [place, ids] of categoriesIn(rule, path)) {
    for (const [index, id] of ids.entries()) {
      if (!known.includes(id))
        addProblem(problems, source, [...place, index], id, { zh: '类别', en: 'an id of the taxonomy' }, choose(id, known));
    }
  }
}

/** Wherever a rule names categories, also in the parts of a check's form. */
function categoriesIn(part: unknown, path: KeyPath): [KeyPath, readonly string[]][] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(part) ? Number(key) : key];
    return key === 'categories' && Array.isArray(value) ? [[here, value] as [KeyPath, readonly string[]]] : categoriesIn(value, here);
  });
}

function toRule({ rule, source, pack }: Standing): Rule {
  if (!isMeasuring(rule)) {
    const { document: _, article: __, kind: check, ...form } = rule;
    return { ...form, kind: 'check', check, pack, source };
  }
  const { document: _, article: __, ...rest } = rule;
  if (rest.kind === 'honesty') {
    const { finding: check, ...form } = rest;
    return { ...form, kind: 'check', check, pack, source };
  }
  if (rest.kind === 'column') return { ...rest, limit: rest.limit === 'none' ? null : rest.limit, pack, source };
  return { ...rest, pack, source };
}
