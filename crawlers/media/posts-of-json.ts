import type { PostColumns } from '../../src/model/media.ts';
import { namesAccount, namesAmong, onlyName } from './account-name.ts';
import { fieldNamed, type PostField, postOf } from './post-fields.ts';
import { type PostsRead, UnreadablePosts } from './posts-read.ts';

/** Deeper than any platform's answer lies. */
const DEEPEST = 12;

type Fields = Partial<Record<PostField, unknown>>;

/**
 * Posts of a platform's JSON, however deep they lie: every object with a title and a time, its own or, where one message holds
 * several articles, that of the object around it.
 * @throws UnreadablePosts where there is none
 */
export function postsOfJson(document: unknown, own: PostColumns): PostsRead {
  const read: { posts: PostsRead['posts'][number][]; skipped: PostsRead['skipped'][number][] } = {
    posts: [],
    skipped: [],
  };
  const names: unknown[] = [];
  let place = 0;
  walk(document, undefined, 0);
  if (read.posts.length === 0 && read.skipped.length === 0) {
    throw new UnreadablePosts('JSON 里没有带标题和发布时间的记录', 'no record with a title and a time in the JSON');
  }
  const told = namesAmong(names);
  return { ...read, madeAt: null, names: told, named: onlyName(told) };

  function walk(value: unknown, around: unknown, depth: number): void {
    if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) walk(one, around, depth + 1);
      return;
    }
    names.push(...Object.entries(value).flatMap(([key, inner]) => (namesAccount(key) ? [inner] : [])));
    const fields = fieldsOf(value, own);
    const time = fields.time ?? around;
    if (typeof fields.title === 'string' && !holdsPosts(value, own)) {
      if (time === undefined && fields.url === undefined) return;
      place += 1;
      const post = postOf({ ...fields, time });
      if ('title' in post) read.posts.push(post);
      else read.skipped.push({ line: place, why: post });
      return;
    }
    for (const inner of Object.values(value)) walk(inner, time, depth + 1);
  }
}

/** Whether an object with a title of its own (a feed, an account) is only what holds the posts. */
function holdsPosts(value: object, own: PostColumns): boolean {
  return Object.values(value).some(
    (inner) => Array.isArray(inner) && inner.some((one) => typeof one === 'object' && one !== null && 'title' in fieldsOf(one, own)),
  );
}

function fieldsOf(value: object, own: PostColumns): Fields {
  const best: Partial<Record<PostField, number>> = {};
  const fields: Fields = {};
  for (const [key, inner] of Object.entries(value)) {
    const named = typeof inner === 'object' ? null : fieldNamed(key, own);
    if (named === null || named.rank >= (best[named.field] ?? Number.POSITIVE_INFINITY)) continue;
    best[named.field] = named.rank;
    fields[named.field] = inner;
  }
  return fields;
}
