import type { SitePlan } from './plan/sites.ts';

/** Style sheet, script and sign of a site, and the files it offers to load down, so that its pages look as they should. */
export function assetOf(site: SitePlan, path: string): { readonly type: string; readonly body: string } | null {
  if (path === '/images/site.css') return { type: 'text/css', body: site.look.styles };
  if (path === '/images/page.js') return { type: 'text/javascript', body: PAGER };
  if (path === '/images/logo.svg') return { type: 'image/svg+xml', body: logo(site.name) };
  if (path.startsWith('/module/download/') || /\/P\d{10,40}\.\w{3,4}$/.test(path)) return { type: 'application/pdf', body: FILE };
  return null;
}

function logo(name: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="96"><circle cx="48" cy="48" r="32" fill="#f5c542"/><path d="M20 60 L40 32 L52 48 L60 38 L78 60 Z" fill="#a5131a"/><text x="98" y="62" font-size="38" font-weight="bold" fill="#fff" font-family="KaiTi,Noto Serif CJK SC,serif">${name}</text></svg>`;
}

/** What TRS sites do with the page numbers that their lists name. */
const PAGER = `function createPageHTML(count, current, name, suffix) {
  if (count < 2) return;
  function link(page, text) { return '<a href="' + name + (page === 0 ? '' : '_' + page) + '.' + suffix + '">' + text + '</a>'; }
  var html = current > 0 ? link(current - 1, '上一页') : '';
  for (var page = 0; page < count; page++) {
    if (page === current) html += '<b>' + (page + 1) + '</b>';
    else if (Math.abs(page - current) < 5 || page === count - 1 || page === 0) html += link(page, page + 1);
  }
  document.write(html + (current < count - 1 ? link(current + 1, '下一页') : '') + ' 共' + count + '页');
}`;

const FILE =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
