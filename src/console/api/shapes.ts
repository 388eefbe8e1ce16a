import { z } from '@hono/zod-openapi';
import { PERIODS } from '../../counting/periods.ts';
import { DUTY_STATES, STANDINGS } from '../../duties/duty.ts';
import { isDay } from '../../model/day.ts';
import { APPROVED } from '../../model/estate.ts';
import { COLUMN_STATUSES, SEVERITIES } from '../../model/records.ts';
import { inBoth } from '../../model/sentence.ts';

/** The shapes that programs are given; ids, days (`YYYY-MM-DD`) and instants (ISO 8601) are text. */
export const day = z.string().openapi({ format: 'date', example: '2018-12-28' });
/** A day that somebody asks for: one that the calendar has. */
export const askedDay = day.refine(isDay, {
  error: inBoth({ zh: '不是日历上的日期，请写成 2018-12-28', en: 'no day of the calendar; write 2018-12-28' }),
});

/** A period, by its days or by a name. */
export const ofPeriod = { from: askedDay.optional(), to: askedDay.optional(), period: z.enum(PERIODS).optional() };
export const instant = z.string().openapi({ format: 'date-time' });

export const columnShape = z
  .object({
    site: z.string(),
    id: z.string(),
    unit: z.string(),
    name: z.string(),
    path: z.array(z.string()).readonly(),
    url: z.string(),
    category: z.string().nullable(),
    items: z.number().int(),
    lastPublished: day.nullable(),
    status: z.enum(COLUMN_STATUSES),
    reason: z.string().nullable(),
    rule: z.string().nullable(),
    period: z.string().nullable(),
    workingDays: z.number().nullable(),
    dueOn: day.nullable(),
    overdueDays: z.number().int(),
    readAt: z.string().nullable(),
    evidence: z.string().nullable(),
    run: z.string().nullable().openapi({ description: 'The audit that the verdict is of' }),
  })
  .openapi('Column');

const spreadShape = z.object({ measured: z.number().int(), median: z.number().nullable(), worst: z.number().nullable() });

const scoreShape = z.object({ score: z.number(), low: z.number(), high: z.number(), columns: z.number().int() }).nullable();

const stretchShape = z.object({
  from: day,
  to: day,
  items: z.number().int(),
  judged: z.number().int(),
  overdue: z.number().int(),
  inTime: z.number().int(),
  score: scoreShape,
  passRate: z.number().nullable(),
});

export const trendShape = z
  .object({
    weeks: z.array(
      stretchShape.extend({
        blank: z.number().int().nullable(),
        unknown: z.number().int().nullable(),
        circular: z
          .object({ id: z.string(), name: z.string() })
          .nullable()
          .openapi({ description: 'The circular that was released in the week' }),
      }),
    ),
    quarters: z.array(stretchShape).openapi({ description: 'This quarter up to the last audit, and the one before it' }),
  })
  .openapi('Trend');

export const unitShape = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    items: z.number().int(),
    columns: z.number().int(),
    fresh: z.number().int(),
    due: z.number().int(),
    overdue: z.number().int(),
    blank: z.number().int(),
    unknown: z.number().int(),
    exempt: z.number().int(),
    lastPublished: day.nullable(),
    score: scoreShape.openapi({ description: 'Days in time ÷ days owed of the period × 100; null: nothing was owed' }),
    answered: spreadShape.openapi({ description: 'Working days until the unit answered what it was sent in the past year' }),
    rectified: spreadShape.openapi({ description: 'Working days until a crawl saw it mended' }),
  })
  .openapi('Unit');

export const figureChangeShape = z.object({
  of: z.enum(['items', 'classes', 'categories', 'units']),
  id: z.string(),
  was: z.number(),
  now: z.number(),
});

export const countsShape = z
  .object({
    from: day,
    to: day,
    totals: z.object({ items: z.number().int(), undated: z.number().int() }),
    classes: z.array(z.object({ id: z.string(), name: z.string(), items: z.number().int() })),
    categories: z.array(z.object({ id: z.string(), name: z.string(), class: z.string(), items: z.number().int() })),
    agrees: z.boolean(),
    closed: z
      .array(
        z.object({
          revision: z.number().int(),
          closedAt: instant,
          asOf: day,
          cause: z.enum(['closed', 'audit', 'correction']),
          items: z.number().int(),
          changes: z.array(figureChangeShape),
        }),
      )
      .openapi({ description: 'What was counted when the period was closed, and every correction since, newest first' }),
  })
  .openapi('Counts');

export const itemShape = z
  .object({
    key: z.string(),
    url: z.string(),
    title: z.string(),
    publishedOn: day.nullable(),
    site: z.string(),
    unit: z.string(),
    category: z.string(),
    confidence: z.number(),
    documentNumber: z.string().nullable(),
    source: z.string().nullable(),
    columns: z.array(z.object({ site: z.string(), column: z.string() })),
    removed: z.boolean(),
  })
  .openapi('Item');

