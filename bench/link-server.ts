import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/*
 * Link targets for the bench of links, served by a process of its own: how one answers, its number says. Prints its address and ends with
 * its parent.
 */

/** How a target answers, by its number: most are well. */
const KINDS = ['well', 'well', 'well', 'well', 'well', 'well', 'moved', 'gone', 'failing', 'guarded'] as const;
const kindOf = (number: number) => KINDS[number % KINDS.length]!;
const BODY = `<html><head><title>通知公告</title></head><body>${'<p>各镇人民政府、街道办事处，市政府各部门。</p>'.repeat(200)}</body></html>`;

const server = createServer((request, response) => {
  const number = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
  const kind = request.url?.includes('new') ? 'well' : kindOf(number);
  const status = { well: 200, moved: 301, gone: 404, failing: 500, guarded: 403 }[kind];
  const more = kind === 'moved' ? { location: `/new/${number}.html` } : {};
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...more }).end(status === 200 ? BODY : '');
});
server.listen(0, '127.0.0.1', () => process.send?.({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
process.on('disconnect', () => process.exit());
