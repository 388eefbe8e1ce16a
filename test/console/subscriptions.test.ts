import { type Browser as Chromium, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_ARGUMENTS, findChromium } from '../../crawlers/browser/chromium.ts';
import { dueCalendar } from '../../src/console/feeds/ics.ts';
import type { Alert, AlertEntry } from '../../src/model/alerts.ts';
import { systemClock } from '../../src/model/clock.ts';
import { addDays, dayIn } from '../../src/model/day.ts';
import { makeAlert } from '../alerts/make.ts';
import { type Browser, HOSTILE, NEXT_WEEK, ORIGIN, openTestConsole, raiseAlerts, signIn, type TestConsole } from './support.ts';

const MESSAGE = `${HOSTILE}\u0000\u000b\ufffe]]>&amp;\n${'栏目“通知公告”超期，'.repeat(12)}；,\\`;

/** The line of an alert's history that says it was opened. */
function openingOf({ id, openedAt, state }: Alert): AlertEntry {
  return {
    id: `${id}-opened`,
    alert: id,
    at: openedAt,
    by: 'gongkai',
    event: 'opened',
    from: null,
    to: state,
    level: 0,
    run: null,
    why: { zh: '', en: '' },
    because: null,
  };
}

let console: TestConsole;
let officer: Browser;
let editor: Browser;

beforeAll(async () => {
  console = await openTestConsole();
  await raiseAlerts(console);
  const alert = makeAlert({ id: 'hostile', key: 'hostile', unit: 'health', state: 'sent', dueOn: NEXT_WEEK, message: MESSAGE });
  const own = makeAlert({ id: 'own', key: 'own', unit: 'water', state: 'sent', dueOn: NEXT_WEEK, message: '栏目“水利动态”超期' });
  await console.store.alerts.apply([alert, own].map((one) => ({ alert: one, before: null, entries: [openingOf(one)], notices: [] })));
  officer = await signIn(console, 'officer');
  editor = await signIn(console, 'unit-editor', 'water');
});
afterAll(() => console.close());

describe('the feed of alerts', () => {
  let parser: Chromium;
  beforeAll(async () => {
    parser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: BROWSER_ARGUMENTS });
  });
  afterAll(() => parser.close());

  /** The feed as a strict XML parser reads it; throws where it is not well-formed. */
  async function readFeed(path: string, by = officer) {
    const text = await (await by.get(path)).text();
    const page = await parser.newPage();
    const read = await page.evaluate((xml) => {
      const { documentElement: feed } = new DOMParser().parseFromString(xml, 'application/xml');
      const childrenOf = (parent: Element) =>
        [...parent.children].map((child) => ({
          name: child.localName,
          text: child.textContent ?? '',
          elements: child.children.length,
          attributes: Object.fromEntries([...child.attributes].map(({ name, value }) => [name, value])),
        }));
      const entries = [...feed.children].filter(({ localName }) => localName === 'entry').map(childrenOf);
      return { root: feed.localName, namespace: feed.namespaceURI, head: childrenOf(feed), entries };
    }, text);
    await page.close();
    return read;
  }

  test('is Atom: well-formed, with every element that RFC 4287 demands once, and permanent ids', async () => {
    const feed = await readFeed('/feeds/alerts.atom');
    expect([feed.root, feed.namespace]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    for (const name of ['id', 'title', 'updated', 'author'])
      expect(
        feed.head.filter((one) => one.name === name),
        name,
      ).toHaveLength(1);
    expect(feed.head.find(({ attributes }) => attributes.rel === 'self')?.attributes.href).toBe(`${ORIGIN}/feeds/alerts.atom`);
    expect(feed.entries.length).toBeGreaterThan(1);
    for (const entry of feed.entries) {
      const only = (name: string) => {
        const found = entry.filter((one) => one.name === name);
        expect(found, name).toHaveLength(1);
        return found[0]!;
      };
      expect(only('id').text).toMatch(/^urn:gongkai:alert:/);
      expect(only('updated').text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(only('link').attributes.href).toMatch(/^http:\/\/127\.0\.0\.1:8460\/alerts\//);
      expect(only('title').text).not.toBe('');
    }
    const again = await readFeed('/feeds/alerts.atom');
    const ids = ({ entries }: typeof feed) => entries.map((entry) => entry.find(({ name }) => name === 'id')?.text);
    expect(ids(again)).toEqual(ids(feed));
  });

  test('holds a script in a title as text, and nothing that XML cannot hold', async () => {
    const { entries } = await readFeed('/feeds/alerts.atom?unit=health');
    const titles = entries.map((entry) => entry.find(({ name }) => name === 'title')!);
    const hostile = titles.find(({ text }) => text.includes('<script>alert(1)</script>'));
    expect(hostile).toMatchObject({ elements: 0, attributes: { type: 'text' } });
    expect(hostile?.text).toContain(']]>&amp;');
  });

  test('tells when something last happened to an alert, with its state, and the newest first', async () => {
    const own = { id: 'changed', key: 'changed', unit: 'water' } as const;
    const opened = makeAlert({ ...own, openedAt: new Date('2020-01-01T00:00:00Z') });
    const closed = makeAlert({ ...opened, state: 'closed', stamp: 'later' });
    const at = new Date('2030-01-01T00:00:00Z');
    const closing = { ...openingOf(closed), id: 'changed-closed', at, event: 'closed', from: 'rectified' } as const;
    await console.store.alerts.apply([{ alert: opened, before: null, entries: [openingOf(opened)], notices: [] }]);
    await console.store.alerts.apply([{ alert: closed, before: opened.stamp, entries: [closing], notices: [] }]);
    const { head, entries } = await readFeed('/feeds/alerts.atom');
    const textOf = (elements: typeof head, wanted: string) => elements.find(({ name }) => name === wanted)?.text;
    expect(textOf(head, 'updated')).toBe(at.toISOString());
    expect(textOf(entries[0]!, 'id')).toBe('urn:gongkai:alert:changed');
    expect(textOf(entries[0]!, 'updated')).toBe(at.toISOString());
    expect(textOf(entries[0]!, 'summary')).toContain('已销号');
  });

  test('is of one unit where the address names it, and of the own unit alone for a unit editor', async () => {
    const titles = async (path: string, by?: Browser) => JSON.stringify((await readFeed(path, by)).entries);
    expect(await titles('/feeds/alerts.atom?unit=water')).not.toContain('script');
    expect(await titles('/feeds/alerts.atom?unit=health', editor)).not.toContain('script');
  });
});

/** The lines of a calendar with folded ones put together again. */
function linesOf(calendar: string): string[] {
  expect(calendar.endsWith('\r\n')).toBe(true);
  expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  return calendar.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
}

const valuesOf = (lines: readonly string[], name: string) =>
  lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));

