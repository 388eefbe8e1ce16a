import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/*
 * A site for the pipeline's bench, served by a process of its own: lists of 20 rows whose items are the real article pages of the
 * reference corpus, byte for byte, again and again under new addresses. Prints its address and ends with its parent.
 */

const ARTICLES = fileURLToPath(new URL('../../shared/pages/articles/', import.meta.url));
const ROWS = 20;
const [columns = 10, pages = 5] = process.argv.slice(2).map(Number);

/** Pages as large as those of real portals; the corpus holds many small ones, too. */
const SMALLEST = 30_000;

const bodies = existsSync(ARTICLES)
  ? readdirSync(ARTICLES)
      .filter((file) => file.endsWith('.html'))
      .map((file) => readFileSync(ARTICLES + file))
      .filter((bytes) => bytes.length >= SMALLEST)
  : [];

function list(column: number, page: number): string {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const number = ((column * pages + page) * ROWS + row) % 1_000_000;
    const day = new Date(Date.UTC(2018, 11, 31) - (page * ROWS + row) * 86_400_000).toISOString().slice(0, 10);
    return `<li><a href="/a/${number}.html">第${number}号工作信息的标题写在这里</a><span>${day}</span></li>`;
  });
  const next = page + 1 < pages ? `<a href="/c${column}/index_${page + 1}.html">下一页</a>` : '';
  return `<!doctype html><html><head><meta charset="utf-8"><title>栏目${column}</title></head><body><div>当前位置：首页 &gt; 栏目${column}</div><ul class="list">${rows.join('')}</ul><div class="page">${next}</div></body></html>`;
}

const server = createServer((request, response) => {
  const [, column, page] = /^\/c(\d+)\/(?:index_(\d+)\.html)?$/.exec(request.url ?? '') ?? [];
  const [, article] = /^\/a\/(\d+)\.html$/.exec(request.url ?? '') ?? [];
  if (column !== undefined) response.setHeader('content-type', 'text/html; charset=utf-8').end(list(Number(column), Number(page ?? 0)));
  else if (article !== undefined && bodies.length > 0)
    response.setHeader('content-type', 'text/html').end(bodies[Number(article) % bodies.length]);
  else response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port, columns, pages, rows: ROWS, bodies: bodies.length }),
);
process.on('disconnect', () => process.exit());
