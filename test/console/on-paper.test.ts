import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetsOf } from './chromium.ts';
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

test('pages on paper hold their charts and nothing to press, and the edge of the paper cuts nothing off', async () => {
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
    expect(await page.locator(':is(button, input, select, form:not(.listing)):visible').count(), path).toBe(0);
    const heights = await page.locator('.canvas').evaluateAll((all) => all.map((chart) => chart.getBoundingClientRect().height));
    for (const height of heights) expect(height, path).toBeGreaterThan(60);
  }
  await page.emulateMedia({ media: null });
});

test.each([
  ['/', 2],
  ['/alerts', 1],
  ['/columns', 1],
  ['/units', 1],
  ['/units/water', 2],
  ['/sites', 1],
  ['/deliveries', 1],
])('%s of a small city takes %i sheets of paper at most', async (path, sheets) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  expect(await sheetsOf(page)).toBeLessThanOrEqual(sheets);
});
