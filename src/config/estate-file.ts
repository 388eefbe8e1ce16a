import { z } from 'zod';
import { APPROVED, UNIT_KINDS } from '../model/estate.ts';
import { PLATFORMS } from '../model/media.ts';
import { inBoth } from '../model/sentence.ts';
import { alertsSchema } from './alerts-file.ts';
import { dayField, idField, nameField, periodOrNoneField, ruleField, webAddressField, windowField } from './fields.ts';
import { papersSchema } from './papers.ts';
import { readField } from './read-field.ts';
import { scheduleSchema } from './schedule.ts';
import { expects, keys } from './shape.ts';

/** The form of `estate.yaml`. What its parts must be to one another is in estate.ts. */

/** The pack that an estate is judged by which names none. */
export const DEFAULT_PACK = 'national-2019';

const crawlFields = {
  /** Per host; 0: no limit. */
  requestsPerSecond: z.number().min(0).max(1000),
  /** Requests under way at once per host. */
  concurrency: z.int().min(1).max(64),
  timeoutSeconds: z.number().min(1).max(600),
  /** List pages read of a column on its first run. */
  maxPagesPerColumn: z.int().min(1).max(100_000),
  respectRobots: z.boolean(),
  /** Whether loopback and intranet addresses may be asked. */
  allowPrivateNetworks: z.boolean(),
  browser: z.enum(['auto', 'never', 'always']),
  /** Hours in which audits by schedule may ask the site. */
  window: windowField.optional(),
};
const crawlSchema = keys(crawlFields).partial();

export const unitSchema = keys({
  id: idField,
  name: nameField,
  kind: z.enum(UNIT_KINDS),
  /** First and last day on which it was there. */
  from: dayField.optional(),
  to: dayField.optional(),
  /** The unit that took over from it. */
  mergedInto: idField.optional(),
});

/** Who answered for it before its unit did, and the first day on which its unit does. */
const takenOver = keys({ from: idField, on: dayField }).optional();

/** A day on which the people's congress approved something; left out, the clocks that it begins have not begun. */
export const approvalSchema = keys({
  what: z.enum(APPROVED),
  /** The year that the budget or the accounts are of. */
  year: z.int().min(2000).max(2200),
  on: dayField,
  source: nameField.optional(),
  /** Left out: the city's government and departments. */
  units: z.array(idField).min(1).optional(),
});
export type WrittenApproval = z.output<typeof approvalSchema>;

/** Whether a unit owes a duty, against what the rule says of its kind. */
const rosterSchema = keys({
  /** Id of the duty's rule, without its pack. */
  duty: idField,
  unit: idField,
  owes: z.boolean().default(false),
  /** Terms that end from this day to that one. */
  from: dayField.optional(),
  to: dayField.optional(),
  reason: nameField,
});
export type WrittenRosterEntry = z.output<typeof rosterSchema>;

export const columnSchema = keys({
  id: idField,
  name: nameField,
  /** Menu path, the column's own name last. */
  path: z.array(nameField).min(1).optional(),
  /** Absolute, or relative to the site's. */
  url: z.string().trim().min(1),
  /** Left out: the site's. */
  unit: idField.optional(),
  takenOver,
  /** Left out: classified by its name. */
  category: idField.optional(),
  /** Left out: from the rule pack by category. */
  period: periodOrNoneField.optional(),
  periodReason: nameField.optional().meta({ description: inBoth({ zh: '为什么另定更新周期', en: 'why it has a period of its own' }) }),
  /** Last day on which its own period holds; from the next on the rule pack's does. */
  periodUntil: dayField.optional(),
  /** How its list is read; left out: the site's, else found by itself. */
  read: readField.optional(),
  exempt: nameField.optional().meta({ description: inBoth({ zh: '为什么不要求更新', en: 'why nothing is expected of it' }) }),
  /** Last day on which nothing is expected of it. */
  exemptUntil: dayField.optional(),
  /** First and last day of a topic (专题), and when a person archived it. */
  topicFrom: dayField.optional(),
  topicUntil: dayField.optional(),
  archivedOn: dayField.optional(),
});
export type WrittenColumn = z.output<typeof columnSchema>;

