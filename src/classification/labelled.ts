import { createHash } from 'node:crypto';
import type { CategoryId } from '../model/estate.ts';
import type { Sentence } from '../model/sentence.ts';
import { ToldError } from '../model/told-error.ts';
import type { Store } from '../store/store.ts';
import type { LabelledTitle } from './labelled-title.ts';

/** Fields of a line that say where a title stood. */
const PLACES = ['column', 'url', 'unit', 'site'] as const;

/**
 * Reads labelled titles from JSON Lines: `title`, `category` and, where a title is of a more specific category than its column,
 * `specific`; where it stood, as far as it is known, in `column`, `url`, `unit` and `site` (or `origin`). Throws with the line's number
 * where a line is none of that.
 */
export function readLabelledTitles(text: string, categories: readonly CategoryId[]): LabelledTitle[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    let row: Record<string, unknown>;
    try {
      row = JSON.parse(line);
    } catch {
      throw wrongLine({ zh: `第 ${at + 1} 行不是有效的 JSON`, en: `line ${at + 1} is not valid JSON` });
    }
    const category = row.specific ?? row.category;
    if (typeof row.title !== 'string' || typeof category !== 'string' || !categories.includes(category)) {
      throw wrongLine({
        zh: `第 ${at + 1} 行应有 title 和 category（类别表中的 id）`,
        en: `line ${at + 1} needs a title and a category of the taxonomy`,
      });
    }
    const known: Record<string, unknown> = { ...row, site: row.site ?? row.origin };
    const place = Object.fromEntries(PLACES.flatMap((name) => (typeof known[name] === 'string' ? [[name, known[name]]] : [])));
    const also = category === row.category ? {} : { also: row.category as CategoryId };
    return [{ title: row.title, category, ...also, ...place }];
  });
}

function wrongLine(sentence: Sentence): ToldError {
  return new ToldError(sentence, { code: 'labelled-title', side: 'configuration' });
}

/** Titles of items whose category a person set right, by item or by column. */
export async function correctedTitles(store: Pick<Store, 'items' | 'columns' | 'corrections'>): Promise<LabelledTitle[]> {
  const corrections = await store.corrections.list();
  const items = new Set(corrections.flatMap(({ target }) => ('item' in target ? [target.item] : [])));
  const columns = new Set(corrections.flatMap(({ target }) => ('item' in target ? [] : [`${target.site}/${target.column}`])));
  const columnNames = new Map((await store.columns.list()).map((column) => [`${column.site}/${column.id}`, column.name]));
  const titles: LabelledTitle[] = [];
  for await (const item of store.items.stream({})) {
    const corrected = items.has(item.key) || item.columns.some(({ site, column }) => columns.has(`${site}/${column}`));
    if (!corrected) continue;
    const column = item.columns.map((place) => columnNames.get(`${place.site}/${place.column}`)).find((name) => name !== undefined);
    titles.push({ title: item.title, column, url: item.url, site: item.site, category: item.category });
  }
  return titles;
}

/** SHA-256 that changes with any labelled title and where it stood, and with nothing else. */
export function digestOf(titles: readonly LabelledTitle[]): string {
  const hash = createHash('sha256');
  for (const { title, category, also, read, column, url, unit, site } of titles)
    hash.update(`${JSON.stringify([category, also, read, title, column, url, unit, site])}\n`);
  return hash.digest('hex');
}
