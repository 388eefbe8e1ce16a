import type { PostColumns } from '../../src/model/media.ts';
import { namesAbove, namesAccount, namesAmong, onlyName } from './account-name.ts';
import { fieldNamed, POST_FIELDS, type PostField, postOf } from './post-fields.ts';
import { type PostInstant, postInstant } from './post-instant.ts';
import { type PostsRead, UnreadablePosts } from './posts-read.ts';

/** Rows in which the head of a table is looked for: platforms print the account's name and the period above it. */
const ROWS_ABOVE_HEAD = 20;

/** Posts of a table: its head is the first row that names a title and a time. @throws UnreadablePosts where there is none */
export function postsOfTable(rows: readonly (readonly unknown[])[], own: PostColumns): PostsRead {
  const at = rows.slice(0, ROWS_ABOVE_HEAD).findIndex((row) => isHead(placesOf(row, own)));
  if (at < 0) {
    const seen = (rows.find((row) => row.some((cell) => cell !== null && cell !== '')) ?? []).map(String).join('、').slice(0, 200);
    throw new UnreadablePosts(
      `没有找到表头：要有“标题”和“发布时间”两列；第一行是：${seen}`,
      `no head with a title and a time (标题, 发布时间); the first row reads: ${seen}`,
    );
  }
  const places = placesOf(rows[at]!, own);
  const posts: PostsRead['posts'][number][] = [];
  const skipped: PostsRead['skipped'][number][] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= at || row.every((cell) => cell === null || String(cell).trim() === '')) continue;
    const post = postOf(Object.fromEntries(POST_FIELDS.map((field) => [field, cellOf(row, places.get(field))])));
    if ('title' in post) posts.push(post);
    else skipped.push({ line: index + 1, why: post });
  }
  const named = rows[at]!.findIndex((cell) => typeof cell === 'string' && namesAccount(cell));
  const inRows = named < 0 ? [] : namesAmong(rows.slice(at + 1).map((row) => row[named]));
  const above = rows.slice(0, at);
  const inHead = namesAbove(above);
  const names = [...new Set([...inHead, ...inRows])];
  return { posts, skipped, madeAt: exportedAt(above), names, named: onlyName(inHead) ?? onlyName(inRows) };
}

/** What platforms write above the head of an export: when it was made, and the last of the days that somebody asked for. */
const EXPORTED = /(?:导出|下载|生成)(?:时间|日期)\s?[：:]?\s?(.{0,30})/;
const ASKED_UNTIL =
  /(?:\d\s{0,2}日?\s{0,2}(?:至|到|[-~～—]{1,2})\s{0,2}(?=(?:19|20)\d\d)|(?:结束|截止|终止)(?:时间|日期)\s?[：:]?\s?)(.{0,30})/;

/** Until when an export speaks by the rows above its head: when it was exported, but no later than the days that were asked for; null where they do not say when. */
function exportedAt(above: readonly (readonly unknown[])[]): PostInstant | null {
  const exported = instantSaid(above, EXPORTED);
  const asked = instantSaid(above, ASKED_UNTIL);
  return exported !== null && asked !== null && asked.publishedOn < exported.publishedOn ? asked : exported;
}

/** The moment behind some words: in their own cell, or in the next one. */
function instantSaid(above: readonly (readonly unknown[])[], words: RegExp): PostInstant | null {
  for (const row of above) {
    for (const [place, cell] of row.entries()) {
      const said = typeof cell === 'string' ? words.exec(cell) : null;
      if (said === null) continue;
      const at = postInstant(said[1]!.trim() || row[place + 1]);
      if (at !== null) return at;
    }
  }
  return null;
}

function cellOf(row: readonly unknown[], place: number | undefined): unknown {
  return place === undefined ? null : row[place];
}

function isHead(places: ReadonlyMap<PostField, number>): boolean {
  return places.has('title') && places.has('time');
}

/** Where each field stands; of several columns the one with the best name. */
function placesOf(row: readonly unknown[], own: PostColumns): Map<PostField, number> {
  const best = new Map<PostField, { place: number; rank: number }>();
  for (const [place, cell] of row.entries()) {
    const named = typeof cell === 'string' ? fieldNamed(cell, own) : null;
    if (named !== null && named.rank < (best.get(named.field)?.rank ?? Number.POSITIVE_INFINITY))
      best.set(named.field, { place, rank: named.rank });
  }
  return new Map([...best].map(([field, { place }]) => [field, place]));
}
