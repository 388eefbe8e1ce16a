import { describe, expect, it } from 'vitest';
import { Clicks } from '../../crawlers/reading/clicks.ts';
import { elementsOf, parsePage } from '../../crawlers/reading/page.ts';

const leadsTo = (link: string, script = '') => {
  const page = parsePage(`<script>${script}</script>${link}`, 'http://sw.qinghe.example/tzgg/');
  const element = elementsOf(page.document).find(({ name }) => /^(?:a|li|tr|div|span|router-link)$/.test(name))!;
  return new Clicks(page).target(element);
};
const onclick = (handler: string, script = '') => leadsTo(`<a href="javascript:void(0)" onclick="${handler}">关于供水的公告</a>`, script);

describe('a click leads to the address that its handler opens', () => {
  it.each([
    ["window.open('/info/4100')", '', '/info/4100'],
    ["open('/info/' + 4100)", '', '/info/4100'],
    ["location.href='/a/'+'4100'+'.html'", '', '/a/4100.html'],
    ["window.location = '/zwgk/view?id=4100'; return false;", '', '/zwgk/view?id=4100'],
    ["top.location.replace('/x/7.html')", '', '/x/7.html'],
    ['go(4100);', 'function go(id){ window.open("/article/" + id + ".html"); }', '/article/4100.html'],
    ["return go('4100')", 'function go(id) {\n  window.location.href = "/v.do?id=" + encodeURIComponent(id)\n}', '/v.do?id=4100'],
    ['view(4100)', `const view = (id) => { location.href = \`/view/\${id}.html\`; };`, '/view/4100.html'],
    ['view(4100)', 'const view = id => window.open("/view/" + id + "/");', '/view/4100/'],
    ['view(4100)', 'var view = function (id) { location = "/view/" + id.toString() + ".htm" }', '/view/4100.htm'],
    ['page.view(4100)', 'var page = { view: function(id){ location.assign("/view/" + id + ".htm") } };', '/view/4100.htm'],
    ['page.view(4100)', 'var page = { size: 1, view(id) { location.assign("/view/" + id + ".htm") } };', '/view/4100.htm'],
    [
      "show('12','4100')",
      'function show(cid, id){ var url = "/c/" + cid + "/" + id + ".html"; window.open(url, "_blank"); }',
      '/c/12/4100.html',
    ],
    ['show(4100)', "var root = '/zwgk/'; function show(id){ window.open(root + 'd/' + id + '.html'); }", '/zwgk/d/4100.html'],
    ['show(4100)', "function show(id){ jump('/d/' + id + '.html'); } function jump(u){ window.open(u); }", '/d/4100.html'],
    ['show(4100)', 'function show(id){ router.push("/detail/" + id); }', '/detail/4100'],
    ['show(4100)', 'function show(id){ var a = document.createElement("a"); a.href = "/d/" + id + ".html"; a.click(); }', '/d/4100.html'],
    ...[
      'if(n==1) location.href="/tz/"; else location.href="/tz/list_"+n+".html";',
      'if (n === "1") { location.href = "/tz/"; return; } location.href = "/tz/list_" + n + ".html";',
      'if (n > 1) { location.href = "/tz/list_" + n + ".html" } else { location.href = "/tz/" }',
      'if (n <= 1)\nlocation.href = "/tz/"\nelse\nlocation.href = "/tz/list_" + n + ".html"',
      'if (n != 1) location.href="/tz/list_"+n+".html"; else location.href="/tz/"',
    ].flatMap((body): [string, string, string][] => [
      ['toPage(1)', `function toPage(n){${body}}`, '/tz/'],
      ["toPage('3')", `function toPage(n){${body}}`, '/tz/list_3.html'],
    ]),
  ])('%s %s', (handler, script, expected) => expect(onclick(handler, script)).toBe(expected));

  it('and so does a script address', () => {
    const script = "function toView(id){ location.href = '/zwgk/view.do?id=' + id; }";
    expect(leadsTo(`<a href="javascript:toView('4100');">x</a>`, script)).toBe('/zwgk/view.do?id=4100');
    expect(leadsTo(`<a href="javascript:toView(%274100%27)">x</a>`, script)).toBe('/zwgk/view.do?id=4100');
    expect(leadsTo(`<a href="javascript:window.open('/zwgk/detail/4100')">x</a>`)).toBe('/zwgk/detail/4100');
  });

  it.each([
    ['<a href="javascript:;" data-link="/zwgk/detail/4100.html">x</a>', '/zwgk/detail/4100.html'],
    ['<a data-href="detail?id=4100">x</a>', 'detail?id=4100'],
    ['<a href="#" data-url="http://a.example/1">x</a>', 'http://a.example/1'],
    ['<li data-path="/d/4100/">x</li>', '/d/4100/'],
    ['<router-link to="/detail/4100">x</router-link>', '/detail/4100'],
    ['<a href="#/detail/4100">x</a>', '#/detail/4100'],
    ['<a href="#!/detail/4100">x</a>', '#!/detail/4100'],
  ])('or to the one that it keeps: %s', (link, expected) => expect(leadsTo(link)).toBe(expected));
});

describe('a click leads nowhere that is known', () => {
  it.each([
    ['go(4100)', ''],
    ['go(4100)', 'function go(id){ $.post("/count", {id: id}); }'],
    ['go(4100)', 'function go(id){ window.open(base + id); }'],
    [
      'go(4100)',
      'function go(id, type){ if (type == 1) location.href = "/a/" + id + ".html"; else location.href = "/b/" + id + ".html"; }',
    ],
    ['go(4100)', 'function go(id){ window.open("/a/" + id + ".html"); } function go(id){ window.open("/b/" + id + ".html"); }'],
    ['setHome(this)', 'function setHome(o){ o.style.behavior="url(#default#homepage)"; }'],
    ["show('标题')", ''],
    ['go(go(go(1)))', 'function go(id){ go(id); }'],
  ])('%s %s', (handler, script) => expect(onclick(handler, script)).toBeNull());

  it.each([
    ['<a href="#top">x</a>'],
    ['<a href="#">x</a>'],
    ['<a href="javascript:;" data-id="4100">x</a>'],
    ['<a href="javascript:;" data-url="4100">x</a>'],
  ])('%s', (link) => expect(leadsTo(link)).toBeNull());
});

it('costs bounded time, however much a script defines and pages call', () => {
  const script = `${'function f(a){g(a)};'.repeat(5_000)}${'var x = y + '.repeat(20_000)}`;
  const clicks = new Clicks({ scripts: [script] });
  const before = process.cpuUsage().user;
  for (let click = 0; click < 20_000; click++) clicks.opened(`f${click}(${click})`);
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(5_000);
}, 60_000);
