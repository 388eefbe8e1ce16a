import type { Post } from '../model/media.ts';

/** A post that is kept already, or one that is to be, with its key. */
export interface KeyedPost extends Post {
  /** Its own id, its address, or title and moment: whatever tells it from all others of its account. */
  readonly key: string;
}

/** Query keys by which platforms mark who shared an article, where it was opened and in what app. */
const SHARING =
  /^(?:chksm|scene|subscene|ascene|mpshare|sharer_?\w{0,30}|share_?\w{0,30}|srcid|exportkey|pass_ticket|wx_header|uin|devicetype|nettype|abtest_cookie|session_us|sessionid|clicktime|enterid|poc_token|from|isappinstalled|utm_\w{1,30})$/i;

/**
 * Addresses and ids by which posts may be known again, without what only says who shared them. An id that is an address is one: feeds give
 * their entries' links as ids.
 */
function marksOf({ id, url }: Post): string[] {
  return [...new Set([id, url].flatMap((mark) => (mark === null || mark === undefined ? [] : [plainMark(mark)])))];
}

const isAddress = (mark: string) => /^https?:\/\//i.test(mark);

/** A fragment is a place in a page, unless it is a route of a program. */
const PLACE = /#(?!!?\/).*$/s;

function plainMark(mark: string): string {
  if (!isAddress(mark)) return mark;
  return mark
    .replace(PLACE, '')
    .replace(/(?<=[?&])([^=&#]*)(?:=[^&#]*)?(?:&|(?=#)|$)/g, (pair, key: string) => (SHARING.test(key) ? '' : pair))
    .replace(/[?&](?=#|$)/, '');
}

/** Keys under which posts of a delivery may be kept already, whatever their day. */
export function possibleKeys(delivered: readonly Post[]): string[] {
  return delivered.flatMap((post) => [...marksOf(post), ...(post.url === null ? [] : [post.url])]);
}

/**
 * Posts of a delivery that are neither known nor twice in it, each with its key.
 *
 * One title at one moment is one post. Beyond that an own id comes before an address, and neither proves anything where it stands beside
 * several posts: an account's home, a page that is filled anew each day. To take two posts for one hides that an account is at work, which
 * is worse than to count one twice: an address with another day is therefore always another post.
 * @param known what is kept of the delivery's days, and under its {@link possibleKeys} and addresses
 */
export function newPosts(delivered: readonly Post[], known: readonly KeyedPost[]): KeyedPost[] {
  const shared = new Set([...sharedMarks(delivered), ...sharedMarks(known)]);
  const proving = (post: Post) => marksOf(post).filter((mark) => !shared.has(mark));
  const likes = new Map<string, Post[]>();
  const byMark = new Map<string, Post[]>();
  const taken = new Set(known.map(({ key }) => key));
  const remember = (post: Post, marks: Iterable<string>) => {
    add(likes, likenessOf(post), post);
    for (const mark of new Set(marks)) add(byMark, mark, post);
  };
  for (const post of known) remember(post, [...marksOf(post), post.key]);
  return delivered.flatMap((post): KeyedPost[] => {
    const marks = proving(post);
    const isKnown =
      likes.get(likenessOf(post))?.some((other) => isOne(post, other)) ||
      marks.some((mark) => byMark.get(mark)?.some((other) => isMarkedAlike(post, other, mark)));
    if (isKnown) return [];
    remember(post, marks);
    const key = keyOf(post, marks, taken);
    taken.add(key);
    return [{ ...post, key }];
  });
}

/** Marks that stand beside posts of several titles or moments. */
function sharedMarks(posts: readonly Post[]): string[] {
  const first = new Map<string, Post>();
  return posts.flatMap((post) =>
    marksOf(post).filter((mark) => {
      const other = first.get(mark);
      if (other === undefined) first.set(mark, post);
      return other !== undefined && (other.title !== post.title || !isOneMoment(post, other));
    }),
  );
}

/** Whether two posts of one title and day are one: not where two times, or without times two addresses or ids, tell them apart. */
function isOne(one: Post, other: Post): boolean {
  if (isTimed(one) && isTimed(other)) return isOneMoment(one, other);
  // What is kept has no id beside its key: files and feeds number the same post each in their own way.
  if (one.id !== undefined && other.id !== undefined && one.id !== other.id) return false;
  return one.url === null || other.url === null || plainMark(one.url) === plainMark(other.url);
}

/** Whether two posts under one mark are one: corrected that day, or, under an id of its own, given another day. */
function isMarkedAlike(one: Post, other: Post, mark: string): boolean {
  const isTitle = one.title === other.title;
  if (!isAddress(mark)) return isTitle || one.publishedOn === other.publishedOn;
  return one.publishedOn === other.publishedOn && (isTitle || isOneMoment(one, other));
}

function isOneMoment(one: Post, other: Post): boolean {
  if (one.publishedOn !== other.publishedOn) return false;
  return !isTimed(one) || !isTimed(other) || one.publishedAt.slice(0, 16) === other.publishedAt.slice(0, 16);
}

const isTimed = ({ publishedAt, publishedOn }: Post) => publishedAt.length > publishedOn.length;

const likenessOf = ({ publishedOn, title }: Post) => `${publishedOn} ${title}`;

function keyOf({ publishedAt, title, url, id }: Post, marks: readonly string[], taken: ReadonlySet<string>): string {
  const plain = `${publishedAt} ${title}`;
  return [...marks, plain].find((key) => !taken.has(key)) ?? [plain, id, url].filter(Boolean).join(' ');
}

function add<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}
