import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginPaper, releasePaper } from '../../jobs/reports/papers.ts';
import { PERSON_ROLES, type PersonRole } from '../../src/model/people.ts';
import { kindOf } from '../../src/reports/kinds.ts';
import {
  type Browser,
  createBrowser,
  HOSTILE,
  letHear,
  MARK,
  NEXT_WEEK,
  ORIGIN,
  openTestConsole,
  raiseAlerts,
  signIn,
  type TestConsole,
} from './support.ts';

/** Opened at once: there is a test for each of its routes. */
const console: TestConsole = await openTestConsole();
const { permissions } = console.app;
const browsers = new Map<PersonRole | 'nobody', Browser>();
const alerts: Record<string, string> = {};
const papers: Record<string, string> = {};

beforeAll(async () => {
  await raiseAlerts(console);
  for (const role of PERSON_ROLES) browsers.set(role, await signIn(console, role, role === 'unit-editor' ? 'water' : null));
  browsers.set('nobody', createBrowser(console));
  for (const unit of ['water', 'health'] as const) {
    const { id } = await beginPaper(console.deps, kindOf('rectification')!, { from: '2024-01-01', to: '2024-03-20' }, unit, 'test');
    papers[unit] = id;
    await releasePaper(console.deps, id, 'test');
  }
  for (const alert of await console.store.alerts.list()) if (alert.unit) alerts[alert.unit] ??= alert.id;
});
afterAll(() => console.close());

const UNIT = { water: 'water', health: 'health' } as const;

/** An address of a route with the ids of one unit's things. */
function addressOf(path: string, unit: keyof typeof UNIT): string {
  const filled: Record<string, string> = {
    ':file': 'frame.css',
    ':language': 'zh',
    ':provider': 'none',
    ':token': 'no-such-token',
    ':site': 'portal',
    ':column': `${unit}-news`,
    ':hash': console.pages[unit] ?? '',
    ':unit': unit,
    ':account': `wx-${unit}`,
    ':run': 'run-1',
    ':person': 'no-such-person',
    ':alert': alerts[unit] ?? '',
    ':paper': papers[unit] ?? '',
    ':channel': 'none',
    ':delivery': 'no-such-delivery',
    ':invitation': 'no-such-invitation',
  };
  const address = path.replace(/:\w+/g, (part) => filled[part] ?? part);
  return path === '/item' ? `/item?key=${encodeURIComponent(`portal.example/${unit}/0`)}` : address;
}

describe('the table of permissions', () => {
  test('holds every route that is registered, and nothing else', () => {
    const registered = console.app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
    const permitted = permissions.map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(registered)].sort()).toEqual([...permitted].sort());
  });

  for (const { method, path, access } of permissions.filter((one) => one.access !== 'public' && one.path !== '/logout')) {
    test(`${method} ${path} answers those roles alone that it names`, async () => {
      for (const [role, browser] of browsers) {
        const address = addressOf(path, 'water');
        const answer = method === 'GET' ? await browser.get(address) : await browser.post(address, {});
        const refused = answer.status === 401 || answer.status === 403 || (answer.headers.get('location') ?? '').startsWith('/login');
        const allowed = role !== 'nobody' && access !== 'public' && access.includes(role);
        expect({ role, refused, failed: answer.status >= 500 }).toEqual({ role, refused: !allowed, failed: false });
      }
    });
  }
});

describe('a unit editor', () => {
  for (const { path } of permissions.filter(
    ({ method, access }) => method === 'GET' && access !== 'public' && access.includes('unit-editor'),
  )) {
    test(`finds nothing of another unit at ${path}`, async () => {
      const editor = browsers.get('unit-editor')!;
      const address = addressOf(path, 'health');
      const tries = [
        address,
        `${address}${address.includes('?') ? '&' : '?'}unit=health&scope=all`,
        `${address}${address.includes('?') ? '&' : '?'}format=csv&unit=health`,
      ];
      for (const one of tries) {
        const answer = await editor.get(one);
        const text = await answer.text();
        expect(text, one).not.toContain(MARK.health);
        expect(text, one).not.toContain('卫健');
      }
    });
  }

  test('cannot answer for another unit, nor do what is the office’s', async () => {
    const editor = browsers.get('unit-editor')!;
    const answer = { act: 'acknowledged', why: '马上更新', until: NEXT_WEEK };
    expect((await editor.post('/alerts', { ...answer, alert: alerts.health! })).status).toBe(404);
    expect((await editor.post('/alerts', { act: 'confirmed', alert: alerts.water! })).status).toBe(403);
    expect((await console.store.alerts.get(alerts.health!))?.answer).toBeNull();
  });

  test('answers for the own unit once the alert was sent', async () => {
    const officer = browsers.get('officer')!;
    letHear(console, 'water');
    expect((await officer.post('/alerts', { act: 'confirmed', alert: alerts.water! })).status).toBe(302);
    expect((await officer.post('/alerts', { act: 'sent', alert: alerts.water! })).status).toBe(302);
    const editor = browsers.get('unit-editor')!;
    const answered = await editor.post('/alerts', { act: 'acknowledged', alert: alerts.water!, why: '本周内补发', until: NEXT_WEEK });
    expect(answered.status).toBe(302);
    expect((await console.store.alerts.get(alerts.water!))?.state).toBe('acknowledged');
  });
});

