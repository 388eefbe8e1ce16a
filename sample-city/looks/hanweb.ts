import { columnNumber, escapeHtml, type Frame, type ItemView, type LandingView, type ListView, type Look, tableHtml } from './look.ts';
import { PLAIN_STYLES } from './styles.ts';

/** The education bureau: numbered columns, the day in three parts of an item's address, pages by query. */
export const hanweb: Look = {
  charset: 'utf-8',
  styles: PLAIN_STYLES,
  listPath: (column, page) =>
    `/col/col${columnNumber(column)}/index.html${page === 1 ? '' : `?uid=${columnNumber(column) + 5000}&pageNum=${page}`}`,
  itemPath(item) {
    const [year, month, day] = item.appears.split('-').map(Number);
    return `/art/${year}/${month}/${day}/art_${columnNumber(item.column)}_${item.id}.html`;
  },
  find(path, columns) {
    const item = /^\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/art_\d{1,6}_(\d{1,9})\.html$/.exec(path);
    if (item) return { kind: 'item', id: Number(item[1]) };
    const list = /^\/col\/col(\d{1,6})\/(?:index\.html)?(?:\?(?:uid=\d{1,6}&)?pageNum=(\d{1,4}))?$/.exec(path);
    const column = list && columns.find((one) => columnNumber(one) === Number(list[1]));
    return column ? { kind: 'list', column, page: Number(list[2] ?? 1), fromEnd: false } : null;
  },
  list: (view) =>
    page(
      view,
      view.column.path.at(-1)!,
      `<div class="box"><div class="bt">${view.column.path.at(-1)}</div>
<div id="${columnNumber(view.column) + 5000}" class="default_pgContainer"><ul class="list">
${view.rows.map((row) => `<li><a title='${escapeHtml(row.title)}' href='${row.href}' target='_blank'>${escapeHtml(row.title)}</a><span class="bt-data-time">[${row.day}]</span></li>`).join('\n')}
</ul></div>${pager(view)}</div>`,
    ),
  item: itemPage,
  landing: landingPage,
};

function pager({ column, page: at, pages, total }: ListView): string {
  const link = (number: number, name: string) => `<a href="${hanweb.listPath(column, number, pages)}">${name}</a>`;
  const further = at < pages ? `${link(at + 1, '下一页')} ${link(pages, '尾页')}` : '<span>下一页</span> <span>尾页</span>';
  const back = at > 1 ? `${link(1, '首页')} ${link(at - 1, '上一页')}` : '<span>首页</span> <span>上一页</span>';
  return `<div class="pg">共${total}条 第${at}/${pages}页 ${back} ${further}</div>`;
}

function itemPage(view: ItemView): string {
  const { item, story } = view;
  return page(
    view,
    item.title,
    `<!--ZJEG_RSS.content.begin--><meta name="ContentStart"><table id="article" class="art"><tr><td class="title">${escapeHtml(item.title)}</td></tr>
<tr><td class="sub">发布时间：${item.day} ${item.time}　来源：${view.source}　编辑：${view.editor}　字体：[大 中 小]</td></tr>
<tr><td><div id="zoom">${story.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}${tableHtml(story, 'border="1"')}
${story.attachments.map((name) => `<p>附件：<a href="/module/download/downfile.jsp?filename=${item.id}${name.slice(name.lastIndexOf('.'))}">${escapeHtml(name)}</a></p>`).join('')}
</div></td></tr></table><meta name="ContentEnd"><!--ZJEG_RSS.content.end-->`,
  );
}

function landingPage(view: LandingView): string {
  return page(
    view,
    view.title,
    view.blocks
      .map(
        (
          block,
        ) => `<div class="box half"><div class="bt"><a href="${block.href}">${block.name}</a><a class="more" href="${block.href}">更多</a></div>
<ul class="list">${block.rows.map((row) => `<li><a href="${row.href}" title="${escapeHtml(row.title)}">${escapeHtml(row.title.slice(0, 20))}</a><span>${row.day}</span></li>`).join('')}</ul></div>`,
      )
      .join('\n'),
  );
}

function page(frame: Frame, title: string, body: string): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>${frame.siteName} ${escapeHtml(title)}</title>
<meta name="SiteName" content="${frame.siteName}" /><meta name="SiteIDCode" content="${frame.idCode}" />
<link href="/images/site.css" rel="stylesheet" type="text/css" /></head><body>
<div class="banner">${frame.siteName}</div>
<div class="menu"><a href="/">网站首页</a>${frame.menu.map((entry) => `<a href="${entry.href}">${entry.name}</a>`).join('')}</div>
<div class="body"><div class="where">当前位置：${frame.crumbs.map((link) => `<a href="${link.href}">${escapeHtml(link.name)}</a>`).join(' &gt; ')}</div>
${body}</div><div class="foot">主办：广水市教育局　网站标识码：${frame.idCode}　演示用的虚构网站</div></body></html>`;
}
