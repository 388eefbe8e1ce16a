import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedConsole, serveTestConsole } from './served.ts';
import { emailOf, letHear, PASSWORD, raiseAlerts, signIn } from './support.ts';

let served: ServedConsole;
let page: Page;

beforeAll(async () => {
  served = await serveTestConsole();
  letHear(served.console, 'water', 'health');
  await raiseAlerts(served.console);
  await signIn(served.console, 'officer');
  page = await served.chromium.open();
});
afterAll(() => served?.close());

/** More stops than any page has before what is looked for. */
const STOPS = 80;

/** Presses Tab until the focus is on what is looked for, which must then be seen to have it. */
async function tabTo(selector: string): Promise<void> {
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0 || !(await focused.evaluate((element, wanted) => element.matches(wanted), selector))) continue;
    const { width, style } = await focused.evaluate((element) => {
      const { outlineWidth, outlineStyle } = getComputedStyle(element);
      return { width: Number.parseFloat(outlineWidth), style: outlineStyle };
    });
    expect([style, width > 1], selector).toEqual(['solid', true]);
    return;
  }
  throw new Error(`${STOPS} times Tab do not lead to ${selector} on ${page.url()}`);
}

test('with Tab and Enter alone one signs in, finds an alert, confirms it and comes to its print button', async () => {
  await page.goto('/login');
  await tabTo('input[name=email]');
  await page.keyboard.type(emailOf('officer'));
  await tabTo('input[name=password]');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');

  await tabTo('nav a[href="/alerts"]');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/alerts');
  await tabTo('#table-alerts tbody a[href^="/alerts/"]');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname.startsWith('/alerts/'));
  await tabTo('button[data-print]');
  await tabTo('input[name=why]');
  await page.keyboard.type('已核对');
  await tabTo('button[value=confirmed]');
  await page.keyboard.press('Enter');
  await page.locator('.lead .status.confirmed').waitFor();
});

test('the first stop of a page leads past its menu to its content', async () => {
  await page.goto('/columns');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

const says = () => page.locator('[data-says]').textContent();

test('a key that lacks something leads to it, and says what; nothing is lost on a page of errors', async () => {
  await page.goto('/alerts?state=all&order=newest');
  await page.keyboard.press('c');
  expect([await says(), await page.locator('#table-alerts input:focus').count()]).toEqual(['请先选择预警。', 1]);
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  expect([await says(), await page.locator('input[name=why]:focus').count()]).toEqual(['请先填写：理由', 1]);
  await page.keyboard.type('专题已结束');
  await page.click('button[value=dismissed]');
  expect([await says(), await page.locator('input[name=until]:focus').count()]).toEqual(['请先填写：截止日期', 1]);
  expect(await page.locator('input[name=alert]:checked').count()).toBe(1);
  expect(page.url()).toMatch(/state=all&order=newest$/);
});

test('a key that tells a unit asks first, and any other key leaves it', async () => {
  await page.goto('/alerts?state=confirmed');
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  expect(await says()).toBe('再按一次 s 即办“发送给单位”（1 条）；按其他键作罢。');
  expect(await page.locator('button[value=sent]:focus').count()).toBe(1);
  await page.keyboard.press('k');
  expect([await says(), await page.locator('input[name=alert]:checked').count()]).toEqual(['', 0]);
  await page.keyboard.down('s');
  await page.keyboard.down('s');
  await page.keyboard.up('s');
  await page.reload();
  expect(await page.locator('#table-alerts tbody tr').count()).toBe(1);
});

test('single keys go down the alerts, mark one and send it, and are letters where somebody writes', async () => {
  await page.goto('/alerts?state=confirmed');
  const row = page.locator('#table-alerts tbody tr');
  expect(await row.count()).toBe(1);
  await page.keyboard.press('/');
  await page.keyboard.type('sjx');
  expect(await page.locator('main input[type=search]').inputValue()).toBe('sjx');
  await tabTo('#table-alerts tbody input[type=checkbox]');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  expect(await page.locator('input[name=alert]:checked').count()).toBe(1);
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await page.locator('p.done', { hasText: '已办 1 条' }).waitFor();
  const { pathname, searchParams } = new URL(page.url());
  expect([pathname, searchParams.get('state')]).toEqual(['/alerts', 'confirmed']);
  expect(await page.locator('p.problem').count()).toBe(0);
});
