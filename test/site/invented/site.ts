import type { Drawn, Look } from './looks.ts';
import type { Item, PlannedColumn, PlannedPage, PlannedSite } from './plan.ts';

/** How a site is drawn tonight; changes planted in it set the rest. */
export interface Drawing {
  readonly site: PlannedSite;
  look: Look;
  /** Where the box of newest items of other columns stands. */
  side: 'before' | 'after' | 'none';
  /** Columns whose page answers otherwise. */
  readonly answers: Map<PlannedColumn, Answer>;
  /** Items whose page is gone. */
  readonly gone: Set<number>;
  /** Stands behind every item's address, such as a session. */
  tail: string;
  /** Columns that show their first page only, and name no other. */
  readonly cut: Set<PlannedColumn>;
}

/** What a column's address answers where it is not its list. */
export type Answer =
  | { readonly kind: 'redirect'; readonly to: string }
  /** Its list stands at another address, to which the old one leads. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'not-modified' }
  /** Its list stands there with nothing in it, and this around it. */
  | { readonly kind: 'empty'; readonly filled: string };

/** All pages of a site by path and query. */
export function drawSite(drawing: Drawing): Map<string, string> {
  const { site, look } = drawing;
  const pages = new Map<string, string>([['/', home(drawing)]]);
  for (const column of site.columns) {
    const count = drawing.cut.has(column) ? 1 : Math.max(1, Math.ceil(column.items.length / look.perPage));
    for (let page = 0; page < count; page++) pages.set(look.column(column, page), listPage(drawing, column, page, count));
    for (const [path, text] of Object.entries(look.more?.(drawn(drawing, column, 0, count)) ?? {})) pages.set(path, text);
    for (const item of column.items) pages.set(look.item(column, item), articlePage(drawing, column, item));
  }
  for (const page of site.pages) pages.set(page.path, otherPage(drawing, page));
  for (const section of sectionsOf(site)) pages.set(`/${section.folder}/`, sectionPage(drawing, section.name));
  return pages;
}

const SECTIONS: Readonly<Record<string, string>> = { 政务公开: 'zwgk', 新闻中心: 'xwzx', 办事服务: 'bsfw' };
const sectionsOf = ({ columns }: PlannedSite) =>
  [...new Set(columns.map(({ section }) => section))].map((name) => ({ name, folder: SECTIONS[name]! }));

