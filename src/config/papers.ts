import { z } from 'zod';
import { MEASURES } from '../model/paper.ts';
import type { Problem } from './problem.ts';
import { checkShape, expects, keys } from './shape.ts';
import type { YamlFile } from './yaml-file.ts';

const words = z.string().trim().min(1).max(200);
const points = z.number().positive().max(1000);

/** A row of the score sheet; without `measure` a person scores it. */
const scoreItemSchema = keys({
  /** 一级指标 and 二级指标. */
  group: words,
  name: words,
  points,
  /** What points are taken off for; each deduction opens what it rests on. */
  measure: z.enum(MEASURES).optional(),
  /** Points for each that is counted; not with `punctuality`, which takes the share of days that were not in time. */
  each: points.optional(),
  /** 评分标准 in words; left out: as `measure` says. */
  how: words.optional(),
}).refine(
  ({ measure, each }) => (each === undefined) === (measure === undefined || measure === 'punctuality'),
  expects(
    { zh: '按件计分的 measure 要写 each（每件扣几分），其他不写', en: '`each` where `measure` counts, and nowhere else' },
    { zh: '补上 each，或者去掉它', en: 'add `each`, or leave it out' },
  ),
);

/** The form of `papers:` in `estate.yaml`: what the office's papers look like and count. */
export const papersSchema = keys({
  /** A folder of the office's own Word templates, `KIND.docx`; relative to the directory of the configuration. */
  templates: words.nullable().default(null),
  /** The score sheet (目标考核评分表), row by row; left out: the bundled one of 100 points. */
  score: z.array(scoreItemSchema).min(1).optional(),
});
/** What the office's papers look like and count. */
export type PaperSettings = z.output<typeof papersSchema>;

/** Reads `papers:` of `estate.yaml`. */
export function readPaperSettings(source: YamlFile, problems: Problem[]): PaperSettings {
  const written = (source.value as { papers?: unknown } | null)?.papers ?? {};
  return checkShape(papersSchema, written, source, ['papers'], problems) ?? papersSchema.parse({});
}
