import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dialectOf, dialects } from '../crawlers/dialects/dialects.ts';
import { decodePage } from '../crawlers/door/decode.ts';
import { readArticle } from '../crawlers/reading/articles/article.ts';
import { findList } from '../crawlers/reading/lists/list.ts';
import { parsePage } from '../crawlers/reading/page.ts';

/*
 * Leave a family of content systems out: its real pages are read with its dialect and without. What drops shows what the generic reader does not know.
 * Run: npx tsx bench/dialects.ts
 */

const PAGES = fileURLToPath(new URL('../../shared/pages/', import.meta.url));
if (!existsSync(PAGES)) {
  console.log('skipped: ../shared/pages is not here');
  process.exit();
}

interface Row {
  pages: number;
  items: number;
  next: number;
  totals: number;
  articles: number;
  bodies: number;
}
const nothing = (): Row => ({ pages: 0, items: 0, next: 0, totals: 0, articles: 0, bodies: 0 });
const table = new Map(dialects.map(({ name }) => [name, { of: nothing(), same: nothing() }]));

for (const file of ['lists', 'articles']) {
  for (const line of readFileSync(`${PAGES}${file}.jsonl`, 'utf8').trim().split('\n')) {
    const gold = JSON.parse(line) as { file: string; url: string };
    const page = parsePage(decodePage(readFileSync(PAGES + gold.file), null).text, gold.url);
    const dialect = dialectOf(page);
    const row = dialect && table.get(dialect.name);
    if (!row) continue;
    if (file === 'articles') {
      const [known, generic] = [readArticle(page, dialect), readArticle(page)];
      row.of.articles++;
      row.same.articles += Number(
        known.title === generic.title && known.publishedAt === generic.publishedAt && known.source === generic.source,
      );
      row.of.bodies++;
      row.same.bodies += Number(known.text === generic.text);
    } else {
      const [known, generic] = [findList(page, dialect).reading, findList(page).reading];
      row.of.pages++;
      row.same.pages += Number(known.state === generic.state);
      row.of.items += known.items.length;
      row.same.items += generic.items.filter((item, n) => JSON.stringify(item) === JSON.stringify(known.items[n])).length;
      row.of.next += Number(known.next.length > 0);
      row.same.next += Number(known.next.length > 0 && JSON.stringify(known.next) === JSON.stringify(generic.next));
      row.of.totals += Number(known.total !== null);
      row.same.totals += Number(known.total !== null && known.total === generic.total);
    }
  }
}
console.log('family      state     rows        next      total     particulars  bodies   (the same without its dialect, of those with it)');
for (const [name, { of, same }] of table) {
  const share = (key: keyof Row) => `${same[key]}/${of[key]}`;
  console.log(
    `${name.padEnd(12)}${share('pages').padEnd(10)}${share('items').padEnd(12)}${share('next').padEnd(10)}${share('totals').padEnd(10)}${share('articles').padEnd(13)}${share('bodies')}`,
  );
}
