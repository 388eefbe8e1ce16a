import { z } from '@hono/zod-openapi';
import { formatPeriod } from '../../model/day.ts';
import { SEVERITIES } from '../../model/records.ts';
import type { Rule } from '../../model/rules.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading } from './route.ts';
import { day } from './shapes.ts';

const ruleShape = z
  .object({
    id: z.string(),
    kind: z.string(),
    name: z.string(),
    severity: z.enum(SEVERITIES),
    verified: z.boolean(),
    period: z.string().nullable().openapi({ description: 'ISO 8601 duration' }),
    workingDays: z.number().int().nullable(),
    categories: z.array(z.string()),
    source: z.object({ issuer: z.string(), document: z.string(), article: z.string(), validFrom: day, validTo: day.nullable() }),
  })
  .openapi('Rule');

const packShape = z
  .object({ id: z.string(), name: z.string(), lineage: z.array(z.string()), warningDays: z.number().int(), rules: z.array(ruleShape) })
  .openapi('RulePack');

const rules = reading({
  path: '/api/v1/rules',
  summary: 'The rules that are in force, each with its source',
  answer: packShape,
  query: NOTHING,
  params: NOTHING,
});

/** The rule pack that the estate is judged by. */
export const registerRulesApi: Register = (app, services) => {
  app.openapi(rules, ALL, 'read', (c) => {
    const { pack } = services.config;
    return c.json(packShape.parse({ ...pack, rules: pack.rules.map(told) }), 200);
  });
};

function told(rule: Rule) {
  const limit = 'limit' in rule ? rule.limit : null;
  return {
    ...rule,
    period: limit && 'period' in limit ? formatPeriod(limit.period) : null,
    workingDays: limit && 'workingDays' in limit ? limit.workingDays : null,
    categories: 'categories' in rule ? (rule.categories ?? []) : [],
  };
}
