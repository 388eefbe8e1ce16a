import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyPage } from './every-page.ts';
import { type ServedConsole, serveTestConsole } from './served.ts';
import { raiseAlerts } from './support.ts';

/** An A4 sheet without its margins, in CSS pixels: 210 − 2 × 12 mm. */
const PAPER_WIDTH = 703;

let served: ServedConsole;
let page: Page;
let pages: string[];

beforeAll(async () => {
  served = await serveTestConsole();
  await raiseAlerts(served.console);
  pages = await everyPage(served.console);
  page = await served.openAs('supervisor');
  // Pages that are printed hear nothing of the paper's width, so they must not hear of it here.
  await page.addInitScript(() => addEventListener('resize', (event) => event.stopImmediatePropagation(), true));
});
afterAll(() => served?.close());

test('nothing on any page is cut off by the edge of the paper', async () => {
  for (const path of pages) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ media: 'screen' });
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: PAPER_WIDTH, height: 1000 });
    const beyond = await page.evaluate((width) => {
      const shown = [...document.querySelectorAll('body *')].filter((element) => element.getClientRects().length > 0);
      return shown.filter((element) => element.getBoundingClientRect().right > width + 1).map((element) => element.outerHTML.slice(0, 200));
    }, PAPER_WIDTH);
    expect(beyond, path).toEqual([]);
  }
  await page.emulateMedia({ media: null });
});

test.each([
  ['/', 2],
  ['/alerts', 1],
  ['/columns', 1],
  ['/units', 1],
  ['/units/water', 1],
  ['/sites', 1],
  ['/deliveries', 1],
])('%s of a small city takes %i sheets of paper at most', async (path, sheets) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  const printed = paper.match(/\/Type\s*\/Page\b/g)!.length;
  expect(printed).toBeLessThanOrEqual(sheets);
});
