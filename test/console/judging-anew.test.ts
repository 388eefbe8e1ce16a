import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedConsole, serveTestConsole } from './served.ts';
import { type Browser, signIn } from './support.ts';

const OLD = '下面仍是改动以前的判断';

describe('while what somebody changed is judged anew', () => {
  let served: ServedConsole;
  let officer: Browser;
  let page: Page;
  /** Lets the judging that was held up go on. */
  let goOn: () => void;

  beforeAll(async () => {
    served = await serveTestConsole();
    page = await served.openAs('officer');
    officer = await signIn(served.console, 'officer');
    await officer.get('/columns');
  });
  afterAll(() => served.close());

  /** Asks nothing more of a column, or asks again, while judging waits for `goOn`. */
  async function change(exempt: string): Promise<void> {
    const { judgements } = served.console.store;
    const get = judgements.get.bind(judgements);
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    judgements.get = async (...asked) => {
      await gate;
      return get(...asked);
    };
    const { revision } = served.console.deps.config;
    const fields = { entry: 'portal/water-news', name: '水利动态', url: '/water/', category: 'work-updates', exempt };
    const saved = await officer.post('/estate/columns/entry', { revision: String(revision), ...fields });
    expect(saved.status).toBe(302);
  }

  const patience = { timeout: 5_000 };

  test('a page answers at once and says that its numbers are those before; programs and files wait for the new ones', async () => {
    await change('专题已结束');
    const answered: string[] = [];
    await expect.poll(async () => (await officer.get('/columns')).text(), patience).toContain(OLD);
    const program = officer.get('/api/v1/columns').then(async (answer) => {
      answered.push('program');
      return answer.json();
    });
    const file = officer.get('/columns?format=csv').then(async (answer) => {
      answered.push('file');
      return answer.text();
    });
    expect(await (await officer.get('/columns')).text()).toContain(OLD);
    expect(answered).toEqual([]);
    goOn();
    expect(JSON.stringify(await program)).toMatch(/"id":"water-news"[^}]*"status":"exempt"/);
    expect(await file).toMatch(/水利动态.*不作要求/);
    expect(await (await officer.get('/columns')).text()).not.toContain(OLD);
  });

  test('the page loads itself anew when it is judged, but not from under the hands of somebody who writes', async () => {
    await change('');
    await expect.poll(async () => (await officer.get('/columns')).text(), patience).toContain(OLD);
    const other = await page.context().newPage();
    await Promise.all([page.goto('/columns'), other.goto('/columns/portal/water-news')]);
    await other.locator('form[action$="/category"] select').selectOption('notices');
    goOn();
    await page.locator('#table-columns tr', { hasText: '水利动态' }).locator('.status.overdue').waitFor();
    expect(await page.locator('main').textContent()).not.toContain(OLD);
    await other.locator('[role=status]', { hasText: '已经按改动重新判断' }).waitFor();
    expect(await other.locator('form[action$="/category"] select').inputValue()).toBe('notices');
    await other.getByRole('link', { name: '刷新' }).click();
    await other.locator('main .status.overdue').first().waitFor();
    expect(served.chromium.complaints).toEqual([]);
  });
});
