import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOnAlert } from '../../jobs/alerts/act.ts';
import { makeResult, makeRun } from '../store/records.ts';
import { type Browser, letHear, NEXT_WEEK, ORIGIN, openTestConsole, raiseAlerts, signIn, type TestConsole } from './support.ts';

const PAGES = [
  '/',
  '/categories',
  '/duties',
  '/units',
  '/units/water',
  '/sites',
  '/sites/portal',
  '/columns',
  '/columns/portal/water-news',
  '/runs',
  '/runs/run-0',
  '/rules',
  '/alerts',
];
/** A link whose text is a number, also where a word of a tile follows it. */
const COUNT = /<a (?:class="[^"]*" )?href="([^"]+)"[^>]*>\s*(?:<strong>)?([\d,]+)(?:<\/strong>[^<]*)?<\/a>/g;

let console: TestConsole;
let browser: Browser;

beforeAll(async () => {
  console = await openTestConsole();
  letHear(console, 'water');
  await raiseAlerts(console);
  await recordUnreadRun();
  await recordVisits();
  await answerAlert();
  browser = await signIn(console, 'supervisor');
});
afterAll(() => console.close());

test('every number on every page opens a list of just so many', async () => {
  const followed: string[] = [];
  for (const path of PAGES) {
    const page = await (await browser.get(path)).text();
    for (const [, link = '', number = ''] of page.matchAll(COUNT)) {
      const address = link.replaceAll('&amp;', '&');
      const list = await (await browser.get(address)).text();
      const place = new URL(address, ORIGIN).hash.slice(1);
      const shown = place === '' ? list : list.slice(list.indexOf(`id="${place}"`));
      const told = { number: Number(number.replaceAll(',', '')), list: Number(/data-total="(\d+)"/.exec(shown)?.[1]) };
      expect(told.list, `${path}: ${address}`).toBe(told.number);
      if (address.startsWith('/items')) expect(await linesOf(address), `${path}: ${address} as a file`).toBe(told.number);
      followed.push(address);
    }
  }
  expect(followed.length).toBeGreaterThan(20);
  for (const kind of ['/alerts?late=yes', 'reached=answered', 'visits=failed', 'result=unread', '&from=2023-10-01&to=2023-10-31']) {
    expect(
      followed.filter((address) => address.includes(kind)),
      kind,
    ).not.toEqual([]);
  }
});

/** Rows of the list as it is taken away. */
async function linesOf(address: string): Promise<number> {
  const csv = await (await browser.get(`${address}&format=csv`)).text();
  return csv.trimEnd().split('\r\n').length - 1;
}

/** An earlier audit that could not read one of two columns. */
async function recordUnreadRun(): Promise<void> {
  const { runs, columns } = console.store;
  const at = new Date('2024-03-10T12:00:00+08:00');
  await runs.open(makeRun('run-0', { asOf: at, startedAt: at, state: 'running' }));
  await runs.plan('run-0', [
    { site: 'portal', column: 'water-news' },
    { site: 'portal', column: 'health-news' },
  ]);
  const result = { run: 'run-0', site: 'portal', at, asOf: at };
  await columns.record(makeResult({ ...result, column: 'water-news', outcome: 'not-modified' }, []));
  await columns.record(makeResult({ ...result, column: 'health-news', outcome: 'timeout', reason: 'unreachable', complete: false }, []));
  await runs.update('run-0', { state: 'done', finishedAt: at, failed: 1 });
}

/** A day of visits to the home page, two of which failed within the site. */
async function recordVisits(): Promise<void> {
  const visits = Array.from({ length: 24 }, (_, hour) => {
    const slot = new Date(Date.UTC(2024, 2, 18, hour));
    const outcome = hour < 2 ? ('server-error' as const) : ('ok' as const);
    return { site: 'portal', vantage: 'main', slot, at: slot, outcome, milliseconds: 300, detail: null };
  });
  await console.store.probes.record(visits);
}

/** One alert that its unit answered and did not mend in time. */
async function answerAlert(): Promise<void> {
  const { deps, store } = console;
  const [alert] = await store.alerts.list({ columns: ['water-news'] });
  const { id } = alert!;
  if (alert!.state === 'open') await actOnAlert(deps, id, { kind: 'confirmed', why: '' }, 'test');
  await actOnAlert(deps, id, { kind: 'sent', why: '' }, 'test');
  const { alert: answered } = await actOnAlert(deps, id, { kind: 'acknowledged', what: '补发', until: NEXT_WEEK }, 'test');
  const late = { ...answered, dueOn: '2024-03-01', stamp: 'late' };
  await store.alerts.apply([{ alert: late, before: answered.stamp, entries: [], notices: [] }]);
}
