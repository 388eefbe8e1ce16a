import type { CategoryId, Taxonomy } from '../model/estate.ts';
import { categoryKnowledge } from './knowledge/index.ts';
import { words } from './title-rules.ts';

/** What a column's name, path, type and address say of its category. */
export interface ColumnEvidence {
  /** Log-odds of each category of the taxonomy, in its order. */
  readonly scores: Float64Array;
  readonly reasons: readonly string[];
}

/** What is known of a column. */
export interface ColumnInput {
  readonly name: string | null;
  /** Menu path, its own name last. */
  readonly path?: readonly string[] | undefined;
  readonly url?: string | null | undefined;
  /** The page's `ColumnType` meta element. */
  readonly columnType?: string | null | undefined;
}

export interface ColumnRules {
  /** null where neither name, path, type nor address say anything. */
  read(input: ColumnInput): ColumnEvidence | null;
}

/** Log-odds by the kind of evidence. */
const WHOLE_NAME = 6;
const END_OF_NAME = 5;
const WITHIN_NAME = 3;
const FROM_PARENT = 0.4;
const FROM_TYPE = 0.5;
const OWN_PATH_WORD = 3;
const PARENT_PATH_WORD = 1;

/** `广水新闻`, `城口动态`: a place and one of these, which alone are in the lists of names. */
const AFTER_PLACE: readonly (readonly [RegExp, CategoryId])[] = [
  [/^(走进|认识|魅力|印象)[\u4e00-\u9fa5]{2,6}$/, 'overview'],
  [/^今日[\u4e00-\u9fa5]{2,6}$/, 'local-news'],
  [/^[\u4e00-\u9fa5]{2,4}(新闻|要闻|动态|时政)$/, 'local-news'],
  [/^(视频|影像|电视|航拍)[\u4e00-\u9fa5]{2,4}$/, 'video-news'],
];

/** Reads columns by the names of the taxonomy and of our knowledge. */
export function createColumnRules(taxonomy: Taxonomy): ColumnRules {
  const order = new Map(taxonomy.categories.map((category, index) => [category.id, index]));
  const names = new Map<string, number>();
  const paths = new Map<string, number>();
  const learn = (map: Map<string, number>, word: string, index: number) => {
    if (!map.has(word)) map.set(word, index);
  };
  taxonomy.categories.forEach((category, index) => {
    learn(names, cleanName(category.name), index);
    for (const name of category.columnNames) learn(names, cleanName(name), index);
  });
  for (const { category, columns, paths: initials } of categoryKnowledge) {
    const index = order.get(category);
    if (index === undefined) continue;
    for (const name of words(columns)) learn(names, name, index);
    for (const word of words(initials)) learn(paths, word, index);
  }

  return {
    read({ name, path = [], url, columnType }) {
      const scores = new Float64Array(order.size);
      const reasons: string[] = [];
      const add = (index: number, weight: number, reason: string) => {
        scores[index] = (scores[index] as number) + weight;
        reasons.push(`${reason}，属于“${taxonomy.categories[index]?.name}”`);
      };
      const levels = (name ?? '').split(/\s{0,20}(?:>>?|»|＞|\/)\s{0,20}/).filter((level) => level !== '');
      const own = levels.pop();
      const found = own ? recognise(cleanName(own)) : null;
      if (found) add(found.index, found.weight, `栏目“${own}”`);
      for (const parent of [...path.slice(0, -1), ...levels]) {
        const above = recognise(cleanName(parent));
        if (above && above.weight > WITHIN_NAME) add(above.index, above.weight * (found ? FROM_PARENT : 0.8), `上级栏目“${parent}”`);
      }
      const type = columnType ? recognise(cleanName(columnType)) : null;
      if (type) add(type.index, type.weight * FROM_TYPE, `页面标注的栏目类型“${columnType}”`);
      const segments = url ? segmentsOf(url) : [];
      segments.forEach((segment, at) => {
        const index = paths.get(segment);
        if (index !== undefined) {
          add(index, at === segments.length - 1 ? OWN_PATH_WORD : PARENT_PATH_WORD, `网址路径“/${segment}/”`);
        }
      });
      return reasons.length > 0 ? { scores, reasons } : null;
    },
  };

  function recognise(name: string): { index: number; weight: number } | null {
    const whole = names.get(name);
    if (whole !== undefined) return { index: whole, weight: WHOLE_NAME };
    for (let from = 1; from <= name.length - 2; from += 1) {
      const end = names.get(name.slice(from));
      if (end !== undefined && name.length - from >= 3) return { index: end, weight: END_OF_NAME };
    }
    for (const [pattern, category] of AFTER_PLACE) {
      const index = order.get(category);
      if (index !== undefined && pattern.test(name)) return { index, weight: END_OF_NAME };
    }
    for (let length = name.length - 1; length >= 2; length -= 1) {
      for (let from = name.length - length; from >= 0; from -= 1) {
        const part = names.get(name.slice(from, from + length));
        if (part !== undefined) return { index: part, weight: WITHIN_NAME };
      }
    }
    return null;
  }
}

/** A column's name without white space, brackets, dots, counts and `更多`; at most 24 characters of it. */
function cleanName(name: string): string {
  return name.replace(/[\s\u3000（）()【】[\]“”"《》·.:：>»|0-9]+|更多$/g, '').slice(0, 24);
}

/** The directories of an address as words: lower case, without digits and marks at their ends; file and host left out. */
function segmentsOf(url: string): string[] {
  const path = url.replace(/^[a-z]+:\/\//i, '').split(/[?#]/, 1)[0] as string;
  return path
    .split('/')
    .slice(1, -1)
    .slice(0, 12)
    .map((segment) => segment.toLowerCase().replace(/[\d_-]{1,100}$/, ''))
    .filter((segment) => /^[a-z]{2,20}$/.test(segment));
}
