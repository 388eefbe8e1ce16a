import { z } from 'zod';
import { CHECKS } from '../checks/checks.ts';
import { APPROVED, UNIT_KINDS } from '../model/estate.ts';
import { SEVERITIES } from '../model/records.ts';
import { categoriesField, dayField, idField, limitField, nameField, patternField } from './fields.ts';
import { choose, expects, keys } from './shape.ts';

/** The form of `rules/<pack>.yaml`. How packs are built on one another is in rule-packs.ts. */

const base = {
  id: idField,
  name: nameField,
  /** Key of the document (under `documents`, here or in a pack this one extends) that says so. */
  document: idField,
  /** Article or item of that document. */
  article: nameField,
  /** Whether the wording was seen in a source that identifies the document. */
  verified: z.boolean(),
  severity: z.enum(SEVERITIES),
};
const limitOrNone = z.union([z.literal('none'), limitField], {
  error: expects(
    { zh: '期限：P6M、{ workingDays: 20 } 或 none', en: 'a limit: P6M, { workingDays: 20 } or none' },
    { zh: '按其中一种写', en: 'write it in one of these ways' },
  ),
});
const yearDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, {
  error: expects(
    { zh: '月-日，如 01-31', en: 'month and day, such as 01-31' },
    { zh: '两位数的月和日，中间一个 -', en: 'two digits each, with a - between' },
  ),
});
const patterns = z.array(patternField).min(1);
/** Days after an approval, the day of it not counted. */
const approvalClock = keys({ approval: z.enum(APPROVED), days: z.int().min(1).max(366) });
const exceptions = z.array(keys({ id: idField, reason: nameField }));
const holds = z.array(keys({ name: nameField, nameEn: nameField.optional(), words: patterns }));
const dayOff = z.enum(['next-working-day', 'same-day']);

/** The day of publication, or the day behind one of some labels. */
const clockEnd = z.union([z.literal('published'), patterns], {
  error: expects(
    { zh: 'published，或页面上的标签：[决定日期]', en: 'published, or labels on the page: [决定日期]' },
    { zh: '按其中一种写', en: 'write it in one of these ways' },
  ),
});

/** What rules hold beyond what every rule carries, by kind: those by which something is measured, and those of checks of honesty. */
const FIELDS = {
  column: { categories: categoriesField, limit: limitOrNone },
  disclosure: {
    categories: categoriesField.nullable().default(null),
    start: z.literal('formation').default('formation'),
    limit: limitField,
  },
  duty: {
    nameEn: nameField.optional(),
    unitKinds: z.array(z.enum(UNIT_KINDS)).default([]),
    unitNames: z.array(patternField).default([]),
    everySite: z.boolean().default(false),
    except: exceptions.default([]),
    categories: categoriesField,
    alsoAt: z.array(patternField).default([]),
    titleWords: patterns,
    notTitleWords: z.array(patternField).default([]),
    partWords: z.array(patternField).default([]),
    holds: holds.default([]),
    standing: z.boolean().default(false),
    by: yearDay.nullable().default(null),
    after: approvalClock.nullable().default(null),
    dueIn: z.enum(['next-year', 'same-year']).default('next-year'),
    dayOff: dayOff.default('next-working-day'),
  },
  account: { limit: limitField },
  pair: {
    nameEn: nameField.optional(),
    categories: categoriesField.nullable().default(null),
    calls: patterns,
    answers: patterns,
    limit: limitField,
  },
  clock: {
    nameEn: nameField,
    categories: categoriesField.nullable().default(null),
    titleWords: patterns,
    notTitleWords: z.array(patternField).default([]),
    from: clockEnd,
    until: clockEnd,
    limit: limitField,
    minimum: z.boolean().default(false),
  },
  honesty: {
    finding: z.enum(CHECKS.flatMap(({ kind, form }) => (form === undefined ? [kind] : []))),
    limit: limitField.nullable().default(null),
  },
} as const;

/** Forms of checks that bring one of their own. */
const FORMS = CHECKS.flatMap(({ kind, form }) => (form ? [{ kind, form: form as Readonly<Record<string, z.ZodType>> }] : []));

