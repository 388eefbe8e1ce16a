import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStandings } from '../../src/console/public-standing.ts';
import { makeAlert } from '../alerts/make.ts';
import { MARK, ORIGIN, openTestConsole, signIn } from './support.ts';

const console = await openTestConsole();
const lead = await signIn(console, 'supervisor');
afterAll(() => console.close());

/** As somebody without any account asks. */
const anybody = (path: string) => console.app.request(`${ORIGIN}${path}`);
const textOf = async (answer: Response) => (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const show = (shown: 'yes' | 'no') => lead.post('/settings/public-page', { shown });

test('nobody sees the city without an account unless a supervisor says so', async () => {
  const paths = ['/openness', '/openness/water'];
  for (const path of paths) expect((await anybody(path)).status, path).toBe(404);
  const officer = await signIn(console, 'officer');
  expect((await officer.post('/settings/public-page', { shown: 'yes' })).status).toBe(403);
  expect((await show('yes')).headers.get('location')).toMatch(/^\/settings\?saved=/);
  for (const path of paths) expect((await anybody(path)).status, path).toBe(200);
  await show('no');
  for (const path of paths) expect((await anybody(path)).status, path).toBe(404);
});

describe('the page for everybody', () => {
  beforeAll(async () => {
    await show('yes');
  });

  test('tells units with their columns in time, those that could not be judged apart, and each number opens its columns', async () => {
    const { result } = await import('../../jobs/judging/judge.ts').then(({ judgeStored, yearToDate }) => {
      const { asOf, span } = {
        asOf: new Date('2024-03-20T12:00:00+08:00'),
        span: yearToDate('Asia/Shanghai', new Date('2024-03-20T12:00:00+08:00')),
      };
      return judgeStored(console.deps, { asOf, span, narrowing: {}, pack: console.deps.config.pack });
    });
    const own = result.columns.filter(({ unit }) => unit === 'water');
    const page = await (await anybody('/openness')).text();
    expect(page).toContain('href="/openness/water"');
    const judged = own.filter(({ status }) => !['unknown', 'exempt'].includes(status)).length;
    expect(page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(`市水利局 ${judged} `);
    expect(await textOf(await anybody('/openness/water'))).toMatch(/水利动态 已过更新期限/);
  });

  test('is the same for everybody, may be kept and framed by others, and sets no cookie', async () => {
    const plain = await anybody('/openness');
    const signedIn = await lead.get('/openness');
    expect(await signedIn.text()).toBe(await plain.text());
    for (const answer of [plain, signedIn]) {
      expect(answer.headers.get('cache-control')).toBe('public, max-age=600');
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('content-security-policy')).not.toContain('frame-ancestors');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('holds no person, no alert, no title and no address of the console beside its own', async () => {
    for (const path of ['/openness', '/openness/water', '/openness/health?lang=en', '/openness?table=units&format=csv']) {
      const text = await (await anybody(path)).text();
      for (const mark of [...Object.values(MARK), 'supervisor@', 'alert(', 'name="_token"', '/alerts', '/account'])
        expect(text, path).not.toContain(mark);
      const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, address]) => address!);
      expect(
        links.filter((address) => address.startsWith('/')).every((address) => /^\/(?:openness|assets)/.test(address)),
        path,
      ).toBe(true);
    }
  });

  test('calls nobody late by a rule that nobody has compared with its document', () => {
    const { pack } = console.deps.config;
    const [verified, not] = [true, false].map(
      (wanted) => pack.rules.find(({ kind, verified }) => kind === 'column' && verified === wanted)!,
    );
    const place = { site: 'portal', id: 'tzgg' };
    const late = ({ id }: { readonly id: string }) => ({ ...place, status: 'overdue', rule: `${pack.id}/${id}` }) as const;
    const bare = (status: 'fresh' | 'blank') => ({ ...place, status, rule: null });
    expect(openStandings(pack, new Set()).count([late(verified!), late(not!), bare('fresh'), bare('blank')])).toEqual({
      judged: 2,
      inTime: 1,
      share: '50.0 %',
      unknown: 2,
    });
  });

  test('calls nobody late while the unit objects, or after the office dismissed it', async () => {
    const states = ['objected', 'dismissed'] as const;
    for (const state of states) {
      const alert = makeAlert({
        id: `of-health-${state}`,
        key: `of-health-${state}`,
        unit: 'health',
        site: 'portal',
        column: 'health-news',
        state,
      });
      await console.store.alerts.apply([{ alert, before: null, entries: [], notices: [] }]);
      const text = await textOf(await anybody('/openness/health'));
      expect(text, state).toMatch(/卫健动态 未能判断/);
      if (state === 'objected') {
        const mended = { ...alert, state: 'closed', stamp: 'closed' } as const;
        await console.store.alerts.apply([{ alert: mended, before: alert.stamp, entries: [], notices: [] }]);
        expect(await textOf(await anybody('/openness/health'))).toMatch(/卫健动态 已过更新期限/);
      }
    }
  });

  test('is told in English where the address says so, and knows no unit that is not there', async () => {
    expect(await textOf(await anybody('/openness?lang=en'))).toContain('Openness of 试验市');
    expect((await anybody('/openness/nobody')).status).toBe(404);
  });
});
