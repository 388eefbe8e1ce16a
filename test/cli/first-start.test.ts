import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, openChromium } from '../console/chromium.ts';
import { handOn } from '../console/hand.ts';
import { article, framed, list, rowsDown } from '../site/pages.ts';
import { openServer } from '../site/town.ts';
import { useFolder } from './estate.ts';
import { type Finished, gongkai } from './gongkai.ts';

const folder = useFolder();
const ME = { name: '李四', email: 'li@example.cn', password: 'seven-grey-herons' };

let town: Awaited<ReturnType<typeof openServer>>;
let ended: Promise<Finished>;
let child: ChildProcess | null = null;
let setupUrl: string;
let chromium: Chromium;

beforeAll(async () => {
  town = await openServer();
  town.pages.set('/', framed('<ul><li><a href="/tzgg/">通知公告</a></li><li><a href="/gzdt/">工作动态</a></li></ul>', { name: '首页' }));
  for (const [place, name] of [
    ['/tzgg/', '通知公告'],
    ['/gzdt/', '工作动态'],
  ] as const) {
    const rows = rowsDown(60, 45);
    town.pages.set(place, framed(list(rows, '', place), { name }));
    for (const { n } of rows) town.pages.set(`${place}t${n}.html`, article(n));
  }
  const started = new Promise<string>((resolve) => {
    ended = gongkai(['serve', '--config', folder('config'), '--data', folder('data'), '--port', '0'], {
      during(process, stderr) {
        child = process;
        const url = /(http:\/\/127\.0\.0\.1:\d+)\/setup\?token=(\S+)/.exec(stderr);
        if (url) resolve(url[0]);
      },
    });
  });
  setupUrl = await started;
  chromium = await openChromium(new URL(setupUrl).origin);
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  child?.kill('SIGINT');
  await ended;
  await town.close();
});

describe('gongkai serve in an empty folder', () => {
  test('leads in the browser alone from nothing to the first judged site, in few clicks and minutes, and writes no file', async () => {
    const page = await chromium.open();
    const hand = handOn(page);
    const begun = Date.now();
    await page.goto(setupUrl);
    await page.fill('input[name=city]', '清源市');
    await page.fill('input[name=name]', ME.name);
    await page.fill('input[name=email]', ME.email);
    for (const field of ['password', 'again']) await page.fill(`input[name=${field}]`, ME.password);
    await hand.click('main button[type=submit]');
    await page.waitForURL(/\/login/);
    await page.fill('input[name=email]', ME.email);
    await page.fill('input[name=password]', ME.password);
    await hand.click('main button[type=submit]');
    await page.waitForURL(/\/estate\/sites\/new$/);

    // Without leave nothing on this machine is asked, and it is said why.
    await page.fill('input[name=url]', town.url);
    await hand.click('main form.card button');
    await page.locator('main .problem', { hasText: '没有读到这个网站' }).waitFor();
    expect(town.asked).toEqual([]);
    await hand.click('input[name=private]');
    await hand.click('main form.card button');

    await page.locator('main .done', { hasText: '找到 2 个栏目' }).waitFor({ timeout: 60_000 });
    expect(await page.locator('main table').textContent()).toMatch(/通知公告.*2024-02-29/s);
    await page.fill('input[name=name]', '市水利局网站');
    await page.fill('input[name=unitName]', '市水利局');
    await hand.click('main form button[type=submit]');
    await page.waitForURL(/\/runs\//);
    await page.locator('a', { hasText: '添加第一个联系人' }).waitFor({ timeout: 150_000 });
    await hand.click('header nav a[href="/columns"]');
    await page.locator('#table-columns tr', { hasText: '通知公告' }).waitFor();
    expect(await page.locator('#table-columns tr', { hasText: '通知公告' }).textContent()).toContain('2024-02-29');
    expect(hand.clicks).toBeLessThanOrEqual(12);
    expect(Date.now() - begun).toBeLessThanOrEqual(180_000);

    await page.goto('/');
    expect(await page.locator('main').textContent()).toMatch(/清源市|超期/);
    expect(existsSync(folder('config', 'estate.yaml'))).toBe(false);
    expect(chromium.complaints).toEqual([]);
  }, 240_000);
});