const measuring = [
  keys({ kind: z.literal('column'), ...base, ...FIELDS.column }),
  keys({ kind: z.literal('disclosure'), ...base, ...FIELDS.disclosure }),
  keys({ kind: z.literal('duty'), ...base, ...FIELDS.duty }),
  keys({ kind: z.literal('account'), ...base, ...FIELDS.account }),
  keys({ kind: z.literal('pair'), ...base, ...FIELDS.pair }),
  keys({ kind: z.literal('clock'), ...base, ...FIELDS.clock }),
  keys({ kind: z.literal('honesty'), ...base, ...FIELDS.honesty }),
] as const;

const KINDS = [...Object.keys(FIELDS), ...FORMS.map(({ kind }) => kind)];

/** A whole rule, as a pack writes a new one. */
export const ruleSchema = z.discriminatedUnion(
  'kind',
  [...measuring, ...FORMS.map(({ kind, form }) => keys({ kind: z.literal(kind), ...base, ...form }))],
  {
    error: (issue) => {
      const given = String((issue.input as { kind?: unknown } | undefined)?.kind ?? '');
      return expects({ zh: `规则的种类：${KINDS.join('、')}`, en: `a kind of rule: ${KINDS.join('、')}` }, choose(given, KINDS));
    },
  },
);

type MeasuringRule = z.output<(typeof measuring)[number]>;
/** A rule of a check with a form of its own. */
type FormedRule = z.output<ReturnType<typeof keys<typeof base>>> & { readonly kind: string };
export type WrittenRule = MeasuringRule | FormedRule;

/** Whether a rule is written in a form of this file, and not in that of a check. */
export function isMeasuring(rule: WrittenRule): rule is MeasuringRule {
  return rule.kind in FIELDS;
}

/** `{ id, off: true, reason }`: a rule of an extended pack that does not hold here. */
export const offSchema = keys({ id: idField, off: z.literal(true), reason: nameField });

/**
 * A rule of an extended pack, changed: no `kind`, and only what differs. Its document, article and `verified` are to be
 * written again, because the source of the old wording does not vouch for the new one.
 */
export const overrideSchema = keys({
  id: idField,
  document: base.document,
  article: base.article,
  verified: base.verified,
  name: base.name.optional(),
  nameEn: nameField.optional(),
  severity: base.severity.optional(),
  ...Object.fromEntries(FORMS.flatMap(({ form }) => Object.entries(form)).map(([field, form]) => [field, form.optional()])),
  categories: categoriesField.optional(),
  limit: limitOrNone.optional(),
  unitKinds: z.array(z.enum(UNIT_KINDS)).optional(),
  unitNames: patterns.optional(),
  except: exceptions.optional(),
  alsoAt: patterns.optional(),
  titleWords: patterns.optional(),
  notTitleWords: patterns.optional(),
  partWords: patterns.optional(),
  holds: holds.optional(),
  by: yearDay.optional(),
  after: approvalClock.optional(),
  from: clockEnd.optional(),
  until: clockEnd.optional(),
  minimum: z.boolean().optional(),
  calls: patterns.optional(),
  answers: patterns.optional(),
  dayOff: dayOff.optional(),
});

const documentSchema = keys({
  issuer: nameField,
  /** Document number, or the title where it has none. */
  document: nameField,
  title: nameField.optional(),
  validFrom: dayField,
  validTo: dayField.nullable().default(null),
});
export type WrittenDocument = z.output<typeof documentSchema>;

const packFields = {
  id: idField,
  name: nameField,
  /** Id of the pack it builds on. */
  extends: idField.optional(),
  /** A column counts as `due` this many days before it is overdue. */
  warningDays: z.int().min(0).max(366).optional(),
  documents: z.record(idField, documentSchema).default({}),
};

/** A pack with its rules not looked at yet: each entry is checked by the one of the three forms it takes. */
export const packSchema = keys({ ...packFields, rules: z.array(z.looseObject({ id: idField })) });
export type WrittenPack = z.output<typeof packSchema>;

/** The whole form at once, for editors. */
export const packFileSchema = keys({ ...packFields, rules: z.array(z.union([ruleSchema, overrideSchema, offSchema])) });
