import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { assetOf } from './assets.ts';
import type { City } from './city.ts';
import type { Page, SitePages } from './pages.ts';
import type { Fault } from './plan/column-plan.ts';
import type { SitePlan } from './plan/sites.ts';
import { feedAt } from './posts.ts';

/** Answers smaller than this are not worth compressing. */
const WORTH_COMPRESSING = 6000;

/** Answers one request to a site that can be read. */
export function answer(city: City, site: SitePlan, pages: SitePages, request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  const asset = assetOf(site, path) ?? (site.id === 'portal' ? feedAt(path, city) : null);
  const fault = faultAt(site, path);
  if (path === '/robots.txt') sendRobots(site, response);
  else if (asset) send(request, response, 200, { 'content-type': asset.type, 'cache-control': 'max-age=86400' }, Buffer.from(asset.body));
  else if (fault) sendFault(fault, request, response);
  else {
    const page = pages.find(path);
    const moved = pages.movedTo(path);
    if (moved !== null) response.writeHead(301, { location: moved }).end();
    else if (page) sendPage(site, page, request, response);
    else
      send(
        request,
        response,
        404,
        HTML,
        Buffer.from('<html><head><title>404</title></head><body><h1>您访问的页面不存在</h1></body></html>'),
      );
  }
}

/** Answers one request to a site that turns its visitors away. */
export function refuse(refusal: NonNullable<SitePlan['refusal']>, request: IncomingMessage, response: ServerResponse): void {
  if (refusal === 'reset') request.socket.destroy();
  else if (refusal === 'stall') response.writeHead(200, HTML).write('<html><head>');
  else
    response
      .writeHead(412, HTML)
      .end(
        '<html><head><meta charset="utf-8"><script>window.$_ts={};$_ts.nsd=41802;$_ts.cd="q1yqcGZarGG";</script></head><body></body></html>',
      );
}

const HTML = { 'content-type': 'text/html' } as const;
/** Headers that families of systems send: some name the charset, old ones do not, and ASP pages cannot be asked for changes. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  edu: 'text/html;charset=UTF-8',
  water: 'text/html; charset=utf-8',
  police: 'text/html; charset=UTF-8',
};
const WITHOUT_VALIDATORS = new Set(['env']);

function sendPage(site: SitePlan, page: Page, request: IncomingMessage, response: ServerResponse): void {
  const headers: Record<string, string> = { 'content-type': CONTENT_TYPES[site.id] ?? 'text/html' };
  if (!WITHOUT_VALIDATORS.has(site.id)) {
    headers.etag = `"${page.version}"`;
    if (page.changed) headers['last-modified'] = page.changed.toUTCString();
    if (page.neverChanged ? request.headers['if-none-match'] !== undefined : isUnchanged(page, headers.etag, request)) {
      response.writeHead(304, headers).end();
      return;
    }
  }
  send(request, response, 200, headers, page.draw());
}

function isUnchanged(page: Page, etag: string, request: IncomingMessage): boolean {
  const known = request.headers['if-none-match'];
  if (known !== undefined) return known.split(/,\s?/).some((one) => one.replace(/^W\//, '') === etag);
  const since = request.headers['if-modified-since'];
  return since !== undefined && page.changed !== null && page.changed.getTime() <= Date.parse(since);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): void {
  const packed = body.length > WORTH_COMPRESSING && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const bytes = packed ? gzipSync(body, { level: 1 }) : body;
  response.writeHead(status, {
    ...headers,
    ...(packed ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
    'content-length': bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Each site closes the folders of its columns that it does not want read. */
function sendRobots(site: SitePlan, response: ServerResponse): void {
  const closed = new Set(site.columns.filter((column) => column.fault === 'robots').map((column) => column.folder.split('/', 3).join('/')));
  const lines = ['User-agent: *', ...[...closed].map((folder) => `Disallow: ${folder}/`), 'Disallow: /search/', ''];
  response.writeHead(200, { 'content-type': 'text/plain' }).end(lines.join('\n'));
}

function faultAt(site: SitePlan, path: string): Fault | null {
  return site.columns.find((column) => column.fault !== null && path.startsWith(column.folder))?.fault ?? null;
}

function sendFault(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  const page = (status: number, html: string) =>
    send(request, response, status, HTML, Buffer.from(`<!DOCTYPE html><html><head><meta charset="utf-8">${html}</html>`));
  if (fault === 'not-found') page(404, '<title>404 Not Found</title></head><body><center><h1>404 Not Found</h1></center><hr>nginx</body>');
  else if (fault === 'soft-404')
    page(
      200,
      '<title>提示信息</title></head><body><div class="tip">抱歉，您访问的页面不存在或已删除！<a href="/">返回首页</a></div></body>',
    );
  else if (fault === 'server-error')
    page(500, '<title>HTTP Status 500</title></head><body><h1>HTTP Status 500 - Internal Server Error</h1></body>');
  else if (fault === 'script-only')
    page(
      200,
      '<title>招商项目</title></head><body><div id="app"></div><noscript>请启用 JavaScript</noscript><script src="/static/js/app.3f9c1.js"></script></body>',
    );
  else page(200, '<title>档案局</title></head><body><p>此栏目仅供内部查阅</p></body>');
}
