import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAlert } from '../alerts/make.ts';
import { partsOf } from '../reports/zip.ts';
import { HOSTILE, openTestConsole, signIn, type TestConsole } from './support.ts';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', HOSTILE];

let console: TestConsole;
beforeAll(async () => {
  console = await openTestConsole();
  const alerts = FORMULAS.map((message, n) => makeAlert({ id: `a${n}`, key: `k${n}`, message, unit: 'water', site: 'portal' }));
  await console.store.alerts.apply(alerts.map((alert) => ({ alert, before: null, entries: [], notices: [] })));
});
afterAll(() => console.close());

/** The texts of a workbook's cells, and whether any of its parts holds a formula. */
function open(workbook: Buffer) {
  const xml = partsOf(workbook).join('\n');
  const texts = [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => text!);
  return { texts, hasFormula: /<f[ >]/.test(xml) };
}

describe('a workbook', () => {
  test('of any table holds text where the table holds text, whatever that begins with', async () => {
    const supervisor = await signIn(console, 'supervisor');
    let tables = 0;
    for (const { method, path } of console.app.permissions) {
      if (method !== 'GET' || path.includes(':') || path.startsWith('/api/') || path.startsWith('/feeds/')) continue;
      const answer = await supervisor.get(`${path}?format=xlsx&state=all&scope=all`);
      if (!answer.headers.get('content-type')?.includes('spreadsheetml')) continue;
      tables += 1;
      expect(answer.headers.get('content-disposition'), path).toMatch(/^attachment; filename="gongkai-[\w-]+\.xlsx"$/);
      const { texts, hasFormula } = open(Buffer.from(await answer.arrayBuffer()));
      expect(hasFormula, path).toBe(false);
      expect(texts.length, path).toBeGreaterThan(0);
      for (const text of texts) expect(text, path).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]/);
    }
    expect(tables).toBeGreaterThanOrEqual(10);
  });

  test('of alerts holds every alert’s words, made harmless', async () => {
    const officer = await signIn(console, 'officer');
    const { texts } = open(Buffer.from(await (await officer.get('/alerts?format=xlsx')).arrayBuffer()));
    for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1']) expect(texts).toContain(`'${formula}`);
    expect(texts.join()).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
