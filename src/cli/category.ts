import type { Category, Taxonomy } from '../model/estate.ts';
import { EXIT, Failure } from './failure.ts';

/**
 * The category of an id that somebody gave.
 * @throws Failure with exit status 2 and all ids there are, where there is none of it.
 */
export function categoryNamed(id: string, { categories }: Taxonomy): Category {
  const category = categories.find((one) => one.id === id);
  if (category) return category;
  const known = categories.map((one) => `${one.id}（${one.name}）`).join('、');
  throw new Failure({ zh: `没有类别 ${id}，可用的有：${known}`, en: `no such category, there are: ${known}` }, EXIT.usage);
}
