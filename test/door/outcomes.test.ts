import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { aDoor, page, serve } from './support.ts';

const gbk = (text: string) => iconv.encode(text, 'gbk');

/** What a page answered like this comes to. */
async function outcomeOf(status: number, body: string | Uint8Array, headers: Record<string, string> = { 'content-type': 'text/html' }) {
  const { url } = await serve((_request, response) => response.writeHead(status, headers).end(body));
  return aDoor().fetch({ ...page(url), retries: 0 });
}

const menu = Array.from({ length: 60 }, (_, index) => `<li><a href="/col${index}/">栏目名称${index}</a></li>`).join('');
const article = (title: string, text: string) =>
  `<html><head><title>${title}</title></head><body><ul>${menu}</ul><h1>${title}</h1><p>${text}</p></body></html>`;

describe('the outcome of a status', () => {
  it.each([
    [200, 'ok'],
    [204, 'ok'],
    [400, 'client-error'],
    [401, 'blocked'],
    [403, 'blocked'],
    [404, 'gone'],
    [405, 'blocked'],
    [406, 'blocked'],
    [444, 'blocked'],
    [567, 'blocked'],
    [400, 'client-error'],
    [410, 'gone'],
    [412, 'blocked'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [521, 'blocked'],
  ])('%i is %s', async (status, outcome) => {
    const fetched = await outcomeOf(status, '');
    expect(fetched).toMatchObject({ outcome, status });
    if (outcome === 'ok') return;
    expect(fetched.detail?.zh).toMatch(/127\.0\.0\.1.*[\u4e00-\u9fff）\d]。$/);
    expect(fetched.detail?.en).toMatch(/^[\x20-\x7e]*127\.0\.0\.1[\x20-\x7e]*\.$/);
  });

  it('gives the body of an error page, too, up to a limit', async () => {
    const fetched = await outcomeOf(404, 'x'.repeat(1024 * 1024));
    expect(fetched).toMatchObject({ outcome: 'gone' });
    expect(fetched.bytes).toHaveLength(256 * 1024);
  });
});

describe('a page that says it does not exist', () => {
  it.each([
    ['in a title', '<html><head><title>404 Not Found</title></head><body><h1>Oops</h1></body></html>'],
    [
      'in a title with the name of the site',
      `<html><head><title>页面不存在-某某市人民政府</title></head><body>${menu.repeat(4)}</body></html>`,
    ],
    [
      'in a few words',
      '<html><head><title>某某市水利局</title></head><body><div>对不起，您访问的页面不存在或已被删除！</div><a href="/">返回首页</a></body></html>',
    ],
    ['in a few words without any tag of HTML', '<p>您要查看的信息不存在</p>'],
    ...[
      '文章不存在！',
      '该信息已被删除',
      '没有找到您要访问的页面',
      '系统提示：内容不存在或已下线',
      '抱歉，找不到该网页了，3秒后返回首页',
      '404，您请求的文件不存在',
    ].map((text): [string, string] => [`as “${text}”`, `<html><head><title>某某县</title></head><body><div>${text}</div></body></html>`]),
    ['in English', '<html><body><h2>404 - File or directory not found.</h2></body></html>'],
    ['in English without its number', '<html><body><h1>The page cannot be found</h1></body></html>'],
    [
      'in the frame of the site',
      `<html><head><title>某某市人民政府</title></head><body><ul>${menu}</ul><p>抱歉，您访问的页面不存在！</p></body></html>`,
    ],
  ])('%s is a soft 404', async (_name, html) => {
    expect(await outcomeOf(200, html)).toMatchObject({ outcome: 'soft-404', status: 200 });
    if (/^[\x00-\x7f\u4e00-\u9fa5，！。]*$/.test(html)) expect((await outcomeOf(200, gbk(html))).outcome).toBe('soft-404');
  });

  it('is known by the address that it redirects to', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/404.html') response.end('<html><body>...</body></html>');
      else response.writeHead(302, { location: '/404.html' }).end();
    });
    expect((await aDoor().fetch(page(`${url}/a`))).outcome).toBe('soft-404');
  });
});

