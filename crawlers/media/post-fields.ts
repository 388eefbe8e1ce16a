import type { Post, PostColumns } from '../../src/model/media.ts';
import { maskLine } from '../../src/privacy/personal-data.ts';
import { canonicalUrl } from '../reading/urls.ts';
import { postInstant } from './post-instant.ts';

/** What a post is made of, as exports name it. */
export const POST_FIELDS = ['title', 'time', 'url', 'original', 'id'] as const;
export type PostField = (typeof POST_FIELDS)[number];

/** Names of the fields in exports of platforms and in feeds' JSON, best first; compared without spaces, case and brackets. */
const NAMES: Readonly<Record<PostField, readonly string[]>> = {
  title: [
    ...['文章标题', '内容标题', '图文标题', '作品标题', '视频标题', '作品名称', '标题', '主题', '题目', '微博内容', '微博正文', '正文'],
    ...['内容', '作品描述', '描述', '名称', 'title', 'caption', 'content', 'contenttext', 'text', 'desc', 'description', 'name'],
  ],
  time: [
    ...['发布时间', '发表时间', '推送时间', '群发时间', '发送时间', '发布日期', '发表日期', '推送日期', '首次发布时间', '时间', '日期'],
    ...['publishedat', 'publishedon', 'publishtime', 'publishdate', 'pubdate', 'pubtime', 'datepublished', 'published', 'posttime'],
    ...['postedat', 'createdat', 'createtime', 'sendtime', 'updatetime', 'time', 'date', 'datetime'],
  ],
  url: [
    ...['内容链接', '文章链接', '作品链接', '微博链接', '原文链接', '内容url', '链接地址', '链接', '网址', '地址', 'url', 'link', 'href'],
    ...['contenturl', 'articleurl', 'shareurl', 'permalink'],
  ],
  original: ['是否原创', '原创类型', '原创', '文章类型', '内容类型', '转载类型', 'original', 'isoriginal', 'copyright'],
  id: [
    ...['文章id', '图文id', '作品id', '视频id', '微博id', '内容id', '帖子id', '消息id', '图文消息id', '文章编号', '作品编号', '内容编号'],
    ...['guid', 'aid', 'articleid', 'awemeid', 'itemid', 'photoid', 'weiboid', 'postid', 'idstr', 'mid', 'msgid', 'appmsgid', 'id'],
  ],
};

/** Ids of platforms are longer than the numbers of rows, and shorter than this. */
const ID_LENGTH = { from: 6, to: 500 };

/** Longest title that is kept: a microblog's text stands for its title. */
const LONGEST_TITLE = 300;

/**
 * Which field a column of an export is, and how good a name it has for it (0 is best of the usual ones, -1 one that somebody wrote down for
 * the platform); null where it is none.
 */
export function fieldNamed(head: string, own: PostColumns = {}): { readonly field: PostField; readonly rank: number } | null {
  const plain = plainHead(head);
  const told = POST_FIELDS.find((field) => own[field]?.some((name) => plainHead(name) === plain));
  if (told !== undefined) return { field: told, rank: -1 };
  for (const field of POST_FIELDS) {
    const rank = NAMES[field].indexOf(plain);
    if (rank >= 0) return { field, rank };
  }
  return null;
}

/** A head of a table or a key without what only surrounds its words. */
export function plainHead(head: string): string {
  return head
    .toLowerCase()
    .replace(/[(（[【].{0,40}?[)）\]】]/g, '')
    .replace(/[\s_\-:：*]/g, '');
}

/** A post of what stands in its fields; or, in words for people, why it is none. */
export function postOf(fields: Readonly<Partial<Record<PostField, unknown>>>): Post | { readonly zh: string; readonly en: string } {
  const title = plainTitle(fields.title);
  if (title === '') return { zh: '没有标题', en: 'no title' };
  const instant = postInstant(fields.time);
  if (instant === null) {
    const given = plainTitle(fields.time).slice(0, 40);
    return given === '' ? { zh: '没有发布时间', en: 'no time' } : { zh: `发布时间看不懂：${given}`, en: `not a time: ${given}` };
  }
  const url = typeof fields.url === 'string' ? canonicalUrl(fields.url, 'http://invalid.invalid/') : null;
  const id = idOf(fields.id);
  return {
    ...{ title, ...instant, url: url?.startsWith('http://invalid.invalid/') ? null : url, original: originality(fields.original) },
    ...(id !== null && { id }),
  };
}

/** The id that a platform or feed gave; null where it is none, or the mere number of a row. */
function idOf(value: unknown): string | null {
  // A number that a program could not hold exactly is another post's too.
  if (typeof value !== 'string' && !Number.isSafeInteger(value)) return null;
  const id = String(value).trim();
  return id.length < ID_LENGTH.from || id.length > ID_LENGTH.to ? null : id;
}

function plainTitle(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value)
    .replace(/<[^<>]{0,1000}>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const masked = maskLine(text);
  return masked.length > LONGEST_TITLE ? `${masked.slice(0, LONGEST_TITLE - 1)}…` : masked;
}

function originality(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).trim().toLowerCase();
  if (/^(?:原创|是|1|true|yes|original)$/.test(text)) return true;
  return /^(?:转载|转发|转帖|非原创|否|0|false|no|repost|reprint)$/.test(text) ? false : null;
}
