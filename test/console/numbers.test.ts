import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openTestConsole, raiseAlerts, signIn, type TestConsole } from './support.ts';

const PAGES = ['/', '/categories', '/units', '/units/water', '/sites', '/columns', '/columns/portal/water-news', '/rules', '/alerts'];
/** A link whose text is a number, also where a word of a tile follows it. */
const COUNT = /<a (?:class="[^"]*" )?href="([^"]+)"[^>]*>\s*(?:<strong>)?([\d,]+)(?:<\/strong>[^<]*)?<\/a>/g;

let console: TestConsole;
let browser: Browser;

beforeAll(async () => {
  console = await openTestConsole();
  await raiseAlerts(console);
  browser = await signIn(console, 'supervisor');
});
afterAll(() => console.close());

test('every number on every page opens a list of just so many', async () => {
  let followed = 0;
  for (const path of PAGES) {
    const page = await (await browser.get(path)).text();
    for (const [, link = '', number = ''] of page.matchAll(COUNT)) {
      const address = link.replaceAll('&amp;', '&');
      const list = await (await browser.get(address)).text();
      const told = { number: Number(number.replaceAll(',', '')), list: Number(/data-total="(\d+)"/.exec(list)?.[1]) };
      expect(told.list, `${path}: ${address}`).toBe(told.number);
      if (address.startsWith('/items')) expect(await linesOf(address), `${path}: ${address} as a file`).toBe(told.number);
      followed += 1;
    }
  }
  expect(followed).toBeGreaterThan(20);
});

/** Rows of the list as it is taken away. */
async function linesOf(address: string): Promise<number> {
  const csv = await (await browser.get(`${address}&format=csv`)).text();
  return csv.trimEnd().split('\r\n').length - 1;
}
