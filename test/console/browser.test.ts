import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousBarriers } from './axe.ts';
import { everyPage } from './every-page.ts';
import { type ServedConsole, serveTestConsole } from './served.ts';
import { raiseAlerts } from './support.ts';

/** Words of the console; what papers say is the office's. */
const OURS = ':is(nav li a, .tiles li, h2, th, label > span, .field > label, button, summary):not([lang=zh-CN], [lang=zh-CN] *)';
const HAN = /\p{Script=Han}/u;

let served: ServedConsole;
let pages: string[];

beforeAll(async () => {
  served = await serveTestConsole();
  await raiseAlerts(served.console);
  pages = await everyPage(served.console);
});
afterAll(() => served?.close());

/** By how many pixels a page is wider than its window. */
const excessWidth = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

async function switchTo(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.click(`a[hreflang=${language}]`);
  await page.locator(`html[lang|=${language}]`).waitFor();
}

describe('in a real browser', () => {
  for (const width of [1280, 390]) {
    test(`every page at ${width} pixels fits and holds no serious barrier`, async () => {
      const page = await served.openAs('supervisor', { width });
      for (const path of pages) {
        await page.goto(path);
        expect(await excessWidth(page), path).toBeLessThanOrEqual(0);
        expect(await seriousBarriers(page), path).toEqual([]);
        expect(await page.locator('th:text-matches("^\\s*$")').count(), path).toBe(0);
      }
    });
  }

  test('a text that is longer than its place is scrolled by keys', async () => {
    const page = await served.openAs('supervisor');
    for (const path of pages.filter((one) => /^\/(item\?|pages\/)/.test(one))) {
      await page.goto(path);
      const text = page.locator('section.text');
      expect(await text.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight), path).toBe(true);
      await text.focus();
      await page.keyboard.press('PageDown');
      await expect.poll(() => text.evaluate(({ scrollTop }) => scrollTop), { message: path }).toBeGreaterThan(0);
    }
  });

  test('every page in English fits a narrow window, holds no serious barrier, and says in English what is not the city’s own words', async () => {
    const page = await served.openAs('supervisor', { width: 390 });
    await page.goto('/language/en');
    for (const path of pages) {
      await page.goto(path);
      expect(await page.getAttribute('html', 'lang'), path).toBe('en');
      expect(await excessWidth(page), path).toBeLessThanOrEqual(0);
      expect(await seriousBarriers(page), path).toEqual([]);
      const ours = await page.locator(OURS).allTextContents();
      const chinese = ours.filter((text) => HAN.test(text.replace(served.console.deps.config.pack.name, '')));
      expect(chinese, path).toEqual([]);
    }
  });

  test('whoever is not signed in meets no barrier either', async () => {
    const page = await served.chromium.open({ width: 390 });
    await page.goto('/login');
    expect([await excessWidth(page), await seriousBarriers(page)]).toEqual([0, []]);
  });

  test('another language is the same page with the same filters, also where the page answers a form', async () => {
    const page = await served.openAs('supervisor');
    await page.goto('/alerts?search=&state=all&unit=water&order=newest');
    const address = page.url();
    await switchTo(page, 'en');
    expect([page.url(), await page.inputValue('select[name=order]')]).toEqual([address, 'newest']);
    await switchTo(page, 'zh');
    expect(page.url()).toBe(address);

    await page.goto('/account');
    await page.fill('form[action="/account/tokens"] input[name=name]', '试验');
    await page.click('form[action="/account/tokens"] button[type=submit]');
    await page.waitForURL('**/account/tokens');
    await switchTo(page, 'en');
    expect(new URL(page.url()).pathname).toBe('/account');
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
      expect(await page.locator('main :is(td, dd, li, .empty, form):visible').count(), path).toBeGreaterThan(0);
      expect(await page.locator('button[type=button]:visible, [data-script]:visible').count(), path).toBe(0);
      for (const chart of await page.locator('figure.chart').all()) {
        await chart.locator('summary').click();
        expect(await chart.locator('tbody tr:visible').count(), path).toBeGreaterThan(0);
      }
    }
  });

  test('nothing was refused by the policy, nothing failed, and nobody else was asked for anything', () => {
    // Not even by a stored page: its scripts are taken out of it.
    expect(served.chromium.complaints).toEqual([]);
  });
});
