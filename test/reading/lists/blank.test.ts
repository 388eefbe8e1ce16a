import { describe, expect, it } from 'vitest';
import { findList } from '../../../crawlers/reading/lists/list.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';
import { framed } from './frame.ts';

const read = (html: string, drawn = false) => findList(parsePage(html, 'http://sw.qinghe.example/zwgk/tzgg/index.html', drawn)).reading;
const f = (middle: string, options: { script?: string } = {}) => framed(middle, { hot: false, ...options });
const shell = '<h2>通知公告</h2><ul class="list"></ul>';

const NOT_BLANK: Record<string, string> = {
  ext: f(shell, { script: '<script src="/js/common.js"></script>' }),
  onload: f(shell).replace('<body', '<body onload="init()"'),
  module: f(shell, { script: '<script type="module">import x from "/a.js"</script>' }),
  extpath: f(shell, { script: '<script src="/static/js/chunk-vendors.8f3.js"></script><script src="/static/js/app.9a.js"></script>' }),
  tmpl: f(shell, {
    script: '<script id="t" type="text/x-jquery-tmpl"><li>title</li></script><script src="/j/jquery.tmpl.min.js"></script>',
  }),
  doT: f('<h2>通知公告</h2><ul class="list">{{~it.list :v}}<li>{{=v.title}}</li>{{~}}</ul>'),
  angular: f('<h2>通知公告</h2><ul class="list" ng-include="list"></ul>', { script: '<script src="/angular.min.js"></script>' }),
  loading: f('<h2>通知公告</h2><ul></ul><p>正在加载，请稍候…</p>'),
  esi: f('<h2>通知公告</h2><ul><esi:include src="/l.html"/></ul>'),
  jsp: f('<h2>通知公告</h2><ul><jsp:include page="/l.jsp"/></ul>'),
  iframe: f(shell + '<iframe src="/inner/list.html" width="100%" height="500"></iframe>'),
  total: f(shell + '<div class="page">共 23 条 1/2页</div>'),
  bio: f(
    '<h2>通知公告</h2><ul></ul><h3>张三 局长</h3><p>张三，男，汉族，1970年生，某某省人，大学学历，中共党员。</p><p>主持水务局全面工作。</p><p>分管办公室、人事科、规划科、建设管理科、水资源科、河长办。</p><p>联系电话：12345678，办公地址：青禾市某某路一号，邮编四二九九九九</p>',
  ),
  staff: f(
    '<h2>通知公告</h2><ul></ul><table>' + '<tr><td>张三</td><td>局长</td><td>主持全面工作</td><td>办公室</td></tr>'.repeat(10) + '</table>',
  ),
  pics: f('<h2>通知公告</h2><ul></ul><p><img src="/upload/2023/1.jpg"></p>'),
  form: f('<h2>通知公告</h2><ul></ul><form><input name=a><input name=b><input name=c><textarea></textarea></form>'),
  rowsInPagerCall: f('<ul></ul><script>createPageHTML(1, 0, "index", "html", 8)</script>'),
  swf: f(shell + '<object data="/l.swf"></object>'),
  failedMsg: f('<h2>通知公告</h2><p>系统繁忙，请稍后再试</p><ul></ul>', { script: '<script src="/a/list.js"></script>' }),
  saidButFetch: f('<h2>通知公告</h2><ul id="l"></ul><p id="none">暂无数据</p>', {
    script: "<script>$.post('/api/list',{c:7},function(d){draw(d)})</script>",
  }),
  lazy: f('<h2>通知公告</h2><div class="list" data-url="/api/list?c=7"><ul></ul></div>'),
};
const BLANK: Record<string, string> = {
  plain: f(shell),
  jq: f(shell, { script: '<script src="/js/jquery-3.6.0.min.js"></script><script src="https://hm.baidu.com/hm.js?abc"></script>' }),
  said: f('<h2>通知公告</h2><p>暂无信息</p>', { script: '<script src="/js/common.js"></script>' }),
  pager0: f('<ul></ul><script>createPageHTML(0, 0, "index", "html")</script>', { script: '<script src="/js/common.js"></script>' }),
  count0: f('<h2>通知公告</h2><ul></ul><div class=page>共0条</div>', { script: '<script src="/js/common.js"></script>' }),
  counter: f(shell + '', {}),
  saidOfColumn: f('<h2>通知公告</h2><div class="cards"><p>栏目暂无信息</p></div>'),
  building: f('<h2>通知公告</h2><p>该栏目内容正在建设中……</p>'),
};

describe('a column is not blank for sure', () => {
  it.each(Object.entries(NOT_BLANK))('%s', (_, html) => {
    const { state, items, why } = read(html);
    expect([state, items, why.certainty]).toEqual(['none', [], 'unsure']);
  });
});

describe('a column is blank for sure', () => {
  it.each(Object.entries(BLANK))('%s', (_, html) => {
    expect(read(html)).toMatchObject({ state: 'blank', why: { certainty: 'sure', doubts: [] } });
  });

  it('where a browser ran the scripts that could have filled it', () => {
    const html = f(shell, { script: '<script src="/js/common.js"></script>' });
    expect([read(html).state, read(html, true).state]).toEqual(['none', 'blank']);
  });
});
