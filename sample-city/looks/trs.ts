import type { CityItem } from '../items.ts';
import type { ColumnPlan } from '../plan/column-plan.ts';
import { cut, escapeHtml, type Frame, type ItemView, type LandingView, type ListView, type Look, type Row, tableHtml } from './look.ts';
import { TRS_STYLES } from './styles.ts';

/** The portal: folders for columns, creation day in an item's address, page numbers counted by a script, the tags of 国办发〔2017〕47号. */
export const trs: Look = {
  charset: 'utf-8',
  styles: TRS_STYLES,
  listPath: (column, page) => (page === 1 ? column.folder : `${column.folder}index_${page - 1}.html`),
  itemPath: (item) => `${item.column.folder}${item.column.rowDate === 'none' ? `content_${item.id}.html` : monthAndName(item)}`,
  find(path, columns) {
    const item = /\/(?:\d{6}\/t\d{8}|content)_(\d{1,9})\.html$/.exec(path);
    if (item) return { kind: 'item', id: Number(item[1]) };
    const list = /^(.*\/)(?:index(?:_(\d{1,4}))?\.html)?$/.exec(path);
    const column = list && columns.find((one) => one.folder === list[1]);
    return column ? { kind: 'list', column, page: Number(list[2] ?? 0) + 1, fromEnd: false } : null;
  },
  list: listPage,
  item: itemPage,
  landing: landingPage,
};

function monthAndName(item: CityItem): string {
  const day = item.appears.replaceAll('-', '');
  return `${day.slice(0, 6)}/t${day}_${item.id}.html`;
}

/** Values of ColumnType in the annex of 国办发〔2017〕47号. */
const COLUMN_TYPES: Readonly<Record<string, string>> = {
  overview: '概况信息',
  'local-news': '工作动态',
  'video-news': '工作动态',
  'work-updates': '工作动态',
  'policies-regulations': '政策文件',
  'policy-interpretation': '政策解读',
  statistics: '数据发布',
};

function columnTags(column: ColumnPlan): string {
  const name = column.path.at(-1)!;
  return `<meta name="ColumnName" content="${name}">
<meta name="ColumnDescription" content="${column.path.join('、')}栏目发布的政府信息">
<meta name="ColumnKeywords" content="${name},政府信息公开">
<meta name="ColumnType" content="${COLUMN_TYPES[column.category] ?? '信息公开目录'}">`;
}

function listPage(view: ListView): string {
  const { column } = view;
  const rows = column.rowDate === 'card' ? cardRows(view.rows) : rowsOf(view.rows, column);
  const body = view.rows.length === 0 ? '<ul class="news_list"></ul>' : rows;
  return page(
    view,
    column.path.at(-1)!,
    columnTags(column),
    `<div class="main wrap"><div class="side">${side(view)}${hotBox(view.beside)}</div>
<div class="right"><div class="lm_title"><h2>${column.path.at(-1)}</h2></div>
${body}
<div class="page" id="page_div"><script>createPageHTML(${view.pages}, ${view.page - 1}, "index", "html");</script></div>
</div></div>`,
  );
}

function rowsOf(rows: readonly Row[], column: ColumnPlan): string {
  if (column.manner === 'written') return writtenRows(plainRows(rows, column));
  return column.manner === 'in-arrays' ? rowsInArrays(rows) : plainRows(rows, column);
}