describe('a challenge', () => {
  it.each([
    [
      'of Ruishu',
      200,
      '<html><head><meta content="x"><script>$_ts=window["$_ts"];if(!$_ts)$_ts={};$_ts.nsd=1;</script><script src="/a.js"></script></head><body></body></html>',
    ],
    ['of Ruishu with 202', 202, `<html><script>$_ts.cd="${'q'.repeat(20_000)}"</script></html>`],
    ['of Jiasule', 200, "<script>document.cookie=('_')+('_')+('jsl');location.href=location.pathname</script>"],
    ['that checks the browser', 503, '<html><title>浏览器检查中</title><body>请稍候</body></html>'],
    ['that asks for a captcha', 200, '<html><title>某某市</title><body>为了您的访问安全，请输入验证码 <img src="c.png"></body></html>'],
    ['of Cloudflare', 503, '<html><title>Just a moment...</title><body>Checking your browser</body></html>'],
    ['of a firewall beside 404', 404, '<html><body>您的请求已被Web应用防火墙拦截，事件号 17</body></html>'],
    ['of a firewall that names no request', 404, '<html><body>已被Web应用防火墙拦截</body></html>'],
    ['of a policy beside 410', 410, '<html><body>请求被安全策略阻断</body></html>'],
    ['of a firewall', 405, '<html><body>您的访问请求可能对网站造成安全威胁，已被拦截。</body></html>'],
  ])('%s is blocked, and never answered', async (_name, status, html) => {
    expect(await outcomeOf(status, html)).toMatchObject({ outcome: 'blocked', requests: 1 });
  });

  it('that we come too often says that we are limited', async () => {
    expect((await outcomeOf(200, '<html><body>您的访问过于频繁，请稍后再试</body></html>')).outcome).toBe('rate-limited');
  });
});

describe('an ordinary page', () => {
  it.each([
    [
      'an article about missing pages',
      article('关于解决部分网页找不到问题的通报', `检查发现，个别网站存在页面不存在、链接打不开等问题。${'各单位要认真整改。'.repeat(40)}`),
    ],
    [
      'a short notice that quotes one',
      article('关于网站改版的公告', '改版期间如提示“您访问的页面不存在”，请从首页进入，敬请谅解，感谢您对我们工作的支持。'),
    ],
    ...[
      ['关于部分网站页面不存在问题整改情况的通报', '已经全部整改。'],
      ['局长信箱', '您好，经核查，未找到您所说的相关信息，请补充材料。'],
      ['更正', '原信息已删除，以本次发布为准。'],
      ['关于某村土地承包的答复', '经调查，合同内容不存在争议。'],
      ['回复', '您反映的文件不存在弄虚作假。来源：纪委'],
      ['查询结果', '没有找到相关信息'],
      ['回复', '您反映的网址显示404，该网页内容不存在的问题已经整改。'],
    ].map(([title, text]): [string, string] => [`a short page that says “${text}”`, article(title!, text!)]),
    ['an article with 404 in its title', article('404医院搬迁公告', '我市404医院将于近日搬迁。')],
    [
      'a page of content under Ruishu',
      article('通知', '内容。'.repeat(200)).replace('<head>', '<head><script>$_ts=window["$_ts"];</script>'),
    ],
    [
      'a page of an app whose list is drawn by script',
      '<html><head><title>政府信息公开</title></head><body><noscript>请开启 JavaScript 后继续访问</noscript><div id="app"></div><script src="/app.js"></script></body></html>',
    ],
    ['a blank column', '<html><head><title>通知公告</title></head><body><div class="list">暂无信息</div></body></html>'],
    ['a page about verification codes', article('社保卡申领指南', `请在手机上输入验证码。${'办理流程如下。'.repeat(60)}`)],
    ['an empty page', ''],
    ['a signpost that notes the visitor', "<html><script>document.cookie='seen=1';window.location.href='/zwgk/index.html'</script></html>"],
    ['a page that only sends on', '<html><head><meta http-equiv="refresh" content="0;url=/index.html"></head></html>'],
    ['a page whose script never ends', `<html><script>${'<script'.repeat(1000)}`],
  ])('%s is read', async (_name, html) => {
    expect((await outcomeOf(200, html)).outcome).toBe('ok');
  });

  it('of data is not looked at', async () => {
    expect((await outcomeOf(200, '{"message":"您访问的页面不存在"}', { 'content-type': 'application/json' })).outcome).toBe('ok');
  });

  it('is peeked at in linear time however it is broken', async () => {
    for (const piece of ['<', '<!--', '<script', '<title', '</', '您访问的', '页面', '请求', '404 ', '&nbsp;']) {
      const started = performance.now();
      await outcomeOf(200, `<title>${piece.repeat(Math.floor(60_000 / Buffer.byteLength(piece)))} 不存在`);
      expect(performance.now() - started, piece).toBeLessThan(1000);
    }
  });
});
