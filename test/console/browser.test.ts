import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type ServerType, serve } from '@hono/node-server';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_ARGUMENTS, findChromium } from '../../crawlers/browser/chromium.ts';
import { freePort } from '../servers/binaries.ts';
import { openTestConsole, raiseAlerts, SETUP, type TestConsole } from './support.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = [
  '/',
  '/alerts',
  '/columns',
  '/columns/portal/water-news',
  '/units',
  '/units/water',
  '/sites',
  '/categories',
  '/items',
  '/item?key=portal.example%2Fwater%2F1',
  '/runs',
  '/runs/run-1',
  '/rules',
  '/deliveries',
  '/account',
  '/people',
  '/settings',
  '/log',
];
const WIDTHS = [1280, 390];

let console: TestConsole;
let server: ServerType;
let browser: Browser;
let origin: string;
const complaints: string[] = [];

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  console = await openTestConsole(origin);
  await raiseAlerts(console);
  server = serve({ fetch: console.app.fetch, port, hostname: '127.0.0.1' });
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: BROWSER_ARGUMENTS });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  await console?.close();
});

async function openPage(width: number, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`${page.url()} asked ${request.url()}`);
  });
  return page;
}

async function signInto(page: Page, email: string, password: string): Promise<void> {
  await page.goto(`${origin}/login`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(`${origin}/`);
}

describe('in a real browser', () => {
  test('the first account is made, a unit editor invited, and an alert goes from open to answered', async () => {
    const page = await openPage(1280);
    await page.goto(`${origin}/setup?token=${SETUP}`);
    await page.fill('input[name=name]', '试验负责人');
    await page.fill('input[name=email]', 'lead@example.cn');
    for (const field of ['password', 'again']) await page.fill(`input[name=${field}]`, 'nine-quiet-otters');
    await page.click('main button[type=submit]');
    await signInto(page, 'lead@example.cn', 'nine-quiet-otters');

    await page.goto(`${origin}/people`);
    const invite = page.locator('form[action="/people/invite"]');
    await invite.locator('input[name=name]').fill('水利信息员');
    await invite.locator('input[name=email]').fill('editor@example.cn');
    await invite.locator('select[name=role]').selectOption('unit-editor');
    await invite.locator('select[name=unit]').selectOption('water');
    await invite.locator('button').click();
    const link = await page.locator('p.done code').textContent();

    await page.goto(`${origin}/alerts?unit=water`);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.locator('input[name=alert]:checked').count()).toBe(1);
    await page.click('button[value=confirmed]');
    await page.click('button[value=sent]');
    const address = page.url();
    expect(address).toMatch(/\/alerts\/[\w-]+$/);

    const unit = await openPage(390);
    await unit.goto(link ?? '');
    for (const field of ['password', 'again']) await unit.fill(`input[name=${field}]`, 'six-brown-wrens-fly');
    await unit.click('main button[type=submit]');
    await signInto(unit, 'editor@example.cn', 'six-brown-wrens-fly');
    await unit.goto(address);
    await unit.fill('input[name=why]', '本周内补发');
    await unit.fill('input[name=until]', '2099-01-01');
    await unit.click('button[value=acknowledged]');
    expect(await unit.locator('.status.acknowledged').first().textContent()).toBe('单位已答复');

    await page.goto(`${origin}/log`);
    expect(await page.locator('tbody tr', { hasText: 'alert-acknowledged' }).count()).toBe(1);
  });

  for (const width of WIDTHS) {
    test(`every page at ${width} pixels fits, says nothing to the console, and holds no serious barrier`, async () => {
      const page = await openPage(width);
      await signInto(page, 'lead@example.cn', 'nine-quiet-otters');
      for (const path of PAGES) {
        await page.goto(origin + path);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, path).toBeLessThanOrEqual(0);
        const found = (await page.evaluate(`(() => { ${AXE}; return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] }); })()`)) as {
          violations: { id: string; impact: string; nodes: { html: string }[] }[];
        };
        const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(
          serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          path,
        ).toEqual([]);
      }
    });
  }

  test('charts are drawn, and without scripts their tables can be read', async () => {
    const page = await openPage(1280);
    await signInto(page, 'lead@example.cn', 'nine-quiet-otters');
    await page.goto(`${origin}/columns`, { waitUntil: 'networkidle' });
    expect(await page.locator('.canvas svg').count()).toBe(1);
    const still = await openPage(1280, false);
    await signInto(still, 'lead@example.cn', 'nine-quiet-otters');
    await still.goto(`${origin}/columns`);
    await still.click('summary');
    expect(await still.locator('#table-freshness tbody tr').count()).toBe(7);
  });

  test('nothing was refused by the policy, nothing failed, and nobody else was asked for anything', () => {
    expect(complaints).toEqual([]);
  });
});
