import { cut, escapeHtml, type Frame, type ItemView, type LandingView, type ListView, type Look, tableHtml } from './look.ts';
import { PLAIN_STYLES } from './styles.ts';

/** The police: cards with the day torn in two, an item's address without any date. */
export const cards: Look = {
  charset: 'utf-8',
  styles: PLAIN_STYLES,
  listPath: (column, page) => `${column.folder}${page === 1 ? '' : `list_${page}.html`}`,
  itemPath: (item) => `${item.column.folder}content_${item.id}.html`,
  find(path, columns) {
    const item = /\/content_(\d{1,9})\.html$/.exec(path);
    if (item) return { kind: 'item', id: Number(item[1]) };
    const list = /^(.*\/)(?:list_(\d{1,4})\.html)?$/.exec(path);
    const column = list && columns.find((one) => one.folder === list[1]);
    return column ? { kind: 'list', column, page: Number(list[2] ?? 1), fromEnd: false } : null;
  },
  list: (view) =>
    page(
      view,
      view.column.path.at(-1)!,
      `<div class="tiles">
${view.rows
  .map(
    (
      row,
    ) => `<div class="tile"><div class="date"><span class="day">${row.day.slice(8)}</span><span class="ym">${row.day.slice(0, 4)}.${row.day.slice(5, 7)}</span></div>
<div class="txt"><h4><a href="${row.href}">${escapeHtml(row.title)}</a></h4><p>${escapeHtml(cut(row.title, 18))}，详情请点击查看。</p></div></div>`,
  )
  .join('\n')}
</div>${pager(view)}`,
    ),
  item: itemPage,
  landing: (view: LandingView) =>
    page(
      view,
      view.title,
      view.blocks
        .map(
          (block) => `<div class="box half"><div class="bt"><a href="${block.href}">${block.name}</a></div>
<ul class="list">${block.rows.map((row) => `<li><a href="${row.href}">${escapeHtml(cut(row.title, 20))}</a><span>${row.day.slice(5)}</span></li>`).join('')}</ul></div>`,
        )
        .join('\n'),
    ),
};

function pager({ column, page: at, pages }: ListView): string {
  const numbers = Array.from({ length: pages }, (_, index) => index + 1).filter((number) => Math.abs(number - at) < 4 || number === pages);
  const links = numbers.map((number) =>
    number === at ? `<b>${number}</b>` : `<a href="${cards.listPath(column, number, pages)}">${number}</a>`,
  );
  return `<div class="pagination">${links.join(' ')}${at < pages ? ` <a class="next" href="${cards.listPath(column, at + 1, pages)}">&gt;</a>` : ''}</div>`;
}

function itemPage(view: ItemView): string {
  const { item, story } = view;
  const [year, month, day] = item.day.split('-').map(Number);
  return page(
    view,
    item.title,
    `<article class="art"><h1>${escapeHtml(item.title)}</h1>
<p class="sub"><span>时间：${year}年${month}月${day}日 ${item.time}</span><span>来源：${view.source}</span><span>浏览次数：<i id="hits">-</i></span></p>
<section class="content">${story.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}${tableHtml(story, '')}</section>
<p class="sub">责任编辑：${view.editor}　审核：${view.reviewer}</p></article>`,
  );
}

function page(frame: Frame, title: string, body: string): string {
  return `<!doctype html><html lang="zh"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} - ${frame.siteName}</title><link rel="stylesheet" href="/images/site.css"></head><body>
<header class="banner">${frame.siteName}</header><nav class="menu"><a href="/">首页</a>${frame.menu.map((entry) => `<a href="${entry.href}">${entry.name}</a>`).join('')}</nav>
<div class="body"><div class="where">${frame.crumbs.map((link) => `<a href="${link.href}">${escapeHtml(link.name)}</a>`).join(' / ')}</div>
${body}</div><footer class="foot">广水市公安局主办　网站标识码：${frame.idCode}　演示用的虚构网站</footer></body></html>`;
}
