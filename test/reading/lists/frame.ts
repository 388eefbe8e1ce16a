/** A whole page of an invented city around a list: header, menus, breadcrumb, side menu, hot list, friendly links, footer. */
export function framed(middle: string, { column = '通知公告', script = '', hot = true, head = '' } = {}): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${column}_青禾市水务局</title>${head}
<link rel="stylesheet" href="/style/main.css"><style>.a{color:red}</style></head><body>
<div class="top"><a href="javascript:void(0)" onclick="setHome(this)">设为首页</a> | <a href="#">加入收藏</a> <span>今天是 <script>document.write(today())</script></span></div>
<div class="banner"><img src="/img/logo.png" alt="青禾市水务局"></div>
<div class="mainmenu"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zxfw/">在线服务</a></li><li><a href="/hdjl/">互动交流</a></li><li><a href="/zjsw/">走进水务</a></li></ul></div>
<div class="path">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; ${column}</div>
<div class="left"><h3>政务公开</h3><ul><li><a href="/zwgk/zfxxgkzn/">政府信息公开指南</a></li><li><a href="/zwgk/zfxxgkzd/">政府信息公开制度</a></li><li><a href="/zwgk/fdzdgknr/">法定主动公开内容</a></li><li><a href="/zwgk/ysqgk/">依申请公开受理平台</a></li></ul>
${hot ? '<div class="box"><h4>热点信息</h4><ul><li><a href="/zwgk/gzdt/202310/t20231001_9001.html">青禾市开展秋季河湖巡查联合行动</a></li><li><a href="/zwgk/gzdt/202309/t20230915_9002.html">全市农村供水保障工作推进会召开</a></li><li><a href="/zwgk/gzdt/202309/t20230901_9003.html">水务局走访慰问驻村工作队员</a></li></ul></div>' : ''}</div>
<div class="right">${middle}</div>
<div class="links"><span>友情链接：</span><a href="http://www.mwr.example/">中华人民共和国水利部</a> <a href="http://slt.example/">清江省水利厅</a> <a href="http://www.qinghe.example/">青禾市人民政府门户网站</a></div>
<div class="foot"><p><a href="/wzdt/">网站地图</a> | <a href="/gywm/">关于我们</a></p><p>主办：青禾市水务局 备案号：清ICP备05001234号-1 网站标识码：4299990012 更新时间：2023-12-30</p></div>${script}</body></html>`;
}

/** Titles of invented notices, as many as wanted. */
export const TITLES = [
  '关于青禾市城区供水管网改造施工期间临时停水的通知',
  '青禾市水务局2023年度部门预算公开说明',
  '关于公布第三批节水型单位名单的公告',
  '青禾市河长制办公室关于开展冬季清河行动的通知',
  '关于南沙水库除险加固工程初步设计的批复',
  '2023年度水资源费征收标准调整公示',
  '青禾市农村饮水安全工程运行管理办法解读',
  '关于征求《青禾市城市排水管理规定（草案）》意见的函',
  '青禾市水务局行政执法人员名单公示',
  '关于做好今冬明春水利建设工作的紧急通知',
];

/** A day that falls from row to row: 2023-12-28, 2023-12-25, … */
export function fallingDay(row: number): string {
  const day = 28 - row * 3;
  return day > 0 ? `2023-12-${String(day).padStart(2, '0')}` : `2023-11-${String(day + 30).padStart(2, '0')}`;
}

/** Rows by a template. */
export function rows(count: number, row: (title: string, day: string, index: number) => string): string {
  return TITLES.slice(0, count)
    .map((title, index) => row(title, fallingDay(index), index))
    .join('\n');
}