function drawn({ site, look, tail }: Drawing, column: PlannedColumn, page: number, pages: number): Drawn {
  const rows = column.items.slice(page * look.perPage, (page + 1) * look.perPage);
  const href = (item: Item) => {
    const path = look.item(column, item);
    return tail === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${tail}`;
  };
  return { site, column, page, pages, rows, href, c: site.words };
}

function listPage(drawing: Drawing, column: PlannedColumn, page: number, pages: number): string {
  const { look } = drawing;
  const answer = drawing.answers.get(column);
  const of = drawn(drawing, column, page, pages);
  const rows = answer?.kind === 'empty' ? [] : of.rows;
  const list = look.list({ ...of, rows }) + (answer?.kind === 'empty' ? answer.filled : '');
  return framed(drawing, { name: column.name, section: column.section, middle: list + (pages > 1 ? (look.pager?.(of) ?? '') : '') });
}

function articlePage(drawing: Drawing, column: PlannedColumn, { n, title, day }: Item): string {
  const middle = `<h1>${title}</h1><div class="${drawing.site.words[3]}">发布时间：${day} 来源：办公室 浏览次数：${n % 97}</div><div class="${drawing.site.words[4]}"><p>各乡镇人民政府、街道办事处，县直有关单位：</p><p>为切实做好第${n}号有关工作，现将有关事项通知如下，请结合实际认真贯彻落实，并于月底前将落实情况书面报送我局办公室汇总。</p><p>一、提高认识，加强领导。各地要成立工作专班，明确责任分工，确保各项任务按期完成。</p></div>`;
  return framed(drawing, { name: '正文', section: column.name, middle });
}

const MIDDLES: Readonly<Record<PlannedPage['kind'], string>> = {
  person:
    '<div><img src="/images/ld1.jpg"><p>张某某，男，汉族，1970年5月出生，大学学历，中共党员。</p><p>现任党组书记、局长。主持全面工作，分管办公室、人事科、财务科。</p><p>工作简历：历任乡镇副镇长、镇长，县直部门副局长。</p></div>',
  form: '<form action="/hdjl/save" method="post"><table><tr><td>姓名</td><td><input name="xm"></td></tr><tr><td>电话</td><td><input name="dh" type="tel"></td></tr><tr><td>邮箱</td><td><input name="yx" type="email"></td></tr><tr><td>内容</td><td><textarea name="nr"></textarea></td></tr></table><input type="submit" value="提交"></form>',
  contact: '<p>地址：人民路18号</p><p>电话：0000-1234567</p><p>办公时间：周一至周五 8:30-12:00 14:30-17:30</p>',
  text: '<p>贯彻执行国家有关法律法规和方针政策，拟订全县有关规划和年度计划并组织实施，指导、监督全县有关工作。</p><p>内设机构有办公室、法规科、业务科、财务科，下属事业单位三个，核定编制四十二名，实有人员三十八名。</p><p>负责全县有关项目的审查、申报、建设管理，承办县委、县政府交办的其他事项，完成上级业务主管部门下达的任务。</p>',
};

function otherPage(drawing: Drawing, { name, kind }: PlannedPage): string {
  return framed(drawing, { name, section: '机构职能', middle: MIDDLES[kind] });
}

function teaser(drawing: Drawing, column: PlannedColumn): string {
  const { href } = drawn(drawing, column, 0, 1);
  const rows = column.items
    .slice(0, 5)
    .map((item) => `<li><a href="${href(item)}">${item.title}</a><span>${item.day.slice(5)}</span></li>`);
  return `<div class="${drawing.site.words[5]}"><h3>${column.name}<a href="${drawing.look.column(column, 0)}">更多&gt;&gt;</a></h3><ul>${rows.join('')}</ul></div>`;
}

function sectionPage(drawing: Drawing, section: string): string {
  const columns = drawing.site.columns.filter((column) => column.section === section);
  return framed(drawing, { name: section, section: null, middle: columns.map((column) => teaser(drawing, column)).join('') });
}

function home(drawing: Drawing): string {
  const { site } = drawing;
  return framed(drawing, {
    name: '',
    section: null,
    middle: site.columns
      .slice(0, 4)
      .map((column) => teaser(drawing, column))
      .join(''),
  });
}

/** The newest items of the site, as boxes beside every page show them. */
function sideBox(drawing: Drawing): string {
  const { site } = drawing;
  const all = site.columns.flatMap((column) => column.items.slice(0, 3).map((item) => ({ column, item })));
  const newest = all.sort((one, other) => other.item.day.localeCompare(one.item.day)).slice(0, 6);
  const rows = newest.map(
    ({ column, item }) => `<li><a href="${drawn(drawing, column, 0, 1).href(item)}">${item.title}</a><span>${item.day}</span></li>`,
  );
  return `<div class="${site.words[6]}"><h4>最近更新</h4><ul>${rows.join('')}</ul></div>`;
}

/** A page with what all pages of the site share. */
function framed(drawing: Drawing, { name, section, middle }: { name: string; section: string | null; middle: string }): string {
  const { site, look, side } = drawing;
  const w = site.words;
  const menu = [
    ['首页', '/'],
    ...sectionsOf(site).map((one) => [one.name, `/${one.folder}/`]),
    ...site.columns.map((column) => [column.name, look.column(column, 0)]),
    ...site.pages.map((page) => [page.name, page.path]),
  ].map(([words, href]) => `<li><a href="${href}">${words}</a></li>`);
  const trail =
    name === ''
      ? ''
      : `<div class="${w[7]}">您的位置：<a href="/">首页</a> &gt; ${section === null ? '' : `${section} &gt; `}${name}</div>`;
  const box = side === 'none' || name === '' ? '' : sideBox(drawing);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${name === '' ? '' : `${name}-`}${site.name}</title><script src="/js/jquery.min.js"></script><script src="/js/qj2021.js"></script></head><body>
<div class="${w[8]}"><img src="/images/logo.png" alt="${site.name}"><ul class="${w[9]}">${menu.join('')}</ul></div>${trail}
<div class="${w[10]}">${side === 'before' ? box : ''}<div class="${w[11]}">${middle}</div>${side === 'after' ? box : ''}</div>
<div><p>主办：${site.name} 备案号：某ICP备01000001号</p></div></body></html>`;
}
