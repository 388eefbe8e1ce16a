import type { ChildProcess } from 'node:child_process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Expected } from '../../sample-city/expected.ts';
import type { SampleCity } from '../../sample-city/start.ts';
import { type Finished, gongkai } from '../cli/gongkai.ts';
import { acceptInvitation, type Chromium, invite, openChromium, setUp } from '../console/chromium.ts';
import { handOn } from '../console/hand.ts';
import { officersJobs } from '../console/officers-jobs.ts';
import { article, framed, list, rowsDown } from '../site/pages.ts';
import { openServer } from '../site/town.ts';

const TEN_MINUTES = 600_000;
const MOST_CLICKS = 5;
const LEAD = { name: '政务公开办主任', email: 'lead@guangshui.example', password: 'nine-quiet-otters' };
const COLLEAGUE = { name: '王接任', email: 'next@guangshui.example', password: 'six-brown-wrens-fly' };

interface Given {
  /** Where the demo keeps its city. */
  readonly data: string;
  readonly city: SampleCity;
  readonly expected: Expected;
}

/** The tests of the demo's end in real Chromium: a console on the city's own day, in which an alert is played and the jobs of an officer are done. */
export function useDemo(given: () => Given, around: { before(): Promise<void>; after(): Promise<void> }): void {
  let ended: Promise<Finished>;
  let child: ChildProcess | null = null;
  let says = '';
  let chromium: Chromium;
  let page: Page;
  let town: Awaited<ReturnType<typeof openServer>>;

  beforeAll(async () => {
    await around.before();
    const { data, city } = given();
    town = await openServer();
    const rows = rowsDown(20, 10);
    town.pages.set('/', framed('<ul><li><a href="/tzgg/">通知公告</a></li></ul>', { name: '首页' }));
    town.pages.set('/tzgg/', framed(list(rows, '', '/tzgg/'), { name: '通知公告' }));
    for (const { n } of rows) town.pages.set(`/tzgg/t${n}.html`, article(n));
    const setup = await new Promise<string>((resolve, reject) => {
      ended = gongkai(['demo', '--console', '--port', new URL(city.url).port, '--data', data], {
        during(process, stderr) {
          child = process;
          says = stderr;
          const url = /(http:\/\/127\.0\.0\.1:\d+)\/setup\?token=(\S+)/.exec(stderr);
          if (url) resolve(url[0]);
        },
      });
      ended.then(({ status, stderr }) => reject(new Error(`the demo ended with ${status}: ${stderr}`)), reject);
    });
    chromium = await openChromium(new URL(setup).origin);
    const [first, second] = await Promise.all([chromium.open(), chromium.open()]);
    page = first;
    // The city is judged anew beside it after each change of what is watched.
    page.setDefaultTimeout(60_000);
    await setUp(page, setup, LEAD);
    await acceptInvitation(second, await invite(page, COLLEAGUE, 'officer'), COLLEAGUE);
  }, TEN_MINUTES);
  afterAll(async () => {
    await chromium?.close();
    child?.kill('SIGINT');
    await ended;
    await town?.close();
    await around.after();
  }, TEN_MINUTES);

  it('opens on the city’s own day, with the columns of that day and no later one', async () => {
    const { columns } = given().expected;
    const count = (status: string) => columns.filter((column) => column.status === status).length;
    await page.goto('/');
    expect(await page.locator('main .lead').first().textContent()).toContain('2018-12-31');
    for (const status of ['overdue', 'blank', 'unknown'])
      expect(await page.locator(`.tiles a[href="/columns?status=${status}"] strong`).textContent(), status).toBe(String(count(status)));
    expect(await page.locator('.tiles a[href="/alerts?state=open"] strong').textContent()).not.toBe('0');
  });

  it(
    'plays an alert at once: confirmed, sent, and in the mailbox with its deadline',
    async () => {
      await page.goto('/alerts?state=open');
      await page.click('input[data-marks-all]');
      await page.click('form.listing button[value=confirmed]');
      await page.waitForURL(/acted=confirmed/);
      await page.goto('/alerts?search=%E5%B7%A5%E4%BD%9C%E5%8A%A8%E6%80%81');
      await page.locator('#table-alerts tbody a').first().click();
      await page.locator('form:has(button[value=sent]) input[name=why]').fill('请本周内整改');
      await page.click('button[value=sent]');
      await page.locator('#table-history li', { hasText: '请本周内整改' }).waitFor();
      const mailbox = /示例信箱，[^h]*(http:\S+)/.exec(says)![1]!;
      const letter = async () => (await fetch(mailbox)).text();
      await expect.poll(letter, { timeout: 120_000, interval: 1000 }).toMatch(/工作动态.*请于 2019-01-\d\d 前整改/s);
      await page.reload();
      await page.locator('form:has(button[value=objected]) input[name=why]').fill('电话反映：栏目已并入动态信息');
      await page.click('button[value=objected]');
      await page.locator('#table-history li', { hasText: '电话反映' }).waitFor();
    },
    TEN_MINUTES,
  );

  it(
    'an officer’s jobs take five clicks at most, each from the first page on',
    async () => {
      const jobs = officersJobs({ phone: '0722-0000001', colleague: COLLEAGUE.name, newSite: town.url });
      for (const job of jobs) {
        await page.goto('/');
        const hand = handOn(page);
        expect(await job.do(hand), job.name).toMatch(job.shows);
        expect(hand.clicks, job.name).toBeLessThanOrEqual(MOST_CLICKS);
      }
      expect(chromium.complaints).toEqual([]);
    },
    TEN_MINUTES,
  );
}
