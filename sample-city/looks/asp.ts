import {
  columnNumber,
  cut,
  escapeHtml,
  type Frame,
  type ItemView,
  type LandingView,
  type ListView,
  type Look,
  type Row,
  tableHtml,
} from './look.ts';
import { OLD_STYLES } from './styles.ts';

/** The environment bureau: a site of 2005 in tables and GBK, its charset named in a meta tag only, addresses by query. */
export const asp: Look = {
  charset: 'gbk',
  styles: OLD_STYLES,
  listPath: (column, page) => `/list.asp?classid=${columnNumber(column)}${page === 1 ? '' : `&page=${page}`}`,
  itemPath: (item) => `/show.asp?id=${item.id}`,
  find(path, columns) {
    const item = /^\/show\.asp\?id=(\d{1,9})$/.exec(path);
    if (item) return { kind: 'item', id: Number(item[1]) };
    const list = /^\/list\.asp\?classid=(\d{1,6})(?:&page=(\d{1,4}))?$/.exec(path);
    const column = list && columns.find((one) => columnNumber(one) === Number(list[1]));
    return column ? { kind: 'list', column, page: Number(list[2] ?? 1), fromEnd: false } : null;
  },
  list: (view) =>
    page(
      view,
      view.column.path.at(-1)!,
      `${heading(view.column.path.at(-1)!)}
<table width="98%" border="0" align="center" cellpadding="0" cellspacing="0">
${view.rows.map((row) => line(row, view.column.rowDate === 'month-day' ? row.day.slice(5).replace('-', '/') : dotted(row.day), 40)).join('\n')}
</table>${pager(view)}`,
    ),
  item: itemPage,
  landing: (view: LandingView) =>
    page(
      view,
      view.title,
      view.blocks
        .map(
          (block) => `${heading(`<a href="${block.href}">${block.name}</a>`)}
<table width="98%" border="0" align="center">${block.rows.map((row) => line(row, dotted(row.day), 26)).join('')}</table>`,
        )
        .join('\n'),
    ),
};

const dotted = (day: string) => day.split('-').map(Number).join('-');

function heading(name: string): string {
  return `<table width="98%" border="0" align="center"><tr><td height="28" background="/images/bar.gif"><b>&nbsp;${name}</b></td></tr></table>`;
}

function line(row: Row, day: string, length: number): string {
  return `<tr><td width="4%" height="26" align="center">·</td><td width="80%"><a href="${row.href}" target="_blank" class="a1" title="${escapeHtml(row.title)}">${escapeHtml(cut(row.title, length))}</a></td><td width="16%" align="right"><font color="#999999">${day}</font></td></tr>`;
}

function pager({ column, page: at, pages, total }: ListView): string {
  const link = (number: number, name: string) =>
    number < 1 || number > pages || number === at ? name : `<a href="${asp.listPath(column, number, pages).slice(1)}">${name}</a>`;
  return `<table width="98%" align="center"><tr><td align="center">共 <font color="red">${total}</font> 条信息　页次：${at}/${pages}页　${link(1, '首页')} ${link(at - 1, '上一页')} ${link(at + 1, '下一页')} ${link(pages, '尾页')}</td></tr></table>`;
}

function itemPage(view: ItemView): string {
  const { item, story } = view;
  return page(
    view,
    item.title,
    `<table width="96%" border="0" align="center"><tr><td align="center" class="bt"><b>${escapeHtml(item.title)}</b></td></tr>
<tr><td align="center" class="xx">发布时间：${dotted(item.day)} ${item.time}:00　来源：${view.source}　责任编辑：${view.editor}</td></tr>
<tr><td class="nr" id="content">${story.paragraphs.map((text) => `&nbsp;&nbsp;&nbsp;&nbsp;${escapeHtml(text)}<br><br>`).join('\n')}
${tableHtml(story, 'width="90%" border="1" align="center"')}</td></tr>
<tr><td align="right">【<a href="javascript:window.close()">关闭窗口</a>】</td></tr></table>`,
  );
}

function page(frame: Frame, title: string, body: string): string {
  return `<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>${escapeHtml(title)}--${frame.siteName}</title>
<link href="/images/site.css" rel="stylesheet" type="text/css"></head>
<body bgcolor="#FFFFFF" topmargin="0"><table width="900" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td height="90" class="top">${frame.siteName}</td></tr>
<tr><td height="30" bgcolor="#2E8B57" align="center"><a class="m" href="/">首　页</a>${frame.menu.map((entry) => ` | <a class="m" href="${entry.href}">${entry.name}</a>`).join('')}</td></tr></table>
<table width="900" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td height="26">您的位置：${frame.crumbs.map((link) => `<a href="${link.href}">${escapeHtml(link.name)}</a>`).join(' &gt;&gt; ')}</td></tr>
<tr><td valign="top">${body}</td></tr></table>
<table width="900" align="center"><tr><td align="center" class="foot">广水市环境保护局 版权所有　网站标识码：${frame.idCode}　演示用的虚构网站</td></tr></table></body></html>`;
}
