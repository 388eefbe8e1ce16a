import { describe, expect, it } from 'vitest';
import type { FunctionLook, Post, PostDelivery, ToldMessage } from '../../../src/model/media.ts';
import type { Store } from '../../../src/store/store.ts';
import { march } from '../records.ts';

export function postContract(store: () => Store): void {
  describe('posts of new media', () => {
    const delivery = (id: string, account: string, day: number): PostDelivery => ({
      ...{ id, account, via: 'file', at: march(day), by: '王芳', source: '导出.csv', fault: null, named: null },
      ...{ from: '2024-03-01', until: `2024-03-0${day}`, posts: 2 },
    });
    const post = (title: string, publishedAt: string, url: string | null = null): Post => ({
      ...{ title, publishedOn: publishedAt.slice(0, 10), publishedAt, url, original: null },
    });
    const whole = { from: '2024-01-01', to: '2024-12-31' };

    it('one that comes again by another way counts once, by its address or by title and time', async () => {
      const first = [post('早安', '2024-03-01T08:00:00+08:00'), post('春耕', '2024-03-02', 'http://a.example/1')];
      expect(await store().posts.record(delivery('p1', 'once', 2), first)).toBe(2);
      const again = [
        post('早安', '2024-03-01', 'http://a.example/0'),
        post('春耕', '2024-03-02T09:00:00+08:00'),
        post('春耕', '2024-03-02', 'http://a.example/1'),
      ];
      expect(await store().posts.record(delivery('p2', 'once', 3), again)).toBe(0);
      expect(await store().posts.count('once', whole)).toBe(2);
    });

    it('two of one title and day are two where addresses or times tell them apart', async () => {
      const posts = [
        post('早安', '2024-03-01T08:00:00+08:00'),
        post('早安', '2024-03-01T20:00:00+08:00'),
        post('通知', '2024-03-01', 'http://a.example/1'),
        post('通知', '2024-03-01', 'http://a.example/2'),
      ];
      expect(await store().posts.record(delivery('t1', 'twice', 2), posts)).toBe(4);
      expect((await store().posts.list('twice', whole, 2)).map(({ publishedAt }) => publishedAt)).toEqual([
        '2024-03-01T20:00:00+08:00',
        '2024-03-01T08:00:00+08:00',
      ]);
    });

    it('those that share an address are several, in one piece and in pieces, and each is known again', async () => {
      const home = 'http://h5.example/#/home';
      const days = ['2024-03-01', '2024-03-05', '2024-03-09', '2024-03-20'];
      const all = days.map((day, place) => post(`第${place}期`, `${day}T09:00:00+08:00`, home));
      expect(await store().posts.record(delivery('s1', 'home', 2), all.slice(0, 2))).toBe(2);
      expect(await store().posts.record(delivery('s2', 'home', 3), all.slice(2, 3))).toBe(1);
      expect(await store().posts.record(delivery('s3', 'home', 4), all)).toBe(1);
      expect(await store().posts.record(delivery('s4', 'home', 5), all)).toBe(0);
      expect(await store().posts.newest('home', '2024-12-31')).toBe('2024-03-20');
    });

    it('one under its address with another title and another day is another one', async () => {
      await store().posts.record(delivery('r1', 'redated', 2), [post('征集公告', '2024-03-01', 'http://a.example/1')]);
      expect(await store().posts.record(delivery('r2', 'redated', 3), [post('征集结果', '2024-06-07', 'http://a.example/1')])).toBe(1);
      expect(await store().posts.record(delivery('r3', 'redated', 4), [post('征集结果', '2024-06-07', 'http://a.example/1')])).toBe(0);
      expect(await store().posts.count('redated', whole)).toBe(2);
    });

    it('one is known by its own id on a later day, whatever its address', async () => {
      const one = { ...post('春耕', '2024-03-02T09:00:00+08:00', 'http://a.example/1'), id: 'tag:a.example,2024:7' };
      await store().posts.record(delivery('i1', 'ids', 2), [one]);
      const later = { ...post('春耕', '2024-05-02T09:00:00+08:00', 'http://a.example/other'), id: one.id };
      expect(await store().posts.record(delivery('i2', 'ids', 3), [later])).toBe(0);
    });

    it('the newest is the newest not after a day, and deliveries are remembered in order, those too that brought nothing', async () => {
      await store().posts.record(delivery('n1', 'newest', 2), [post('甲', '2024-03-01'), post('乙', '2024-03-08')]);
      await store().posts.record({ ...delivery('n2', 'newest', 3), fault: { zh: '超时', en: 'timed out' }, from: null, posts: 0 }, []);
      expect(await store().posts.newest('newest', '2024-03-07')).toBe('2024-03-01');
      expect(await store().posts.newest('newest', '2024-02-07')).toBeNull();
      expect((await store().posts.deliveries('newest')).map(({ id, fault }) => [id, fault])).toEqual([
        ['n1', null],
        ['n2', { zh: '超时', en: 'timed out' }],
      ]);
    });

    it('a message handed in twice is one, answered once anybody said so, and told of until the later day', async () => {
      const message = (of: Partial<ToldMessage>): ToldMessage => ({
        ...{ account: 'm', subject: 'A1', receivedOn: '2024-03-01', answeredOn: null, until: '2024-03-05' },
        ...{ via: 'file', at: march(5), by: '王芳', source: '留言.csv', ...of },
      });
      await store().posts.tellMessages([message({}), message({ subject: 'A2' })]);
      await store().posts.tellMessages([message({ answeredOn: '2024-03-07', until: '2024-03-08', at: march(8) })]);
      await store().posts.tellMessages([message({ until: '2024-03-04', at: march(9), source: '旧.csv' })]);
      await store().posts.tellMessages([]);
      expect(await store().posts.messages('m', '2024-03-01')).toMatchObject([
        { subject: 'A1', answeredOn: '2024-03-07', until: '2024-03-08' },
        { subject: 'A2', answeredOn: null, until: '2024-03-05' },
      ]);
      expect(await store().posts.messages('m', '2024-03-02')).toEqual([]);
    });

    it('the last word of a day on a function counts, of each way', async () => {
      const word = (of: Partial<FunctionLook>): FunctionLook => ({
        ...{
          account: 'f',
          function: '留言',
          on: '2024-03-05',
          via: 'form',
          works: false,
          at: march(5),
          by: '王芳',
          detail: '打不开',
          ...of,
        },
      });
      await store().posts.tellFunction(word({}));
      await store().posts.tellFunction(word({ works: true, detail: null }));
      await store().posts.tellFunction(word({ via: 'probe', by: null }));
      await store().posts.tellFunction(word({ on: '2024-03-01' }));
      expect((await store().posts.functionLooks('f')).map(({ on, via, works }) => [on, via, works])).toEqual([
        ['2024-03-01', 'form', false],
        ['2024-03-05', 'form', true],
        ['2024-03-05', 'probe', false],
      ]);
    });
  });
}