/** An account of new media (政务新媒体); what its parts must be to one another is in accounts.ts. */
export const accountSchema = keys({
  id: idField,
  name: nameField,
  platform: z.enum(PLATFORMS),
  unit: idField,
  takenOver,
  registered: dayField.optional(),
  closed: dayField.optional(),
  /** Of its closing. */
  announcement: webAddressField.optional(),
  /** RSS, Atom or JSON Feed. */
  feed: webAddressField.optional(),
  /** `site/column` of a site that lists its posts. */
  column: z
    .string()
    .regex(/^[\w-]+\/[\w-]+$/)
    .optional(),
  verified: z.boolean().optional(),
  /** In the national register of new media. */
  filed: z.boolean().optional(),
  formerNames: z.array(keys({ name: nameField, until: dayField })).optional(),
  /** What it must hold; `url` is an own address at which it is looked each night. */
  functions: z.array(keys({ name: nameField, url: webAddressField.optional() })).optional(),
});

const columnNames = z.array(nameField).min(1).optional();
/** What columns of platforms' exports are called, where their usual names are not. */
const postColumnsSchema = z.partialRecord(
  z.enum(PLATFORMS),
  keys({ title: columnNames, time: columnNames, url: columnNames, original: columnNames, id: columnNames }),
);

const siteFields = {
  id: idField,
  unit: idField,
  takenOver,
  name: nameField,
  url: webAddressField,
  /** 网站标识码; a number is taken as it was typed. */
  idCode: z
    .union([z.string(), z.int()], { error: expects({ zh: '网站标识码', en: 'a site code' }, { zh: '加引号写', en: 'write it in quotes' }) })
    .optional(),
  crawl: crawlSchema.optional(),
  /** How the lists of its columns are read. */
  read: readField.optional(),
};

/** A site with its columns not looked at yet, so that each is checked by itself. */
export const siteSchema = keys({ ...siteFields, columns: z.array(z.unknown()).nullish() });
export type WrittenSite = z.output<typeof siteSchema>;

const estateFields = {
  name: nameField,
  timezone: z.string().default('Asia/Shanghai'),
  rulePack: idField.default(DEFAULT_PACK),
  /** Whether `/openness` shows everybody how the city stands. */
  publicPage: z.boolean().default(false),
  /** Rules whose wording this office has compared with the document, as `pack/rule`: until then nothing is sent that stands on them. */
  confirmedRules: z.array(ruleField).default([]),
  /** Rules that this office does not hold against anybody, each with its reason. */
  offRules: z.array(keys({ rule: ruleField, reason: nameField })).default([]),
};
export const crawlDefaults = keys({
  requestsPerSecond: crawlFields.requestsPerSecond.default(1),
  concurrency: crawlFields.concurrency.default(2),
  timeoutSeconds: crawlFields.timeoutSeconds.default(15),
  maxPagesPerColumn: crawlFields.maxPagesPerColumn.default(50),
  respectRobots: crawlFields.respectRobots.default(true),
  allowPrivateNetworks: crawlFields.allowPrivateNetworks.default(false),
  browser: crawlFields.browser.default('auto'),
  window: crawlFields.window,
}).prefault({});

/** An estate with its units, sites and alerts not looked at yet. */
export const estateSchema = keys({
  ...estateFields,
  crawl: crawlDefaults,
  units: z.array(z.unknown()).nullish(),
  sites: z.array(z.unknown()).nullish(),
  /** Looked at in accounts.ts. */
  accounts: z.array(z.unknown()).nullish(),
  postColumns: postColumnsSchema.optional(),
  approvals: z.array(approvalSchema).default([]),
  roster: z.array(rosterSchema).default([]),
  /** Looked at in alerts.ts. */
  alerts: z.unknown().optional(),
  /** Looked at in schedule.ts. */
  schedule: z.unknown().optional(),
  /** Looked at in papers.ts. */
  papers: z.unknown().optional(),
});

/** The whole form at once, for editors. */
export const estateFileSchema = keys({
  ...estateFields,
  crawl: crawlDefaults,
  units: z.array(unitSchema),
  approvals: z.array(approvalSchema).optional(),
  sites: z.array(keys({ ...siteFields, columns: z.array(columnSchema).optional() })),
  accounts: z.array(accountSchema).optional(),
  alerts: alertsSchema.optional(),
  schedule: scheduleSchema.optional(),
  papers: papersSchema.optional(),
});
