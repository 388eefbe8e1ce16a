import { z } from 'zod';
import { SCHEDULED_KINDS } from '../model/paper.ts';
import { timeField } from './fields.ts';
import type { Problem } from './problem.ts';
import { checkShape, keys } from './shape.ts';
import type { YamlFile } from './yaml-file.ts';

/** Days of the week, Sunday first, as configuration names them. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** The form of `schedule:` in `estate.yaml`: what is done by itself, and when, in the estate's time zone. */
export const scheduleSchema = keys({
  /** The nightly audit; `null`: audits are started by people only. */
  audit: keys({
    at: timeField.default('19:00'),
    /** Days on which it begins: every day, or working days as the calendar has them. */
    on: z.enum(['every-day', 'working-days']).default('every-day'),
    /** It ends by then, on the same day or the next one, whatever was not reached. */
    until: timeField.default('07:30'),
  })
    .nullable()
    .prefault({}),
  /** The weekly report to the supervising office; `null`: none. It comes on the first working day from `on`. */
  report: keys({ on: z.enum(WEEKDAYS).default('monday'), at: timeField.default('08:30') })
    .nullable()
    .prefault({}),
  /** Papers that begin by themselves as drafts: on the first working day after the period that their kind tells of. */
  papers: z.array(z.enum(SCHEDULED_KINDS)).default([]),
});
/** What is done by itself, and when. */
export type ScheduleSettings = z.output<typeof scheduleSchema>;

/** Reads `schedule:` of `estate.yaml`; where it is not written, the audit is nightly and the report weekly. */
export function readScheduleSettings(source: YamlFile, problems: Problem[]): ScheduleSettings {
  const written = (source.value as { schedule?: unknown } | null)?.schedule ?? {};
  return checkShape(scheduleSchema, written, source, ['schedule'], problems) ?? scheduleSchema.parse({});
}
