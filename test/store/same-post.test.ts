import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../src/model/media.ts';
import { type KeyedPost, newPosts } from '../../src/store/same-post.ts';

const post = (title: string, publishedAt: string, url: string | null = null, id?: string): Post => ({
  ...{ title, publishedOn: publishedAt.slice(0, 10), publishedAt, url, original: null },
  ...(id !== undefined && { id }),
});
/** What a store keeps of posts: no id beside the key. */
const kept = (posts: readonly KeyedPost[]): KeyedPost[] => posts.map(({ id: _, ...rest }) => rest);
const ARTICLE = 'http://mp.example/s?__biz=Mz&mid=22&idx=1&sn=ab';

describe('posts of one delivery', () => {
  it.each([
    ['the home of an account', 'https://mp.example/', undefined],
    ['a page that is filled anew', 'https://h5.example/weather?city=1#/today', undefined],
    ['an id that is no entry’s own', null, 'channel-20031'],
    ['a link that is its id too', 'https://h5.example/', 'https://h5.example/'],
  ])('are several where they share %s', (_, url, id) => {
    const posts = ['01', '02', '03'].map((day) => post('每日天气', `2024-03-${day}T08:00:00+08:00`, url, id));
    expect(newPosts(posts, [])).toHaveLength(3);
    // A reading that holds the newest alone.
    const next = post('每日天气', '2024-03-04T08:00:00+08:00', url, undefined);
    expect(newPosts([next], kept(newPosts(posts, [])))).toHaveLength(1);
  });

  it('are one where only marks of who shared them differ, and where only the address does', () => {
    const at = '2024-03-05T09:00:00+08:00';
    const same = [`${ARTICLE}&chksm=1f&scene=27#rd`, `${ARTICLE}&mpshare=1&sharer_shareinfo=x&scene=1`, ARTICLE, 'http://other.example/9'];
    expect(
      newPosts(
        same.map((url) => post('春耕', at, url)),
        [],
      ),
    ).toHaveLength(1);
    expect(
      newPosts(
        same.slice(0, 3).map((url) => post('春耕', '2024-03-05', url)),
        [],
      ),
    ).toHaveLength(1);
  });

  it('are told apart by what of an address says which they are, and by their ids', () => {
    const other = ARTICLE.replace('idx=1', 'idx=2');
    expect(newPosts([post('通知', '2024-03-05', ARTICLE), post('通知', '2024-03-05', other)], [])).toHaveLength(2);
    const numbered = ['wx-100001', 'wx-100002', 'wx-100002'].map((id) => post('通知', '2024-03-05', null, id));
    expect(newPosts(numbered, [])).toHaveLength(2);
  });
});

describe('a post that is known', () => {
  const first = kept(newPosts([post('春耕备耕', '2024-03-05T09:00:00+08:00', `${ARTICLE}&chksm=1`)], []));
  it.each([
    ['its title was corrected', post('春耕备耕正当时', '2024-03-05T09:00:00+08:00', ARTICLE), 0],
    ['its feed rounds its time otherwise', post('春耕备耕', '2024-03-05T09:02:00+08:00', `${ARTICLE}&scene=4`), 0],
    ['its address has another title on another day', post('秋收', '2024-09-05T09:00:00+08:00', ARTICLE), 1],
    ['its address has the same title on another day', post('春耕备耕', '2024-03-06T09:00:00+08:00', ARTICLE), 1],
  ])('is looked at again where %s', (_, again, added) => {
    expect(newPosts([again], first)).toHaveLength(added);
  });

  it('by its own id keeps its day though it is changed later, and another title on another day is none of it', () => {
    const known = kept(newPosts([post('甲', '2024-03-05', null, 'urn:uuid:7')], []));
    expect(newPosts([post('甲', '2024-04-05', null, 'urn:uuid:7')], known)).toEqual([]);
    expect(newPosts([post('乙', '2024-04-05', null, 'urn:uuid:7')], known)).toHaveLength(1);
  });
});

it('whatever is delivered, it adds nothing a second time, every day of it is kept, and no two have one key', () => {
  const some = fc.record({
    title: fc.constantFrom('甲', '乙', '丙'),
    day: fc.constantFrom('2024-03-01', '2024-03-02', '2024-03-03'),
    time: fc.constantFrom('', 'T08:00:00+08:00', 'T20:00:00+08:00'),
    url: fc.constantFrom(null, 'https://a.example/', 'https://a.example/1', 'https://a.example/1?scene=2'),
    id: fc.constantFrom(undefined, 'https://a.example/', 'wx-100001'),
  });
  const posts = fc.array(
    some.map(({ title, day, time, url, id }) => post(title, day + time, url, id)),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(posts, posts, (one, other) => {
      const known = kept(newPosts(one, []));
      const more = newPosts(other, known);
      expect(newPosts(one, known)).toEqual([]);
      expect(new Set([...known, ...more].map(({ key }) => key)).size).toBe(known.length + more.length);
      expect(new Set(one.map(({ publishedOn }) => publishedOn))).toEqual(new Set(known.map(({ publishedOn }) => publishedOn)));
    }),
  );
});
