import { columnNumber, escapeHtml, type Frame, type ItemView, type LandingView, type ListView, type Look, tableHtml } from './look.ts';
import { PLAIN_STYLES } from './styles.ts';

/** The water bureau: further pages are numbered downwards, an item's address is two numbers. */
export const vsb: Look = {
  charset: 'utf-8',
  styles: PLAIN_STYLES,
  listPath: (column, page, pages) => (page === 1 ? `${stem(column.folder)}.htm` : `${stem(column.folder)}/${pages - page + 1}.htm`),
  itemPath: (item) => `/info/${columnNumber(item.column)}/${item.id}.htm`,
  find(path, columns) {
    const item = /^\/info\/\d{1,6}\/(\d{1,9})\.htm$/.exec(path);
    if (item) return { kind: 'item', id: Number(item[1]) };
    const list = /^(\/[a-z]{1,20})(?:\/(\d{1,4}))?\.htm$/.exec(path);
    const column = list && columns.find((one) => stem(one.folder) === list[1]);
    return column ? { kind: 'list', column, page: list[2] === undefined ? 1 : Number(list[2]), fromEnd: list[2] !== undefined } : null;
  },
  list: (view) =>
    page(
      view,
      view.column.path.at(-1)!,
      `<div class="box"><div class="bt">${view.column.path.at(-1)}</div><ul class="list">
${view.rows.map((row, index) => `<li id="line_u9_${index}"><a href="${row.href}" title="${escapeHtml(row.title)}">${escapeHtml(row.title)}</a><span class="timestyle">${row.day.replaceAll('-', '/')}</span></li>`).join('\n')}
</ul>${pager(view)}</div>`,
    ),
  item: itemPage,
  landing: (view: LandingView) =>
    page(
      view,
      view.title,
      view.blocks
        .map(
          (
            block,
          ) => `<div class="box half"><div class="bt"><a href="${block.href}">${block.name}</a><a class="more" href="${block.href}">MORE</a></div>
<ul class="list">${block.rows.map((row) => `<li><a href="${row.href}" title="${escapeHtml(row.title)}">${escapeHtml(row.title.slice(0, 20))}</a><span>${row.day.slice(5)}</span></li>`).join('')}</ul></div>`,
        )
        .join('\n'),
    ),
};

const stem = (folder: string) => folder.slice(0, -1);

function pager({ column, page: at, pages, total }: ListView): string {
  const link = (number: number, name: string) => `<a href="${vsb.listPath(column, number, pages)}" class="Next">${name}</a>`;
  const further =
    at < pages
      ? `${link(at + 1, '下页')}${link(pages, '尾页')}`
      : '<span class="NextDisabled">下页</span><span class="NextDisabled">尾页</span>';
  const back =
    at > 1 ? `${link(1, '首页')}${link(at - 1, '上页')}` : '<span class="PrevDisabled">首页</span><span class="PrevDisabled">上页</span>';
  return `<div class="pg" id="fanye"><span>共${total}条</span>&nbsp;&nbsp;<span>${at}/${pages}</span>&nbsp;${back}${further}</div>`;
}

function itemPage(view: ItemView): string {
  const { item, story } = view;
  return page(
    view,
    item.title,
    `<form name="_newscontent_fromname"><div class="art"><h1>${escapeHtml(item.title)}</h1>
<div class="sub">发布日期：${item.day.replaceAll('-', '/')} ${item.time}　　作者：${view.editor}　　来源：${view.source}　　点击：[<span id="dynclicks">0</span>]</div>
<div id="vsb_content"><div class="v_news_content">${story.paragraphs.map((text) => `<p style="text-indent: 2em">${escapeHtml(text)}</p>`).join('\n')}${tableHtml(story, 'border="1"')}</div></div></div></form>`,
  );
}

function page(frame: Frame, title: string, body: string): string {
  return `<!DOCTYPE html><HTML><HEAD><TITLE>${escapeHtml(title)}-${frame.siteName}</TITLE><META content="text/html; charset=UTF-8" http-equiv="Content-Type">
<LINK rel="stylesheet" type="text/css" href="/images/site.css"><META Name="SiteName" Content="${frame.siteName}" /><META Name="SiteIDCode" Content="${frame.idCode}" />
<!--Announced by Visual SiteBuilder 9--></HEAD><BODY><div class="banner">${frame.siteName}</div>
<div class="menu"><a href="/">网站首页</a>${frame.menu.map((entry) => `<a href="${entry.href}">${entry.name}</a>`).join('')}</div>
<div class="body"><div class="where">当前位置: ${frame.crumbs.map((link) => `<a href="${link.href}">${escapeHtml(link.name)}</a>`).join('&gt;')}</div>
${body}</div><div class="foot">广水市水利局　网站标识码：${frame.idCode}　演示用的虚构网站</div></BODY></HTML>`;
}
