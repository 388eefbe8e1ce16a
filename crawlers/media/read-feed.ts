import { parseFeed } from 'feedsmith';
import { decodePage } from '../door/decode.ts';
import { canonicalUrl } from '../reading/urls.ts';
import { namesAmong, onlyName } from './account-name.ts';
import { type PostField, postOf } from './post-fields.ts';
import { type PostsRead, UnreadablePosts } from './posts-read.ts';

type Fields = Partial<Record<PostField, unknown>>;

/**
 * Posts of a feed: RSS 0.9 to 2.0, Atom or JSON Feed. An entry of Atom that bears no day of publication counts by its last change.
 * @param url address of the feed, which relative links stand for
 * @throws UnreadablePosts where it is no feed
 */
export function readFeed(bytes: Uint8Array, contentType: string | null, url: string): PostsRead {
  const { title, entries } = partsOf(decodePage(bytes, contentType).text);
  const posts: PostsRead['posts'][number][] = [];
  const skipped: PostsRead['skipped'][number][] = [];
  for (const [index, entry] of entries.entries()) {
    const link = typeof entry.url === 'string' ? canonicalUrl(entry.url, url) : null;
    const post = postOf({ ...entry, url: link });
    if ('title' in post) posts.push(post);
    else skipped.push({ line: index + 1, why: post });
  }
  // When it was made is no word of what it holds: it is made anew though nothing is collected any more.
  const names = namesAmong([title]);
  return { posts, skipped, madeAt: null, names, named: onlyName(names) };
}

/** A feed's own title, which is what it calls the account, and its entries. */
function partsOf(text: string): { readonly title: unknown; readonly entries: Fields[] } {
  const parsed = parsedFeed(text.replace(/^\ufeff/, ''));
  const title = parsed.format === 'atom' ? parsed.feed.title?.value : parsed.feed.title;
  return { title, entries: entriesOf(parsed) };
}

function entriesOf(parsed: ReturnType<typeof parsedFeed>): Fields[] {
  switch (parsed.format) {
    case 'atom':
      return (parsed.feed.entries ?? []).map(({ id, title, summary, links, published, updated }) => ({
        id,
        title: title?.value ?? summary?.value,
        url: (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href,
        time: published ?? updated,
      }));
    case 'json':
      return (parsed.feed.items ?? []).map((item) => ({
        id: item.id,
        title: item.title ?? item.summary ?? item.content_text ?? item.content_html,
        url: item.url ?? item.external_url,
        time: item.date_published ?? item.date_modified,
      }));
    case 'rdf':
      return (parsed.feed.items ?? []).map(({ title, link, dc }) => ({ title, url: link, time: dc?.dates?.[0] }));
    case 'rss':
      return (parsed.feed.items ?? []).map(({ guid, title, description, link, pubDate, dc }) => ({
        id: guid?.value,
        title: title ?? description,
        url: link,
        time: pubDate ?? dc?.dates?.[0],
      }));
  }
}

function parsedFeed(text: string) {
  try {
    return parseFeed(text);
  } catch {
    throw new UnreadablePosts('不是 RSS、Atom 或 JSON Feed', 'neither RSS nor Atom nor JSON Feed');
  }
}
