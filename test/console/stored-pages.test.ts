import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harmlessPage } from '../../src/console/view/harmless-page.ts';
import { freePort } from '../servers/binaries.ts';
import { makeResult } from '../store/records.ts';
import { type ServedConsole, serveTestConsole } from './served.ts';
import { signIn } from './support.ts';

/** Every way that a page has of making a browser connect, each leading to `far`. */
function hostilePage(far: string): string {
  const host = far.replace('http:', '');
  return `<!doctype html><html manifest="${far}/m"><head><base href="${far}/b/">
<link rel="preconnect" href="${far}"><link rel=preconnect href="${host}" crossorigin><link rel="dns-prefetch" href="${host}">
<link rel="prefetch" href="${far}/p"><link rel="preload" as="image" href="${far}/q"><link rel="modulepreload" href="${far}/r.js">
<link rel="stylesheet" href="${far}/s.css"><link rel="icon" href="${far}/i.ico"><link rel="prerender" href="${far}/pre">
<meta http-equiv="refresh" content="0;url=${far}/refresh"><meta http-equiv="x-dns-prefetch-control" content="on">
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${far}/spec"],"eagerness":"immediate"}]}</script>
<script src="${far}/x.js"></script><style>@import url("${far}/t.css");@font-face{font-family:f;src:url(${far}/f)}body{background:url(${far}/bg);font-family:f}</style>
</head><body background="${far}/old" onload="window.ran=1;fetch('${far}/load')"><p>证据文字</p>
<img src="${far}/1.png" srcset="${far}/2.png 2x" onerror="window.ran=1" alt="照片"><picture><source srcset="${far}/3.png"><img src="${far}/4.png"></picture>
<video src="${far}/v" poster="${far}/w" autoplay></video><audio src="${far}/a" autoplay></audio><iframe src="${far}/frame"></iframe>
<iframe srcdoc="<script>parent.ran=1</script>"></iframe><object data="${far}/o"></object><embed src="${far}/e"><input type=image src="${far}/in">
<svg><image href="${far}/svg"/><use href="${far}/u#x"/><script>window.ran=1</script><foreignObject><img src="${far}/fo"></foreignObject></svg>
<math><mtext><table><mglyph><style><img src="${far}/mx" onerror="window.ran=1"></style></table></mtext></math>
<noscript><p title="</noscript><img src=${far}/ns onerror=window.ran=1>"></noscript><table background="${far}/tb"><tr><td style="background:url(${far}/td)">格</td></tr></table>
<form action="${far}/form"><button autofocus onfocus="window.ran=1" formaction="${far}/fa">x</button></form><a href="${far}/link" ping="${far}/ping">链接</a>
<details ontoggle="window.ran=1" open><summary>x</summary></details><marquee onstart="window.ran=1">m</marquee></body></html>`;
}

describe('a stored page', () => {
  let served: ServedConsole;
  let far: Server;
  let address: string;
  let connections = 0;

  beforeAll(async () => {
    const port = await freePort();
    far = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => far.listen(port, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${port}`;
    served = await serveTestConsole();
  });
  afterAll(async () => {
    await served.close();
    far.close();
  });

  test('that tries every way to reach its site makes Chromium open not one connection and run not one script', async () => {
    const { store, deps } = served.console;
    const now = deps.clock.now();
    const bytes = new TextEncoder().encode(hostilePage(address));
    const hash = createHash('sha256').update(bytes).digest('hex');
    await store.columns.record(
      makeResult({ run: 'run-1', site: 'portal', column: 'water-news', at: now, asOf: now, evidence: hash }, [], {
        pages: [{ url: 'http://portal.example/water/', bytes, fetchedAt: now, contentType: 'text/html' }],
      }),
    );
    const page = await served.chromium.open();
    const { cookies } = await signIn(served.console, 'supervisor');
    const { publicUrl } = served.console.deps;
    await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: publicUrl })));
    connections = 0;
    await page.goto(`/pages/${hash}/view`);
    await page.waitForTimeout(1_500);
    expect(await page.locator('body').textContent()).toContain('证据文字');
    await page.goto('/columns/portal/water-news/reading');
    await page.frameLocator('iframe.stored').getByText('证据文字').waitFor();
    await page.goto(`/pages/${hash}`);
    await page.locator('details.card summary').click();
    await page.frameLocator('iframe.stored').getByText('证据文字').waitFor();
    await page.waitForTimeout(1_500);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(connections).toBe(0);
    // Proof that the ear hears: as its site wrote it, the page does connect.
    await page.setContent(hostilePage(address), { waitUntil: 'commit' });
    await expect.poll(() => connections, { timeout: 15_000 }).toBeGreaterThan(0);
  });

  test('of whatever signs keeps no element, attribute or address that is not on the list', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '=',
        ' ',
        '/',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '\u0000',
        '</',
        '<svg',
        '<style>',
        '<title>',
        '<xmp>',
      ),
      fc.constantFrom(
        '<img src=http://h/',
        '<a href="http://h/">',
        '<link rel=preconnect href=//h>',
        ' onload=x',
        '<plaintext>',
        '<textarea>',
        '<td title="',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const built = harmlessPage(`<p>x</p>${pieces.join('')}`, 'text/html').split('<body>')[1]!;
        const names: string[] = [];
        const look = (nodes: ReturnType<typeof parseDocument>['children']): void => {
          for (const node of nodes) {
            if (!('attribs' in node)) continue;
            names.push(node.name, ...Object.keys(node.attribs).map((name) => `@${name}`));
            look(node.children);
          }
        };
        look(parseDocument(built).children);
        expect(
          names.filter((name) =>
            /^(link|script|style|img|iframe|meta|base|form|object|title|xmp|plaintext|textarea|@src|@href|@on.*|@style)$/.test(name),
          ),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
