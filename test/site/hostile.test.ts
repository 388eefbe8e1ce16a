import type { ServerResponse } from 'node:http';
import { createGzip, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { useAudits } from './audits.ts';
import { article, dayOf, framed, list, rowsDown } from './pages.ts';
import { openTown } from './town.ts';

const auditsOf = useAudits();
const MEBIBYTE = 1024 * 1024;

/** Sends the same piece again and again, no faster than it is taken. */
function pour(response: NodeJS.WritableStream & Pick<ServerResponse, 'destroyed'>, piece: Buffer, bytes: number): void {
  let sent = 0;
  const more = () => {
    while (sent < bytes && !response.destroyed) {
      sent += piece.length;
      if (!response.write(piece)) {
        response.once('drain', more);
        return;
      }
    }
    if (!response.destroyed) response.end();
  };
  more();
}

it('a site of hostile pages gets an outcome each, its other columns are read, and time and memory stay bounded', async () => {
  const town = await openTown();
  const page = Buffer.alloc(MEBIBYTE, '<li><a href="/x.html">一条信息</a></li>');
  const { pages } = town;
  pages.set('/good/', framed(list(rowsDown(12, 1))));
  for (let n = 1; n <= 12; n++) pages.set(`/tzgg/t${n}.html`, article(n));
  pages.set('/huge/', (_, response) => pour(response.writeHead(200, { 'content-type': 'text/html' }), page, 40 * MEBIBYTE));
  pages.set('/bomb/', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
    const zip = createGzip({ level: 9 });
    zip.on('error', () => undefined).pipe(response);
    response.once('close', () => zip.destroy());
    pour(zip, Buffer.alloc(MEBIBYTE), 1024 * MEBIBYTE);
  });
  pages.set('/drip/', (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write('<'), 200);
    response.once('close', () => clearInterval(timer));
  });
  pages.set('/circle/', (_, response) => response.writeHead(302, { location: '/circle/again' }).end());
  pages.set('/circle/again', (_, response) => response.writeHead(302, { location: '/circle/' }).end());
  pages.set('/deep/', framed(`${'<div>'.repeat(100_000)}${list(rowsDown(3, 1))}${'</div>'.repeat(100_000)}`));
  pages.set('/broken/', gzipSync(framed(list(rowsDown(3, 1)))).subarray(0, 40));
  const nasty = [
    { n: 3, title: `\u202e通知\u202c公告\u0000关于${'\u001b[2J'}城区停水的通知\u200b` },
    { n: 2, title: '&lt;script&gt;alert(1)&lt;/script&gt;关于防汛工作的通知' },
    { n: 1, title: `关于${'水利'.repeat(5000)}的通知` },
  ];
  pages.set('/nasty/', framed(list(nasty)));
  const columns = ['huge', 'bomb', 'drip', 'circle', 'deep', 'broken', 'nasty', 'good'].map(
    (id) => `{ id: ${id}, name: 通知公告${id}, url: /${id}/, category: notices }`,
  );
  const audits = auditsOf(town.url, columns, { timeoutSeconds: 2, concurrency: 3 });
  const began = Date.now();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const { result, crawled, column } = await audits.audit();
  clearInterval(watch);
  expect(Date.now() - began).toBeLessThan(60_000);
  expect(peak).toBeLessThan(900 * MEBIBYTE);
  const outcomes = Object.fromEntries([...crawled].map(([id, one]) => [id, one.outcome]));
  expect(outcomes).toMatchObject({
    huge: 'too-large',
    bomb: 'too-large',
    drip: 'timeout',
    circle: 'too-many-redirects',
    good: 'ok',
    nasty: 'ok',
  });
  for (const id of ['huge', 'bomb', 'drip', 'circle', 'broken']) expect([id, column(id).status]).toEqual([id, 'unknown']);
  expect(['fresh', 'unknown']).toContain(column('deep').status);
  expect(column('good')).toMatchObject({ status: 'fresh', items: 12, lastPublished: dayOf(12) });
  expect(column('nasty')).toMatchObject({ status: 'fresh', items: 3, lastPublished: dayOf(3) });
  expect(result.sites[0]!.status).toBe('partial');
  const titles = crawled.get('nasty')!.rows.map((row) => row.title);
  expect(titles[0]).toBe('通知公告关于[2J城区停水的通知');
  expect(titles[1]).toBe('<script>alert(1)</script>关于防汛工作的通知');
  expect(titles[2]!.length).toBeLessThanOrEqual(10_010);
  expect(titles[2]).toContain('水利水利');
}, 120_000);