describe('crawled text', () => {
  test('never becomes markup on any page', async () => {
    const supervisor = browsers.get('supervisor')!;
    for (const { path } of permissions.filter(({ method }) => method === 'GET')) {
      if (path.endsWith('/view')) continue;
      const answer = await supervisor.get(addressOf(path, 'water'));
      if (answer.headers.get('content-type')?.includes('json')) continue;
      const text = await answer.text();
      expect(text, path).not.toContain('<script>alert');
      expect(text, path).not.toContain('<img src=x');
    }
  });

  test('stands escaped in the list of items, so that people see it', async () => {
    const text = await (await browsers.get('viewer')!.get('/items?scope=all')).text();
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('is no formula in a file of the items', async () => {
    const water = await console.store.search.item('portal.example/water/0');
    expect(water?.title).toContain(HOSTILE);
    const csv = await (await browsers.get('viewer')!.get('/items?format=csv')).text();
    for (const line of csv.split('\r\n').slice(1)) expect(line).not.toMatch(/(^|,)"?[=+\-@]/);
  });

  test('of a stored page is shown where no script, form or picture of it can do anything', async () => {
    const answer = await browsers.get('viewer')!.get(`/pages/${console.pages.water}/view`);
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });
});

describe('a form', () => {
  const fields = { item: 'portal.example/water/1', category: 'notices', why: '试验一下' };

  test('from another site changes nothing', async () => {
    const officer = browsers.get('officer')!;
    const answer = await officer.post('/item/category', fields, { origin: 'http://evil.example' });
    expect(answer.status).toBe(403);
    expect((await officer.post('/item/category', fields, {})).status).toBe(403);
  });

  test('without the token of its session changes nothing', async () => {
    const officer = browsers.get('officer')!;
    const answer = await officer.send('/item/category', { method: 'POST', body: new URLSearchParams(fields), headers: { origin: ORIGIN } });
    expect(answer.status).toBe(403);
    expect((await console.store.search.item(fields.item))?.correctedCategory).toBeNull();
  });

  test('of our own is done and noted in the log, which nobody can change', async () => {
    expect((await browsers.get('officer')!.post('/item/category', fields)).status).toBe(302);
    expect((await console.store.search.item(fields.item))?.category).toBe('notices');
    const [entry] = await console.store.people.logged(1);
    expect(entry).toMatchObject({ by: 'officer.office@example.cn', action: 'correct-category', target: `item/${fields.item}` });
  });

  test('gives a correction to what looks the same and takes all of it back', async () => {
    const officer = browsers.get('officer')!;
    const [correction] = await console.store.corrections.list({ item: fields.item });
    const id = correction!.id;
    const offered = await (await officer.get(`/corrections/${id}`)).text();
    const like = Number(/还有 (\d+) 条看起来一样/.exec(offered)?.[1]);
    expect(like).toBeGreaterThan(0);
    expect((await officer.post('/corrections/spread', { id })).status).toBe(302);
    expect(await console.store.corrections.list()).toHaveLength(like + 1);
    expect(await (await officer.get(`/corrections/${id}`)).text()).toContain('没有别的看起来一样');
    expect((await officer.post('/corrections/undo', { id })).status).toBe(302);
    expect(await console.store.corrections.list()).toEqual([]);
    expect((await officer.post('/corrections/undo', { id })).status).toBe(404);
  });
});

test('every page says where it takes scripts and styles from, and nothing of it stands inline', async () => {
  for (const path of ['/', '/columns', '/items', '/alerts', '/categories']) {
    const answer = await browsers.get('supervisor')!.get(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    const text = await answer.text();
    expect(text).not.toMatch(/<script(?![^>]*(src=|type="application\/json"))/);
    expect(text).not.toMatch(/ (style|on[a-z]+)="/);
    expect(text).not.toMatch(/(src|href)="https?:\/\/(?!portal\.example)/);
  }
});
