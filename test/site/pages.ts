/** A row of a list that a test puts up. */
export interface Row {
  readonly n: number;
  /** As printed; left out: {@link dayOf}. */
  readonly day?: string;
  readonly title?: string;
  readonly href?: string;
}

const WORKS = ['农田水利设施检修', '城区供水管网改造', '水库除险加固', '河道清淤疏浚', '农村饮水安全巩固提升', '防汛物资储备'];

export function titleOf(n: number): string {
  return `关于做好第${n}批${WORKS[n % WORKS.length]}工作的通知`;
}

/** Row 60 is of 29 February 2024; each row before it a day older. */
export function dayOf(n: number): string {
  return new Date(Date.UTC(2024, 1, n - 31)).toISOString().slice(0, 10);
}

/** Rows from `newest` down to `oldest`. */
export function rowsDown(newest: number, oldest: number): Row[] {
  return Array.from({ length: newest - oldest + 1 }, (_, index) => ({ n: newest - index }));
}

/** The middle of a list page: a row a line, and what stands below it. */
export function list(rows: readonly Row[], below = '', folder = '/tzgg/'): string {
  const lines = rows.map(
    ({ n, day = dayOf(n), title = titleOf(n), href = `${folder}t${n}.html` }) =>
      `<li><a href="${href}" title="${title}">${title}</a><span>${day}</span></li>`,
  );
  return `<div class="list"><ul>${lines.join('\n')}</ul></div>${below}`;
}

/** Links to the pages of a list of so many pages, as `/tzgg/`, `/tzgg/index_1.html`, … */
export function pager(pages: number, folder = '/tzgg/'): string {
  const links = Array.from(
    { length: pages },
    (_, index) => `<a href="${folder}${index === 0 ? '' : `index_${index}.html`}">${index + 1}</a>`,
  );
  return `<div class="page">共${pages}页 ${links.join(' ')}</div>`;
}

/** A whole page with header, menus and footer around its middle. */
export function framed(middle: string, { name = '通知公告', charset = 'utf-8', head = '', path = '' } = {}): string {
  return `<!DOCTYPE html><html><head><meta charset="${charset}"><title>${name}_清源市水利局</title>${head}</head><body>
<div class="top"><a href="#">设为首页</a> | <a href="#">加入收藏</a></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/bsfw/">办事服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="path">当前位置：<a href="/">首页</a> &gt; ${path}${name}</div>
<div class="main"><h2>${name}</h2>${middle}</div>
<div class="foot"><p><a href="/wzdt/">网站地图</a> | <a href="/lxwm/">联系我们</a></p><p>主办：清源市水利局 备案号：清ICP备01000001号</p></div></body></html>`;
}

/** An item's own page. */
export function article(n: number, { title = titleOf(n), day = dayOf(n), text = '' } = {}): string {
  return framed(
    `<div class="con"><h1>${title}</h1><div class="info">发布时间：${day} 来源：市水利局办公室</div><div class="text"><p>各乡镇人民政府、街道办事处，市直有关单位：</p><p>为切实做好第${n}批有关工作，现将有关事项通知如下，请结合实际认真贯彻落实，并于月底前将落实情况书面报送我局办公室汇总。</p><p>一、提高认识，加强领导。各地要成立工作专班，明确责任分工，确保各项任务按期完成。</p><p>二、突出重点，抓好落实。${text}</p></div></div>`,
    { name: '正文' },
  );
}
