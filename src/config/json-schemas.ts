import { z } from 'zod';
import { calendarFileSchema } from './calendar-file.ts';
import { estateFileSchema } from './estate-file.ts';
import { packFileSchema } from './rules-file.ts';
import { taxonomyFileSchema } from './taxonomy-file.ts';

const FORMS = {
  estate: { schema: estateFileSchema, title: 'gongkai: estate.yaml 监测对象' },
  taxonomy: { schema: taxonomyFileSchema, title: 'gongkai: taxonomy.yaml 类别' },
  rules: { schema: packFileSchema, title: 'gongkai: rules/*.yaml 评测指标' },
  calendar: { schema: calendarFileSchema, title: 'gongkai: calendar/*.yaml 放假调休' },
} as const;

/** The names of the forms that configuration files have. */
export type FormName = keyof typeof FORMS;
export const FORM_NAMES = Object.keys(FORMS) as readonly FormName[];

/**
 * The JSON Schema of a form, for editors that complete and check while one types. It is draft 7, which YAML language
 * servers read best, and tells the shape only; what the parts must be to one another is checked when they are loaded.
 */
export function jsonSchema(form: FormName): string {
  const { schema, title } = FORMS[form];
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) }, null, 2)}\n`;
}
