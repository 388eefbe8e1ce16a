import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fetched, FetchRequest } from '../../crawlers/door/fetched.ts';
import { hijackedBy } from '../../crawlers/links/hijacked.ts';
import { lookAt } from '../../crawlers/links/look.ts';
import { parsePage } from '../../crawlers/reading/page.ts';
import { readPage } from '../../crawlers/reading/read.ts';
import { addDays } from '../../src/model/day.ts';
import { LINK_FAULTS, type LinkLook, provenFault, withLook } from '../../src/model/links.ts';

const look = (day: number, fault: LinkLook['fault']): LinkLook => ({
  ...{ on: addDays('2024-03-01', day), fault, outcome: 'gone', status: 404, finalUrl: 'http://x.test/' },
});

describe('looks at a link', () => {
  it('prove a fault only where the last two days that proved something agree on it', () => {
    const looks = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom(...LINK_FAULTS, null)), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(looks, (steps) => {
        const all = steps.map(([, fault], at) =>
          look(
            steps.slice(0, at + 1).reduce((day, [gap]) => day + gap, 0),
            fault,
          ),
        );
        const kept = all.reduce<LinkLook[]>((before, one) => withLook(before, one), []);
        const last = all.at(-1)!;
        const streak = all.slice(all.findLastIndex(({ fault }) => fault !== last.fault) + 1);
        const proven = last.fault !== null && streak[0]!.on < last.on ? last.fault : null;
        expect(provenFault({ looks: kept }, last.on)).toBe(proven);
        expect(kept.length).toBeLessThanOrEqual(2);
        expect(provenFault({ looks: kept }, addDays(last.on, -1))).toBeNull();
      }),
    );
  });

  it('say nothing of later days on which nobody looked', () => {
    const looks = [look(0, 'dead'), look(1, 'dead')];
    expect(provenFault({ looks }, '2024-03-09')).toBe('dead');
    expect(provenFault({ looks }, '2024-03-10')).toBeNull();
  });
});

describe('one look', () => {
  const SITE = { url: 'http://www.x.test/', crawl: {} } as unknown as Parameters<typeof lookAt>[1];
  const BETTING = '<html><head><title>澳门博彩</title></head><body>赌场 娱乐城 博彩业统计</body></html>';
  /** What a look at an address comes to where this is fetched, with the families that the resolver tells of each name. */
  async function stateOf(
    url: string,
    came: Partial<Fetched>,
    families: (host: string) => readonly (4 | 6)[] | null = () => [4],
    kind: 'page' | 'attachment' = 'page',
  ) {
    const asked: FetchRequest[] = [];
    const door = {
      fetch: async (request: FetchRequest) => {
        asked.push(request);
        return { outcome: 'ok', status: 200, url, finalUrl: url, redirects: [], bytes: null, contentType: 'text/html', ...came } as Fetched;
      },
      addressFamilies: async (host: string) => families(host),
    };
    const link = { url, kind, page: 'http://www.x.test/a/' } as const;
    const { state } = await lookAt(link, SITE, { door, signal: new AbortController().signal });
    return { state, asked };
  }

  it('comes from the page, as somebody does who follows the link', async () => {
    expect((await stateOf('http://y.test/f/1.html', {})).asked[0]!.headers).toEqual({ referer: 'http://www.x.test/a/' });
  });

  it('calls a name without any address dead only where our resolver knows names at all', async () => {
    const gone = { outcome: 'unreachable', status: null } as const;
    expect((await stateOf('http://gone.test/', gone, (host) => (host === 'gone.test' ? [] : [4, 6]))).state).toBe('dead');
    expect((await stateOf('http://gone.test/', gone, () => [])).state).toBe('unsure');
    expect((await stateOf('http://gone.test/', gone, () => null)).state).toBe('unsure');
  });

  it.each([502, 503, 504])('takes %s for what it says that it is: something that passes', async (status) => {
    expect((await stateOf('http://y.test/a.html', { outcome: 'server-error', status })).state).toBe('unsure');
    expect((await stateOf('http://y.test/a.html', { outcome: 'server-error', status: 500 })).state).toBe('dead');
  });

  const page = (text: string) => ({ bytes: new TextEncoder().encode(`<html><head><title>x</title></head><body>${text}</body></html>`) });

  it.each([
    ['网站升级改版，暂停服务至12月10日', 'unsure'],
    ['系统维护中，请稍后访问', 'unsure'],
    ['404 Not Found', 'dead'],
    ['您访问的页面不存在', 'dead'],
  ])('reads beside the status what is said: %s', async (text, state) => {
    expect((await stateOf('http://y.test/a.html', { outcome: 'gone', status: 404, ...page(text) })).state).toBe(state);
  });

  it('takes a sign-in before a file for being turned away, and another page for no file', async () => {
    const redirects = [{ status: 302, url: 'http://y.test/login' }];
    const asked = (text: string) => stateOf('http://y.test/f/1.pdf', { redirects, ...page(text) }, () => [4], 'attachment');
    expect((await asked('<form><input name="u"><input type="password" name="p"></form>')).state).toBe('blocked');
    expect((await asked('首页')).state).toBe('wrong-type');
  });

  it('never says of an office’s own host that somebody else has it, and says it of others', async () => {
    const bytes = new TextEncoder().encode(BETTING);
    expect((await stateOf('http://www.dicj.gov.mo/', { bytes })).state).toBe('alive');
    expect((await stateOf('http://www.y.com/', { bytes })).state).toBe('hijacked');
  });

  it('takes the front page of a site for phones that leads to the front page for no loss', async () => {
    const home = { finalUrl: 'http://y.test/', redirects: [{ status: 302, url: 'http://y.test/' }] };
    expect((await stateOf('http://y.test/wap/index.html', home)).state).toBe('alive');
    expect((await stateOf('http://y.test/wap/news/12.html', home)).state).toBe('moved');
  });
});

