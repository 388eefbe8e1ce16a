import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emailOf, openTestConsole, raiseAlerts, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
beforeAll(async () => {
  console = await openTestConsole();
  await raiseAlerts(console);
});
afterAll(() => console.close());

describe('who did something', () => {
  test('is told by name on pages, with the e-mail at hand, and by e-mail in files', async () => {
    const officer = await signIn(console, 'officer');
    const supervisor = await signIn(console, 'supervisor');
    const [alert] = await console.store.alerts.list({ states: ['open'] });
    await officer.post('/alerts', { alert: alert!.id, act: 'confirmed', why: '已电话核实' });
    const named = `<span title="${emailOf('officer')}">试验officer</span>`;
    for (const [path, by] of [
      [`/alerts/${alert!.id}`, officer],
      ['/log', supervisor],
    ] as const) {
      expect(await (await by.get(path)).text(), path).toContain(named);
      expect(await (await by.get(`${path}?format=csv`)).text(), path).toContain(emailOf('officer'));
    }
  });

  test('stays as it was recorded where there is no such account', async () => {
    const [alert] = await console.store.alerts.list({ states: ['confirmed'] });
    const [last] = (await console.store.alerts.history(alert!.id)).slice(-1);
    const entry = { ...last!, id: 'by-hand', by: 'root' };
    const later = { ...alert!, stamp: 'by-hand' };
    await console.store.alerts.apply([{ alert: later, before: alert!.stamp, entries: [entry], notices: [] }]);
    expect(await (await (await signIn(console, 'officer')).get(`/alerts/${alert!.id}`)).text()).toMatch(/class="who">root /);
  });
});
