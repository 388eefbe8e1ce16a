import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyPage } from './every-page.ts';
import { type ServedConsole, serveTestConsole } from './served.ts';
import { raiseAlerts } from './support.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HAN = /\p{Script=Han}/u;

let served: ServedConsole;
let pages: string[];

beforeAll(async () => {
  served = await serveTestConsole();
  await raiseAlerts(served.console);
  pages = await everyPage(served.console);
});
afterAll(() => served?.close());

/** What axe finds serious or critical on a page. */
async function seriousBarriers(page: Page): Promise<string[]> {
  const found = (await page.evaluate(`(() => { ${AXE}; return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] }); })()`)) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** By how many pixels a page is wider than its window. */
const excessWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('in a real browser', () => {
  for (const width of [1280, 390]) {
    test(`every page at ${width} pixels fits and holds no serious barrier`, async () => {
      const page = await served.openAs('supervisor', { width });
      for (const path of pages) {
        await page.goto(path);
        expect(await excessWidth(page), path).toBeLessThanOrEqual(0);
        expect(await seriousBarriers(page), path).toEqual([]);
      }
    });
  }

  test('every page in English fits a narrow window, holds no serious barrier, and says in English what is not the city’s own words', async () => {
    const page = await served.openAs('supervisor', { width: 390 });
    await page.goto('/language/en');
    for (const path of pages) {
      await page.goto(path);
      expect(await page.getAttribute('html', 'lang'), path).toBe('en');
      expect(await excessWidth(page), path).toBeLessThanOrEqual(0);
      expect(await seriousBarriers(page), path).toEqual([]);
      const ours = await page.locator('nav li a, .tiles li, h2, th, label > span, .field > label, button, summary').allTextContents();
      const chinese = ours.filter((text) => HAN.test(text.replace(served.console.deps.config.pack.name, '')));
      expect(chinese, path).toEqual([]);
    }
  });

  test('another language is the same page with the same filters, also where the page answers a form', async () => {
    const page = await served.openAs('supervisor');
    await page.goto('/alerts?search=&state=all&unit=water&order=newest');
    const address = page.url();
    await page.click('a[hreflang=en]');
    expect([page.url(), await page.getAttribute('html', 'lang')]).toEqual([address, 'en']);
    expect(await page.inputValue('select[name=order]')).toBe('newest');
    await page.click('a[hreflang=zh]');
    expect([page.url(), await page.getAttribute('html', 'lang')]).toEqual([address, 'zh-CN']);

    await page.goto('/account');
    await page.fill('form[action="/account/tokens"] input[name=name]', '试验');
    await page.click('form[action="/account/tokens"] button[type=submit]');
    await page.click('a[hreflang=en]');
    expect([new URL(page.url()).pathname, await page.getAttribute('html', 'lang')]).toEqual(['/account', 'en']);
  });

  test('charts are drawn', async () => {
    const page = await served.openAs('supervisor');
    await page.goto('/columns');
    expect(await page.locator('.canvas svg').count()).toBe(1);
  });

  test('without scripts every page can be read, its charts as tables, and nothing is there that does nothing', async () => {
    const page = await served.openAs('supervisor', { javaScriptEnabled: false });
    for (const path of pages) {
      await page.goto(path);
      expect(await page.locator('main :is(td, dd, li, .empty):visible').count(), path).toBeGreaterThan(0);
      expect(await page.locator('button[type=button]:visible, [data-script]:visible').count(), path).toBe(0);
      for (const chart of await page.locator('figure.chart').all()) {
        await chart.locator('summary').click();
        expect(await chart.locator('tbody tr:visible').count(), path).toBeGreaterThan(0);
      }
    }
  });

  test('nothing was refused by the policy, nothing failed, and nobody else was asked for anything', () => {
    // A stored page wanted to run its own script, and the browser says that it did not let it.
    const isOfStoredPage = (complaint: string) => /\/view' because the document's frame is sandboxed/.test(complaint);
    expect(served.chromium.complaints.filter((complaint) => !isOfStoredPage(complaint))).toEqual([]);
    expect(served.chromium.complaints.some(isOfStoredPage)).toBe(true);
  });
});
