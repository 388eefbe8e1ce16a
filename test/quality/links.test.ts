import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlePage, listPage, openSmallWorld, type SmallWorld } from './world.ts';

const BETTING =
  '<html><head><title>新葡京娱乐城_真人荷官在线</title></head><body><p>百家乐 老虎机 注册送彩金</p><p>体育投注平台</p></body></html>';
const WARNING =
  '<html><head><title>警方打击网络赌博：百家乐、老虎机都是骗局</title></head><body><p>公安机关开展专项行动，涉赌平台博彩网站被查处，娱乐城关停。</p></body></html>';
const ROWS = [1, 2, 3, 4, 5, 6].map((at) => `<li><a href="/gs/${at}.html">关于第${at}号事项的公示公告</a><span>DAY</span></li>`).join('');

/** Links at fault, and as many that only look like it. */
function homePage(foreign: string, day: string): string {
  const links = {
    'old/guide.html': '办事指南',
    'zwgk/2016/0301.html': '旧文件',
    'file/notice.pdf': '公告.pdf',
    'broken/': '数据开放',
    [`${foreign}/betting`]: '友情链接',
    'new-guide/': '新办事指南',
    'old-list.html': '已搬家的栏目',
    'file/real.pdf': '年报.pdf',
    'file/roll.xls': '名单.xls',
    'guarded/': '政务服务网',
    'slow/': '测试',
    [`${foreign}/warning`]: '反赌宣传',
    'mailto:x@x.test': '邮箱',
  };
  const menu = Object.entries(links).map(([href, name]) => `<a href="${href}">${name}</a>`);
  const form = '<form action="/search/"><input type="hidden" name="site" value="1"><input type="text" name="q"></form>';
  return `<html><head><title>门户</title></head><body>${menu.join(' ')}${form}<ul>${ROWS.replaceAll('DAY', day)}</ul></body></html>`;
}

let world: SmallWorld;
beforeAll(async () => {
  world = await openSmallWorld(['gs'], (ago, origin) => {
    const foreign = origin.replace('127.0.0.1', 'localhost');
    const titles = [1, 2, 3, 4, 5, 6];
    return {
      '/': homePage(foreign, ago(2)),
      '/gs/': listPage(titles.map((at) => ({ href: `${at}.html`, title: `关于第${at}号事项的公示公告`, day: ago(at) }))),
      ...Object.fromEntries(titles.map((at) => [`/gs/${at}.html`, articlePage(`关于第${at}号事项的公示公告`, ago(at), '<p>见附件。</p>')])),
      '/gs/1.html': articlePage('关于第1号事项的公示公告', ago(1), '<p>附件：<a href="/file/lost.docx">名单.docx</a></p>'),
      '/zwgk/2016/0301.html': { status: 302, location: '/' },
      '/file/notice.pdf': '<!DOCTYPE html><html><body>请登录</body></html>',
      '/broken/': { status: 500, body: 'error' },
      '/betting': BETTING,
      '/new-guide/': '<html><body>新指南</body></html>',
      '/old-list.html': { status: 301, location: '/new-guide/' },
      '/file/real.pdf': { type: 'application/pdf', body: '%PDF-1.4' },
      '/file/roll.xls': { body: '<html><table><tr><td>名单</td></tr></table></html>' },
      '/guarded/': { status: 403, body: 'no' },
      '/slow/': '<html><body>好的</body></html>',
      '/warning': WARNING,
      '/search/?site=1&q=%E9%80%9A%E7%9F%A5': { status: 404, body: '页面不存在' },
    };
  });
}, 60_000);
afterAll(() => world?.close());

const linksIn = (evidence: readonly string[]) =>
  evidence
    .filter((line) => line.includes(' → '))
    .map((line) => line.replaceAll(world.origin, '').replace(/^(\S+) → .*?(\/\S+).*/, '$1 $2'));

test('one look proves nothing', async () => {
  const first = await world.audit();
  expect(world.found(first, 'dead-links')).toEqual([]);
  expect(world.found(first, 'hijacked-links')).toEqual([]);
});

test('neither does another of the same day, whatever day it judges', async () => {
  for (const judging of [0, -1, 1]) expect(world.found(await world.audit(0, judging), 'dead-links'), `${judging}`).toEqual([]);
});

test('what two days agree on is told, with the page that shows it; being turned away, moved well, and looking odd are not', async () => {
  const second = await world.audit(1);
  const [dead, ...more] = world.found(second, 'dead-links');
  expect(more).toEqual([]);
  expect(linksIn(dead!.evidence).sort()).toEqual([
    '/ /broken/',
    '/ /file/notice.pdf',
    '/ /old/guide.html',
    '/ /search/?site=1&q=%E9%80%9A%E7%9F%A5',
    '/ /zwgk/2016/0301.html',
    '/gs/1.html /file/lost.docx',
  ]);
  expect(dead!.message).toContain('4 个链接打不开， 1 个链接只打开了网站首页， 1 个附件打开的不是文件');
  const [hijacked, ...others] = world.found(second, 'hijacked-links');
  expect(others).toEqual([]);
  expect(hijacked!.evidence[0]).toContain('/betting');
  expect(hijacked!.severity).toBe('major');
});

test('what was mended, or taken off its page, is found no more', async () => {
  world.put('/old/guide.html', '<html><body>指南</body></html>');
  world.put('/broken/', '<html><body>数据</body></html>');
  world.put('/gs/1.html', articlePage('关于第1号事项的公示公告', world.ago(1), '<p>附件已并入正文。</p>'));
  const [dead] = world.found(await world.audit(2), 'dead-links');
  expect(linksIn(dead!.evidence).sort()).toEqual([
    '/ /file/notice.pdf',
    '/ /search/?site=1&q=%E9%80%9A%E7%9F%A5',
    '/ /zwgk/2016/0301.html',
  ]);
});

test('what is alive is left in peace for a week, and what is proved to be at fault for three days', async () => {
  const askedOn = async (day: number) => {
    const before = world.asked.length;
    await world.audit(day);
    return world.asked.slice(before);
  };
  const next = await askedOn(3);
  expect(next).not.toContain('/new-guide/');
  expect(next).not.toContain('/file/notice.pdf');
  expect(await askedOn(5)).toContain('/file/notice.pdf');
});