function writtenRows(markup: string): string {
  return `<script>\n${markup
    .split('\n')
    .map((line) => `document.write('${line.replaceAll("'", '&#39;')}');`)
    .join('\n')}\n</script>`;
}

function rowsInArrays(rows: readonly Row[]): string {
  const array = (name: string, of: (row: Row) => string) => `var ${name} = [${rows.map((row) => JSON.stringify(of(row))).join(', ')}];`;
  return `<ul class="news_list" id="list"></ul>
<script>
${array('titles', (row) => escapeHtml(row.title))}
${array('links', (row) => row.href)}
${array('days', (row) => row.day)}
var html = '';
for (var i = 0; i < titles.length; i++) {
  html += '<li><span>' + days[i] + '</span><a href="' + links[i] + '" target="_blank" title="' + titles[i] + '">' + titles[i] + '</a></li>';
}
document.getElementById('list').innerHTML = html;
</script>`;
}

function hotBox(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const items = rows.map(
    (row) => `<li><a href="${row.href}" title="${escapeHtml(row.title)}">${escapeHtml(cut(row.title, 16))}</a><span>${row.day}</span></li>`,
  );
  return `<h3>热点推荐</h3><ul class="hot">${items.join('')}</ul>`;
}

function plainRows(rows: readonly Row[], column: ColumnPlan): string {
  const day = (row: Row) =>
    column.rowDate === 'none' ? '' : `<span>${column.rowDate === 'month-day' ? `[${row.day.slice(5)}]` : row.day}</span>`;
  return `<ul class="news_list">
${rows.map((row) => `<li>${day(row)}${row.pinned ? '<i class="zd">置顶</i>' : ''}<a href="${row.href}" target="_blank" title="${escapeHtml(row.title)}">${escapeHtml(cut(row.title, 34))}</a></li>`).join('\n')}
</ul>`;
}

function cardRows(rows: readonly Row[]): string {
  return `<div class="cards">
${rows
  .map(
    (row) => `<dl class="card"><dt><b>${row.day.slice(8)}</b><em>${row.day.slice(0, 7)}</em></dt>
<dd><a href="${row.href}" target="_blank">${escapeHtml(row.title)}</a></dd></dl>`,
  )
  .join('\n')}
</div>`;
}

function side(view: Frame): string {
  const top = view.menu.find((entry) => entry.name === view.crumbs[1]?.name);
  return `<h3>${top?.name ?? view.siteName}</h3><ul>${(top?.children ?? []).map((link) => `<li><a href="${link.href}">${link.name}</a></li>`).join('')}</ul>`;
}

function itemPage(view: ItemView): string {
  const { item, story } = view;
  const shown = `${item.day} ${item.time}`;
  const tags = `${columnTags(item.column)}
<meta name="ArticleTitle" content="${escapeHtml(item.title)}">
<meta name="PubDate" content="${shown}">
<meta name="ContentSource" content="${view.source}">
<meta name="Author" content="${view.editor}">
<meta name="Url" content="${view.url}">`;
  const undated = item.column.rowDate === 'none';
  return page(
    view,
    item.title,
    undated ? '' : tags,
    `<div class="main wrap article"><h1>${escapeHtml(item.title)}</h1>
${story.document ? documentTable(view) : ''}
<ul class="info">${undated ? '' : `<li>发布日期：${shown}</li>`}<li>信息来源：${view.source}</li><li>编辑：${view.editor}</li><li>审核：${view.reviewer}</li></ul>
<div class="view TRS_UEDITOR trs_paper_default">
${story.paragraphs.map((text) => `<p>　　${escapeHtml(text)}</p>`).join('\n')}
${tableHtml(story, 'border="1" cellspacing="0"')}
</div>
${story.attachments.length > 0 ? `<div class="fj"><b>附件：</b>${story.attachments.map((name, index) => `<a href="./P0${item.day.replaceAll('-', '')}${item.id}${index}${name.slice(name.lastIndexOf('.'))}">${escapeHtml(name)}</a>`).join(' ')}</div>` : ''}
<div class="tools"><a href="javascript:window.print()">【打印】</a><a href="javascript:window.close()">【关闭】</a></div></div>`,
  );
}

function documentTable({ item, story, source }: ItemView): string {
  const cell = (name: string, value: string) => `<td class="n">${name}</td><td>${escapeHtml(value)}</td>`;
  const [year, month, day] = story.document!.date.split('-').map(Number);
  return `<table class="gwxx"><tr>${cell('索 引 号：', `01130${item.id}/${year}-${item.id % 90000}`)}${cell('主题分类：', '综合政务')}</tr>
<tr>${cell('发布机构：', source)}${cell('成文日期：', `${year}年${month}月${day}日`)}</tr>
<tr>${cell('发文字号：', story.document!.number)}${cell('公开方式：', '主动公开')}</tr></table>`;
}

function landingPage(view: LandingView): string {
  const links =
    view.links.length > 0
      ? `<ul class="units">${view.links.map((link) => `<li><a href="${link.href}">${link.name}</a></li>`).join('')}</ul>`
      : '';
  return page(
    view,
    view.title,
    '',
    `<div class="main wrap">${links}<div class="blocks">
${view.blocks
  .map(
    (
      block,
    ) => `<div class="block"><div class="hd"><h3><a href="${block.href}">${block.name}</a></h3><a class="more" href="${block.href}">更多&gt;&gt;</a></div>
<ul>${block.rows.map((row) => `<li><span>${row.day.slice(5)}</span><a href="${row.href}" title="${escapeHtml(row.title)}">${escapeHtml(cut(row.title, 22))}</a></li>`).join('\n')}</ul></div>`,
  )
  .join('\n')}
</div></div>`,
  );
}

function page(frame: Frame, title: string, tags: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<title>${escapeHtml(title)}_${frame.siteName}</title>
<meta name="SiteName" content="${frame.siteName}">
<meta name="SiteDomain" content="www.guangshui.example">
<meta name="SiteIDCode" content="${frame.idCode}">
${tags}
<link rel="stylesheet" href="/images/site.css">
<script src="/images/page.js"></script></head>
<body>
<div class="top"><div class="wrap"><img src="/images/logo.svg" alt="${frame.siteName}"></div></div>
<div class="nav"><ul class="wrap"><li><a href="/">首页</a></li>${frame.menu.map(menuEntry).join('')}</ul></div>
<div class="crumbs wrap">您现在的位置：${frame.crumbs.map((link) => `<a href="${link.href}">${escapeHtml(link.name)}</a>`).join(' &gt; ')}</div>
${body}
<div class="foot"><div class="wrap"><p>主办单位：广水市人民政府办公室　承办单位：市政府信息中心　网站标识码：${frame.idCode}</p><p>本站为演示用的虚构网站，内容均为随机生成　<a href="/wzdt/">网站地图</a></p></div></div>
</body></html>`;
}

function menuEntry(entry: Frame['menu'][number]): string {
  const below =
    entry.children.length > 0
      ? `<ol>${entry.children.map((link) => `<li><a href="${link.href}">${link.name}</a></li>`).join('')}</ol>`
      : '';
  return `<li><a href="${entry.href}">${entry.name}</a>${below}</li>\n`;
}