describe('the calendar of due dates', () => {
  const read = async (by = officer, query = '') => linesOf(await (await by.get(`/feeds/due.ics${query}`)).text());

  test('is iCalendar: folded, ended by CRLF, with the parts that RFC 5545 demands and days without a time', async () => {
    const lines = await read();
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', expect.stringMatching(/^PRODID:/)]);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    const events = lines.join('\n').split('BEGIN:VEVENT\n').slice(1);
    expect(events.length).toBeGreaterThan(1);
    for (const event of events) {
      expect(event).toMatch(/^UID:\S+@gongkai$/m);
      expect(event).toMatch(/^DTSTAMP:\d{8}T\d{6}Z$/m);
      expect(event).toMatch(/^DTSTART;VALUE=DATE:\d{8}$/m);
      expect(event).toMatch(/^DTEND;VALUE=DATE:\d{8}$/m);
      expect(event).toContain('END:VEVENT');
    }
  });

  test('leaves out what was due more than 30 days ago', async () => {
    const first = addDays(dayIn('Asia/Shanghai', systemClock.now()), -30).replaceAll('-', '');
    const days = (await read()).flatMap((line) => /^DTSTART;VALUE=DATE:(\d{8})$/.exec(line)?.[1] ?? []);
    expect(days.length).toBeGreaterThan(1);
    for (const day of days) expect(day >= first, day).toBe(true);
  });

  test('keeps the id of each date from one fetch to the next, and no id twice', async () => {
    const ids = valuesOf(await read(), 'UID');
    expect(new Set(ids).size).toBe(ids.length);
    expect(valuesOf(await read(), 'UID')).toEqual(ids);
  });

  test('escapes what its texts hold, and no text ends its line', async () => {
    const [summary] = valuesOf(await read(), 'SUMMARY').filter((text) => text.includes('script'));
    expect(summary).toContain('；\\,\\\\');
    expect(summary).toContain('\\n');
    const [forged] = linesOf(
      dueCalendar('x', [{ id: 'a', day: '2024-02-29', title: 'x\r\nBEGIN:VALARM', detail: '', url: ORIGIN }], new Date(0)),
    ).filter((line) => line.startsWith('BEGIN:VALARM'));
    expect(forged).toBeUndefined();
  });

  test('holds nothing of another unit for a unit editor', async () => {
    const lines = (await read(editor, '?unit=health')).join('\n');
    expect(lines).toContain('水利动态');
    expect(lines).not.toMatch(/卫健|script/);
  });
});
