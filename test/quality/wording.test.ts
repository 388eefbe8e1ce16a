import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage, listPage, openSmallWorld, type SmallWorld } from './world.ts';

let world: SmallWorld;
beforeAll(async () => {
  world = await openSmallWorld(['gs'], (ago) => ({
    '/': '<html><head><title>门户</title></head><body><p>门户</p></body></html>',
    '/gs/': listPage([
      { href: 'a.html', title: '关于布署春耕生产的通知', day: ago(2) },
      { href: 'b.html', title: '关于征集诗文的公告', day: ago(3) },
      { href: 'c.html', title: '关于部署防汛工作的通知', day: ago(4) },
    ]),
    '/gs/a.html': articlePage('关于布署春耕生产的通知', ago(2), '<p>各镇要再接再励，抓好落实。</p>'),
    '/gs/b.html': articlePage('关于征集诗文的公告', ago(3), '<p>来信写道：“我们再接再励。”原文照登。</p>'),
    '/gs/c.html': articlePage('关于部署防汛工作的通知', ago(4), '<p>各镇要再接再厉，抓好落实。</p>'),
  }));
}, 60_000);
afterAll(() => world?.close());

test('wrong forms are told with their surroundings, what is quoted is not, and a page that was mended is looked at again', async () => {
  const [found, ...more] = world.found(await world.audit(), 'wording');
  expect(more).toEqual([]);
  expect(found).toMatchObject({ url: expect.stringMatching(/a\.html$/), severity: 'minor', certainty: 'sure' });
  expect(found!.message).toContain('“布署”应为“部署”');
  expect(found!.message).toContain('“再接再励”应为“再接再厉”');
  world.put('/gs/a.html', articlePage('关于部署春耕生产的通知', world.ago(2), '<p>各镇要再接再厉，抓好落实。</p>'));
  const [after] = world.found(await world.audit(), 'wording');
  // The list still shows the wrong title.
  expect(after?.message ?? '').not.toContain('再接再励');
});
