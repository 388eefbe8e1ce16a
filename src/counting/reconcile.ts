import type { Taxonomy } from '../model/estate.ts';
import type { Counts } from './count.ts';

/** Whether the numbers of one count agree with each other, and where they do not, why (核对). */
export interface Reconciliation {
  /** Total = sum of the classes = sum of the categories. */
  readonly agrees: boolean;
  readonly items: number;
  readonly classes: number;
  readonly categories: number;
  readonly uncategorised: number;
  /** Items that serve a key area; the others serve none. */
  readonly keyAreas: number;
  /** Sums over columns and units: more than `items` where several list the same page. */
  readonly columns: number;
  readonly units: number;
  /** One line for people. */
  readonly line: string;
  /** What differs and by how much, in words for people; empty where all agree. */
  readonly differences: readonly string[];
}

/**
 * Sets the sums of a count beside its total: 总数 = 三类之和 = 各类别之和. The class of a category is configuration, and a category may
 * name a class that the taxonomy does not list, so the sums are taken over the taxonomy's own lists and not assumed.
 */
export function reconcile(counts: Counts, taxonomy: Taxonomy, language: 'zh' | 'en'): Reconciliation {
  const words = languages[language];
  const classes = taxonomy.classes.map(({ id, name }) => ({ name, items: counts.classes.get(id) ?? 0 }));
  const sums = {
    items: counts.items,
    classes: sum(classes.map((row) => row.items)),
    categories: sum(taxonomy.categories.map(({ id }) => counts.categories.get(id) ?? 0)),
    keyAreas: sum(taxonomy.keyAreas.map(({ number }) => counts.keyAreas.get(number) ?? 0)),
    columns: sum([...counts.columns.values()]),
    units: sum([...counts.units.values()]),
  };
  const orphans = taxonomy.categories.filter((category) => !taxonomy.classes.some(({ id }) => id === category.class));
  const withoutClass = sums.categories - sums.classes;
  const withoutArea = sum([...counts.keyAreas.values()]) - sums.keyAreas;
  const differences = [
    ...(counts.uncategorised > 0 ? [words.uncategorised(counts.uncategorised)] : []),
    ...(withoutClass > 0
      ? [
          words.withoutClass(
            withoutClass,
            orphans.map(({ name }) => name),
          ),
        ]
      : []),
    ...(withoutArea > 0 ? [words.withoutArea(withoutArea)] : []),
  ];
  const line = lineOf(sums, classes, language);
  return { agrees: differences.length === 0, ...sums, uncategorised: counts.uncategorised, line, differences };
}

/** The line of a reconciliation in a reader's language; `classes` with their names in it. */
export function lineOf(sums: Sums, classes: readonly { readonly name: string; readonly items: number }[], language: 'zh' | 'en'): string {
  return languages[language].line(sums, classes.map(({ name, items }) => `${name} ${items}`).join(' + '));
}

interface Sums {
  readonly items: number;
  readonly classes: number;
  readonly categories: number;
  readonly keyAreas: number;
  readonly columns: number;
}

const languages = {
  zh: {
    uncategorised: (count: number) => `${count} 条信息没有类别，只计入总数，不在任何一类之中`,
    withoutClass: (count: number, names: readonly string[]) => `${count} 条信息的类别没有归入三大类：${names.join('、')}`,
    withoutArea: (count: number) => `${count} 条信息的类别指向未列出的重点领域`,
    line: ({ items, classes, categories, keyAreas, columns }: Sums, summands: string) =>
      `总数 ${items}；三类之和 ${classes} = ${summands}；各类别之和 ${categories}；重点领域 ${keyAreas}，其余 ${items - keyAreas} 条不属重点领域；` +
      `各栏目之和 ${columns}（同一信息可在多个栏目刊登，多计 ${columns - items} 次）`,
  },
  en: {
    uncategorised: (count: number) => `${count} items have no category: they are in the total and in no class`,
    withoutClass: (count: number, names: readonly string[]) => `${count} items are of categories without a class: ${names.join(', ')}`,
    withoutArea: (count: number) => `${count} items are of categories whose key area is not listed`,
    line: ({ items, classes, categories, keyAreas, columns }: Sums, summands: string) =>
      `total ${items}; classes ${classes} = ${summands}; categories ${categories}; key areas ${keyAreas}, the other ${items - keyAreas} in none; ` +
      `columns ${columns} (an item may stand in several: ${columns - items} counted again)`,
  },
};

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
