/**
 * Accuracy and speed on article pages, side by side with two peers that run here: @mozilla/readability and @extractus/article-extractor, both over linkedom.
 * The pages and their gold lie in ../shared/pages and are never copied. Run: npx tsx bench/articles.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractFromHtml } from '@extractus/article-extractor';
import { Readability } from '@mozilla/readability';
import { load } from 'cheerio/slim';
import { parseHTML } from 'linkedom';
import { decodePage } from '../crawlers/door/decode.ts';
import { readArticle } from '../crawlers/reading/articles/article.ts';
import { wholeDay } from '../crawlers/reading/dates/written.ts';
import { parsePage } from '../crawlers/reading/page.ts';

interface Gold {
  readonly file: string;
  readonly url: string;
  readonly gov: boolean;
  readonly title?: string | null;
  readonly altTitles?: readonly string[];
  readonly publishedOn?: string | null;
  readonly textLength: number;
  readonly grams: { readonly n: number; readonly sample: string };
}
interface Seen {
  readonly title: string | null;
  readonly day: string | null;
  readonly text: string;
}
type Reader = (html: string, url: string) => Seen | Promise<Seen>;

const READERS: Readonly<Record<string, Reader>> = {
  gongkai: (html, url) => {
    const page = parsePage(html, url);
    const { title, publishedAt, text } = readArticle(page);
    return { title, day: publishedAt?.slice(0, 10) ?? null, text };
  },
  '@mozilla/readability': (html) => {
    const { document } = parseHTML(html);
    const seen = new Readability(document as unknown as Document).parse();
    return { title: seen?.title ?? null, day: wholeDay(seen?.publishedTime ?? '')?.day ?? null, text: seen?.textContent ?? '' };
  },
  '@extractus/article-extractor': async (html, url) => {
    const seen = await extractFromHtml(html, url);
    return { title: seen?.title ?? null, day: wholeDay(seen?.published ?? '')?.day ?? null, text: load(seen?.content ?? '').text() };
  },
};

const folder = path.resolve(import.meta.dirname, '../../shared/pages');
if (!existsSync(folder)) {
  console.log('skipped: the reference pages (../shared/pages) are not here');
  process.exit(0);
}
const pages = readFileSync(path.join(folder, 'articles.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Gold)
  .map((gold) => ({ gold, html: decodePage(readFileSync(path.join(folder, gold.file)), null).text }));

const rows = [];
for (const [name, reader] of Object.entries(READERS)) rows.push(await measure(name, reader));
const started = performance.now();
for (const { html } of pages) load(html);
const bare = pages.length / ((performance.now() - started) / 1000);
console.table(rows);
console.log(`${pages.length} pages; cheerio.load alone, htmlparser2 mode: ${bare.toFixed(0)} pages/s`);

async function measure(name: string, reader: Reader) {
  for (const { html, gold } of pages.slice(0, 20)) await attempt(reader, html, gold.url);
  const score = { day: [0, 0], title: [0, 0], body: [0, 0] } as Record<'day' | 'title' | 'body', [number, number]>;
  let elapsed = 0;
  for (const { gold, html } of pages) {
    const begun = performance.now();
    const seen = await attempt(reader, html, gold.url);
    elapsed += performance.now() - begun;
    if (gold.publishedOn !== undefined) add(score.day, seen.day === gold.publishedOn ? 1 : 0);
    if (gold.title !== undefined)
      add(score.title, [gold.title, ...(gold.altTitles ?? [])].some((title) => flat(title) === flat(seen.title)) ? 1 : 0);
    if (gold.textLength >= 40) add(score.body, gramF1(gold, flat(seen.text)));
  }
  const percent = ([sum, of]: [number, number]) => `${((100 * sum) / of).toFixed(1)} %`;
  return {
    reader: name,
    'publication day': percent(score.day),
    title: percent(score.title),
    'body F1': percent(score.body),
    'pages/s': Math.round(pages.length / (elapsed / 1000)),
  };
}

/** A reader that throws has seen nothing. */
async function attempt(reader: Reader, html: string, url: string): Promise<Seen> {
  try {
    return await reader(html, url);
  } catch {
    return { title: null, day: null, text: '' };
  }
}

function add(sum: [number, number], value: number): void {
  sum[0] += value;
  sum[1] += 1;
}

function flat(text: string | null | undefined): string {
  return (text ?? '').replace(/[\s\u200b-\u200d\ufeff]+/g, '').replace(/^\[图\]/, '');
}

/** F1 over distinct character 5-grams, estimated from the 64 smallest FNV-1a hashes that the gold keeps. */
function gramF1(gold: Gold, text: string): number {
  const grams = new Set<number>();
  for (let from = 0; from + 5 <= text.length; from++) {
    let hash = 0x811c9dc5;
    for (let at = from; at < from + 5; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
    grams.add(hash);
  }
  const sample = gold.grams.sample.split(' ').map((gram) => Number.parseInt(gram, 36));
  const recall = sample.filter((gram) => grams.has(gram)).length / sample.length;
  if (grams.size === 0 || recall === 0) return 0;
  const precision = Math.min(1, (recall * gold.grams.n) / grams.size);
  return (2 * precision * recall) / (precision + recall);
}