export const dutyShape = z
  .object({
    rule: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    unit: z.string(),
    year: z.number().int(),
    site: z.string().nullable(),
    dueOn: day.nullable(),
    state: z.enum(DUTY_STATES),
    publishedOn: day.nullable(),
    url: z.string().nullable(),
    since: day.nullable(),
    certain: z.boolean().openapi({ description: 'False where the last day lies in a year whose holidays are not known: it may move' }),
    movedFrom: day.nullable().openapi({ description: 'The last day as the law writes it, where that is a day off' }),
    begunBy: z.object({ what: z.enum(APPROVED), on: day, source: z.string().nullable() }).nullable(),
    source: z.object({ issuer: z.string(), document: z.string(), article: z.string(), verified: z.boolean() }),
    fault: z.string().nullable().openapi({
      description:
        'Why a document does not do; `empty` and `without-tables` are hints for a person: it may stand as a picture or in a viewer',
    }),
    budget: z
      .object({ total: z.number().nullable(), threePublic: z.number().nullable(), lacking: z.array(z.string()), whole: z.boolean() })
      .nullable()
      .openapi({ description: 'Sums in 10,000 yuan and parts not seen in the text, of budgets and accounts that were read' }),
    lacking: z.object({ why: z.string(), of: z.array(z.string()) }).nullable(),
    title: z.string().optional().openapi({ description: 'Of a pair: the title of what calls for the other' }),
    counterpart: z.string().nullable().optional().openapi({ description: 'Of a pair: what answers, if anything does' }),
    proposal: z.string().nullable().optional().openapi({ description: 'Of a pair without an answer: what a person may find to be one' }),
    linked: z.boolean().optional().openapi({ description: 'Of a pair: a link between both pages tells the answer, or the proposal' }),
    decidedBy: z.string().nullable().optional().openapi({ description: 'Of a pair: who said that it is one' }),
  })
  .openapi('Duty');

export const clockShape = z
  .object({
    rule: z.string(),
    name: z.string(),
    nameEn: z.string(),
    unit: z.string(),
    atLeast: z.boolean().openapi({ description: 'It must take at least so long, instead of at most' }),
    items: z.number().int(),
    measured: z.number().int(),
    unproven: z.number().int().openapi({ description: 'Items whose day of publication cannot be proven; they are not measured' }),
    measurable: z.boolean(),
    median: z.number().nullable(),
    p90: z.number().nullable(),
    worst: z.number().nullable(),
    late: z.array(z.object({ title: z.string(), url: z.string().nullable(), from: day, until: day, days: z.number().int() })),
    source: z.object({ issuer: z.string(), document: z.string(), article: z.string(), verified: z.boolean() }),
  })
  .openapi('Clock');

const budgetDocumentShape = z.object({
  what: z.enum(APPROVED),
  year: z.number().int(),
  title: z.string(),
  url: z.string().nullable(),
  publishedOn: day.nullable(),
  stranger: z.string().nullable(),
  above: z.string().nullable(),
  total: z.number().nullable(),
});

export const rosterShape = z
  .object({
    rows: z.array(
      z.object({
        rule: z.string(),
        name: z.string(),
        unit: z.string(),
        year: z.number().int(),
        approvedOn: day.nullable(),
        dueOn: day.nullable(),
        publishedOn: day.nullable(),
        daysAfter: z.number().int().nullable(),
        state: z.enum(DUTY_STATES),
        fault: z.string().nullable(),
        url: z.string().nullable(),
        total: z.number().nullable(),
        threePublic: z.number().nullable(),
        lacking: z.array(z.string()),
        counterpart: z.string().nullable(),
      }),
    ),
    counts: z.array(
      z.object({
        rule: z.string(),
        name: z.string(),
        year: z.number().int(),
        owed: z.number().int(),
        states: z.partialRecord(z.enum(STANDINGS), z.number().int()),
        sum: z.number(),
        read: z.number().int(),
      }),
    ),
    others: z.array(budgetDocumentShape),
    departments: z
      .array(
        z.object({
          what: z.enum(['budget', 'accounts']),
          year: z.number().int(),
          documents: z.array(budgetDocumentShape),
          sum: z.number(),
          read: z.number().int(),
        }),
      )
      .openapi({
        description:
          'How many departments and units published, one document each; what is for many or the government’s own is not among them',
      }),
  })
  .openapi('BudgetRoster');

export const forecastShape = z
  .object({
    unit: z.string(),
    name: z.string(),
    columns: z.array(z.object({ site: z.string(), id: z.string(), name: z.string(), dueOn: day, inDays: z.number().int() })),
    duties: z.array(
      z.object({
        rule: z.string(),
        name: z.string(),
        nameEn: z.string().nullable(),
        site: z.string().nullable(),
        year: z.number().int(),
        dueOn: day,
        inDays: z.number().int(),
        certain: z.boolean().openapi({ description: 'False where the day may still move' }),
      }),
    ),
  })
  .openapi('Forecast');

export const findingShape = z
  .object({
    rule: z.string(),
    severity: z.enum(SEVERITIES),
    unit: z.string().nullable(),
    site: z.string().nullable(),
    column: z.string().nullable(),
    url: z.string().nullable(),
    message: z.string(),
    since: day.nullable(),
    evidence: z.array(z.string()),
  })
  .openapi('Finding');

export const runShape = z
  .object({
    id: z.string(),
    kind: z.string(),
    narrowed: z.boolean().openapi({ description: 'Only some sites, units or columns were read' }),
    state: z.string(),
    asOf: instant,
    startedAt: instant,
    finishedAt: instant.nullable(),
    requests: z.number().int(),
    failed: z.number().int(),
  })
  .openapi('Run');

export const problemShape = z
  .object({
    error: z.string(),
    lacks: z
      .array(z.object({ place: z.string().nullable(), said: z.string() }))
      .optional()
      .openapi({ description: 'What a paper lacks for its release, and where: opening, section/HEADING, box/TABLE/ROW/COLUMN' }),
  })
  .openapi('Problem');
