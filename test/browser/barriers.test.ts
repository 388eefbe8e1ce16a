import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type PageBrowser } from '../../crawlers/browser/browser.ts';
import { type Door, openDoor } from '../../crawlers/door/door.ts';
import { barriersOf } from '../../jobs/crawl/elements.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { listPage, openSmallWorld } from '../quality/world.ts';
import { openTown } from '../site/town.ts';
import { never, present, SETTINGS } from './support.ts';

const ID = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
const MOBILE = '13812345678';

const page = (body: string, head = '<html lang="zh-CN"><head><meta charset="utf-8"><title>清源市人民政府</title>') =>
  `<!doctype html>${head}</head><body><main>${body}</main></body></html>`;
const FAULTY = page(
  `<img src="/a.png"><img src="/b.png" data-owner="身份证号${ID}" data-call="/call?to=${MOBILE}"><a href="/news/"><i class="arrow"></i></a>
   <input type="text" name="q"><select name="year"><option>2018</option></select><button></button><iframe src="/weather"></iframe>`,
  '<html><head><meta charset="utf-8"><title>清源市人民政府</title><meta name="viewport" content="width=device-width, user-scalable=no">',
);
/** Beside each fault what only looks like it. */
const SOUND = page(
  `<img src="/a.png" alt="清源河大桥"><img src="/line.png" alt=""><img src="/count.png" style="display:none">
   <a href="/news/"><i class="arrow"></i><span class="text">要闻</span></a><a href="/top/" aria-label="返回顶部"><i></i></a>
   <a href="/map/"><img src="/map.png" alt="网站地图"></a><label>站内搜索 <input type="text" name="q"></label>
   <input type="text" name="code" title="验证码"><input type="hidden" name="token"><select name="year" aria-label="年份"><option>2018</option></select>
   <button>搜索</button><iframe src="/weather" title="天气"></iframe><div style="color:#aaa;background:#fff">浅色文字</div>`,
);

let door: Door;
let browser: PageBrowser;
beforeAll(() => {
  door = openDoor({ clock: systemClock, randomness: systemRandomness });
  browser = openBrowser(door);
});
afterAll(async () => {
  await browser.close();
  await door.close();
});

describe.skipIf(!present)('what keeps people out of a drawn page', () => {
  const barriersAt = async (markup: string, befall: (town: Awaited<ReturnType<typeof openTown>>) => void = () => undefined) => {
    const town = await openTown();
    town.pages.set('/', markup);
    town.pages.set('/weather', page('<p>晴</p>'));
    befall(town);
    return (await browser.render(town.url, SETTINGS, never, { barriers: true }))!.barriers;
  };

  it('is found with the places that have it, masked', async () => {
    const barriers = (await barriersAt(FAULTY))!;
    expect(Object.fromEntries(barriers.map(({ kind, count }) => [kind, count]))).toEqual({
      'image-alt': 2,
      'link-name': 1,
      'button-name': 1,
      label: 1,
      'select-name': 1,
      'frame-title': 1,
      'html-has-lang': 1,
      'meta-viewport': 1,
    });
    expect(barriers.find(({ kind }) => kind === 'image-alt')!.examples[0]).toContain('<img src="/a.png">');
    expect(JSON.stringify(barriers)).not.toMatch(new RegExp(`${ID}|${MOBILE}`));
  });

  it('is nothing on a page that only looks like it', async () => {
    expect(await barriersAt(SOUND)).toEqual([]);
  });

  it('is found whatever the page makes of its own scripts', async () => {
    const hostile =
      '<script>Array.prototype.map = () => []; JSON.stringify = () => "[]"; window.axe = { run: () => ({ violations: [] }) };</script>';
    expect((await barriersAt(FAULTY.replace('<main>', `${hostile}<main>`)))!.map(({ kind }) => kind)).toContain('image-alt');
  });

  it('is not known of a page that did not come whole, since a script may have mended it', async () => {
    expect(await barriersAt(FAULTY.replace('<main>', '<script src="/lost.js"></script><main>'))).toBeNull();
    const broken = await barriersAt(FAULTY.replace('<main>', '<script src="/broken.js"></script><main>'), (town) =>
      town.pages.set('/broken.js', 'document.nowhere.alt();'),
    );
    expect(broken).toBeNull();
  });

  it('is not looked for where nobody asks', async () => {
    const town = await openTown();
    town.pages.set('/', FAULTY);
    expect((await browser.render(town.url, SETTINGS, never))!.barriers).toBeNull();
  });
});

const PACK = `id: small
name: 小市指标
extends: national-2019
documents:
  own: { issuer: 小市, document: 本市要求, validFrom: 2015-01-01 }
rules:
  - { id: accessibility, kind: honesty, finding: accessibility, name: 首页无障碍, document: own, article: 首页, verified: true, severity: notice }
`;

describe.skipIf(!present)('a home page with barriers', () => {
  const worldOf = (home: string, rulePack: 'small' | 'national-2019', isAllowed = true) =>
    openSmallWorld(
      ['gs'],
      (ago) => ({ '/': home, '/weather': page('<p>晴</p>'), '/gs/': listPage([{ href: 'a.html', title: '关于停水的公告', day: ago(2) }]) }),
      { rulePack, rules: { 'small.yaml': PACK }, browser: isAllowed },
    );
  const told = async (...asked: Parameters<typeof worldOf>) => {
    const world = await worldOf(...asked);
    const rows = world.found(await world.audit(), 'accessibility');
    const wasDrawn = world.asked.filter((path) => path === '/weather').length > 0;
    await world.close();
    return { rows, wasDrawn };
  };

  it('is told with its places where the rule pack asks', { timeout: 60_000 }, async () => {
    const { rows } = await told(FAULTY, 'small');
    expect(rows.map(({ message, severity }) => ({ message, severity }))).toEqual([
      {
        message: expect.stringMatching(/^“门户网站”首页有无障碍问题：.*2 张图片没有替代文字/),
        severity: 'notice',
      },
    ]);
    expect(rows[0]!.evidence.join('\n')).toContain('img[src="/a.png"]: <img src="/a.png">');
  });

  it('is nothing where it has none', { timeout: 60_000 }, async () => {
    expect(await told(SOUND, 'small')).toMatchObject({ rows: [], wasDrawn: true });
  });

  it('is not drawn where the rule pack does not ask, or no browser may be used', { timeout: 60_000 }, async () => {
    expect(await told(FAULTY, 'national-2019')).toEqual({ rows: [], wasDrawn: false });
    expect(await told(FAULTY, 'small', false)).toEqual({ rows: [], wasDrawn: false });
  });

  it('is nobody of our knowing where the browser was led to another site', async () => {
    const home = { outcome: 'ok', finalUrl: 'http://www.x.test/' } as never;
    const config = { pack: { rules: [{ kind: 'check', check: 'accessibility' }] } } as never;
    const render = async () => ({ html: '', finalUrl: 'http://login.y.test/', complete: true, screenshot: null, barriers: [] });
    const site = { crawl: SETTINGS } as never;
    expect(await barriersOf(home, { site, signal: never, render }, { config })).toBeNull();
  });
});