describe('a host that fell to somebody else', () => {
  const shown = (title: string, text: string) =>
    hijackedBy(parsePage(`<html><head><title>${title}</title></head><body>${text}</body></html>`, 'http://x.test/'));

  it.each([
    ['澳门新葡京_真人荷官', '百家乐、老虎机，注册送彩金'],
    ['x.com', '该域名正在出售 联系我们'],
    ['x.com', 'This domain is for sale'],
    ['域名已过期', ''],
  ])('%s is told', (title, text) => {
    expect(shown(title, text)).not.toBeNull();
  });

  it.each([
    ['湖北省福利彩票发行中心', '双色球、快乐8开奖公告，彩票销售网点'],
    ['公安部：打击跨境赌博', '百家乐、老虎机、博彩、娱乐城一律取缔'],
    ['某市文化馆', '棋牌室开放时间'],
    ['拒绝网络赌博 百家乐 老虎机 专题', '警方提示：时时彩、注册送彩金都是骗局'],
    ['网络赌场揭秘', '百家乐、老虎机、注册送彩金，民警提醒市民远离赌博'],
    ['某省游艺设备行业协会', '电子游艺、捕鱼游戏、娱乐城行业标准'],
    ['关于加强域名到期管理的通知', '各单位要按时续费'],
    ['某市体育彩票管理中心', '足球竞猜开奖，理性购彩，谨防彩票平台、博彩、在线投注'],
    ['某市娱乐城消防检查', '对全市娱乐场所进行检查'],
    ['某县旧门户', '本域名即将到期，网站已迁移至新网址，请访问 www.y.gov.cn'],
    ['域名管理办法', `域名到期未续费的，${'注册服务机构应当通知域名持有者。'.repeat(120)}`],
  ])('%s is not', (title, text) => {
    expect(shown(title, text)).toBeNull();
  });
});

describe('links of a page', () => {
  const linksOf = (body: string) => {
    const reading = readPage({ text: `<html><body>${body}</body></html>`, url: 'http://x.test/a/', kind: 'article', links: true });
    return reading.kind === 'article' ? reading.links!.map(({ url, kind }) => `${kind} ${url.replace('http://x.test', '')}`) : [];
  };

  it('are those that people can follow, each once, files told apart', () => {
    expect(
      linksOf(
        '<a href="b.html">乙</a><a href="b.html#2">乙</a><a href="/f/1.pdf">表</a><a href="/d?id=1">名单.xls</a><a href="#">顶</a><a href="javascript:go()">走</a>',
      ),
    ).toEqual(['page /a/b.html', 'attachment /f/1.pdf', 'attachment /d?id=1']);
  });

  it('are none where a script answers the click or fills in the address, or where nobody sees them', () => {
    expect(linksOf('<a href="/x" onclick="return go(7)">走</a><a href="{{item.url}}">行</a><a href="/<%= id %>.html">行</a>')).toEqual([]);
    expect(linksOf('<div style="display:none"><p><a href="/y">藏</a></p></div><a href="/z">见</a>')).toEqual(['page /z']);
    expect(linksOf('<form action="/search"><input name="q"></form><script>bind()</script>')).toEqual([]);
  });

  it('hold what a search box asks for, where it can be tried without a script', () => {
    const box = '<input type="hidden" name="s" value="1"><input name="q">';
    expect(linksOf(`<form action="/search">${box}</form>`)).toEqual(['search /search?s=1&q=%E9%80%9A%E7%9F%A5']);
    expect(linksOf(`<form action="/search" method="post">${box}</form>`)).toEqual([]);
    expect(linksOf(`<form action="/search" onsubmit="return go()">${box}</form>`)).toEqual([]);
    expect(linksOf('<form action="/login"><input name="user"><input type="password" name="pass"></form>')).toEqual([]);
  });

  it('are not gathered where nobody asked', () => {
    expect(readPage({ text: '<a href="b.html">乙</a>', url: 'http://x.test/', kind: 'article' })).not.toHaveProperty('links');
  });
});
