import { z } from 'zod';
import type { Category, Taxonomy } from '../model/estate.ts';
import { idField, nameField, patternField, periodOrNoneField } from './fields.ts';
import type { Problem } from './problem.ts';
import { addProblem, checkShape, choose, keys } from './shape.ts';
import type { YamlFile } from './yaml-file.ts';

/** `taxonomy.yaml`: the disclosure categories, the classes they are counted under and the key areas they serve. */
export const taxonomyFileSchema = keys({
  classes: z.array(keys({ id: idField, name: nameField, nameEn: nameField.optional() })).min(1),
  keyAreas: z.array(keys({ number: z.int().min(1).max(99), name: nameField, nameEn: nameField.optional() })),
  categories: z
    .array(
      keys({
        id: idField,
        name: nameField,
        nameEn: nameField.optional(),
        definition: nameField,
        class: idField,
        keyArea: z.int().nullable().default(null),
        /** Where only a part of the category serves its key area: that part and its words. */
        keyAreaSubtype: keys({ id: idField, name: nameField, words: z.array(patternField).min(1) }).optional(),
        /** Longest silence of such a column where the rule pack has no rule for it; `none`: driven by events. */
        period: periodOrNoneField,
        basis: nameField,
        columnNames: z.array(nameField),
        titleWords: z.array(patternField),
        notTitleWords: z.array(patternField).optional(),
      }),
    )
    .min(1),
});

/** Reads the taxonomy; null where something is wrong with it. */
export function readTaxonomyFile(source: YamlFile, problems: Problem[]): Taxonomy | null {
  const before = problems.length;
  const written = checkShape(taxonomyFileSchema, source.value, source, [], problems);
  if (written === null) return null;
  const classes = written.classes.map((one) => one.id);
  const areas = written.keyAreas.map((one) => one.number);
  once(classes, 'classes', 'id');
  once(areas, 'keyAreas', 'number');
  once(
    written.categories.map((one) => one.id),
    'categories',
    'id',
  );
  for (const [index, category] of written.categories.entries()) {
    if (!classes.includes(category.class)) {
      addProblem(
        problems,
        source,
        ['categories', index, 'class'],
        category.class,
        { zh: 'classes 里的一个 id', en: 'an id of classes' },
        choose(category.class, classes),
      );
    }
    if (category.keyArea !== null && !areas.includes(category.keyArea)) {
      const known = areas.join('、');
      addProblem(
        problems,
        source,
        ['categories', index, 'keyArea'],
        category.keyArea,
        { zh: `keyAreas 里的一个 number：${known}`, en: `a number of keyAreas: ${known}` },
        { zh: '改成其中之一，或删去', en: 'take one of them, or leave it out' },
      );
    }
  }
  if (problems.length > before) return null;
  const categories = written.categories.map(
    ({ period, nameEn, keyAreaSubtype, notTitleWords, ...rest }): Category => ({
      ...rest,
      period: period === 'none' ? null : period,
      ...(nameEn === undefined ? {} : { nameEn }),
      ...(keyAreaSubtype === undefined ? {} : { keyAreaSubtype }),
      ...(notTitleWords === undefined ? {} : { notTitleWords }),
    }),
  );
  return { classes: written.classes.map(named), keyAreas: written.keyAreas.map(named), categories };

  function once(ids: readonly (string | number)[], list: string, key: string): void {
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) === index) continue;
      addProblem(
        problems,
        source,
        [list, index, key],
        id,
        { zh: '不重复', en: 'not used twice' },
        { zh: '改成别的，或删去这一项', en: 'change it, or remove this entry' },
      );
    }
  }
}

/** Leaves an English name that nobody wrote out altogether. */
function named<One extends { nameEn?: string | undefined }>({ nameEn, ...rest }: One): Omit<One, 'nameEn'> & { nameEn?: string } {
  return nameEn === undefined ? rest : { ...rest, nameEn };
}
