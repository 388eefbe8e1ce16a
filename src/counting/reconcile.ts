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
export function reconcile(counts: Counts, taxonomy: Taxonomy): Reconciliation {
  const classes = taxonomy.classes.map(({ id, name }) => ({ name, items: counts.classes.get(id) ?? 0 }));
  const classSum = sum(classes.map((row) => row.items));
  const categorySum = sum(taxonomy.categories.map(({ id }) => counts.categories.get(id) ?? 0));
  const areaSum = sum(taxonomy.keyAreas.map(({ number }) => counts.keyAreas.get(number) ?? 0));
  const columnSum = sum([...counts.columns.values()]);
  const unitSum = sum([...counts.units.values()]);

  const differences: string[] = [];
  if (counts.uncategorised > 0) differences.push(`${counts.uncategorised} 条信息没有类别，只计入总数，不在任何一类之中`);
  if (categorySum - classSum !== 0) {
    const orphans = taxonomy.categories.filter((category) => !taxonomy.classes.some(({ id }) => id === category.class));
    differences.push(`${categorySum - classSum} 条信息的类别没有归入三大类：${orphans.map((category) => category.name).join('、')}`);
  }
  const lostAreas = sum([...counts.keyAreas.values()]) - areaSum;
  if (lostAreas > 0) differences.push(`${lostAreas} 条信息的类别指向未列出的重点领域`);

  return {
    agrees: counts.items === classSum && counts.items === categorySum && lostAreas === 0,
    items: counts.items,
    classes: classSum,
    categories: categorySum,
    uncategorised: counts.uncategorised,
    keyAreas: areaSum,
    columns: columnSum,
    units: unitSum,
    line:
      `总数 ${counts.items}；分类之和 ${classSum} = ${classes.map((row) => `${row.name} ${row.items}`).join(' + ')}；` +
      `各类别之和 ${categorySum}；重点领域 ${areaSum}，其余 ${counts.items - areaSum} 条不属重点领域；` +
      `各栏目之和 ${columnSum}（同一信息可在多个栏目刊登，多计 ${columnSum - counts.items} 次）`,
    differences,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
