import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeScreenshot } from '../../crawlers/browser/screenshot.ts';
import { makeItem, makeResult } from '../store/records.ts';
import { sheetsOf } from './chromium.ts';
import { type ServedConsole, serveTestConsole } from './served.ts';
import { raiseAlerts, signIn, type TestConsole } from './support.ts';

let served: ServedConsole;
let console: TestConsole;
let page: Page;
let alertPath: string;
let picture: Uint8Array;

beforeAll(async () => {
  served = await serveTestConsole();
  console = served.console;
  page = await served.openAs('officer');
  await keepDrawnList();
  await raiseAlerts(console);
  const [alert] = await console.store.alerts.list({ columns: ['water-news'] });
  alertPath = `/alerts/${alert!.id}`;
});
afterAll(() => served?.close());

/** A reading of the water column whose list a browser drew, with a real picture of it. */
async function keepDrawnList(): Promise<void> {
  const html = `<h1>水利动态</h1><ul>${Array.from({ length: 60 }, (_, n) => `<li>第${n}号 <span>2023-12-05</span></li>`).join('')}</ul>`;
  await page.setContent(html);
  picture = (await takeScreenshot(page))!;
  const bytes = new TextEncoder().encode(html);
  const at = new Date('2024-03-20T12:00:00+08:00');
  const evidence = createHash('sha256').update(bytes).digest('hex');
  const item = makeItem('portal.example/water/2', {
    unit: 'water',
    title: '第2号',
    publishedOn: '2023-12-05',
    firstSeen: at,
    lastSeen: at,
  });
  const kept = { url: 'http://portal.example/water/', bytes, fetchedAt: at, contentType: 'text/html', screenshot: picture };
  const reading = { run: 'run-1', site: 'portal', column: 'water-news', at, asOf: at, evidence, via: 'browser' } as const;
  await console.store.columns.record(makeResult(reading, [item], { pages: [kept] }));
}

describe('an alert whose list a browser drew', () => {
  test('shows the picture with its hash, as bytes that can do nothing else', async () => {
    await page.goto(alertPath);
    const shown = page.locator('figure.screenshot img');
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);
    expect(await page.locator('figure.screenshot code').textContent()).toBe(createHash('sha256').update(picture).digest('hex'));
    const answer = await page.request.get((await shown.getAttribute('src'))!);
    expect(Buffer.compare(await answer.body(), picture)).toBe(0);
    expect(answer.headers()).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
    });
  });

  test('is one sheet of paper with all of it', async () => {
    await page.goto(alertPath);
    expect(await sheetsOf(page)).toBe(1);
  });

  test('keeps its picture from a unit editor of another unit', async () => {
    await page.goto(alertPath);
    const src = (await page.locator('figure.screenshot img').getAttribute('src'))!;
    expect((await (await signIn(console, 'unit-editor', 'water')).get(src)).status).toBe(200);
    expect((await (await signIn(console, 'unit-editor', 'health')).get(src)).status).toBe(404);
  });
});
