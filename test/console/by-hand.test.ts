import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Alert } from '../../src/model/alerts.ts';
import { type Browser, letHear, NEXT_WEEK, openTestConsole, raiseAlerts, signIn, type TestConsole } from './support.ts';

let console: TestConsole;
let supervisor: Browser;

beforeAll(async () => {
  console = await openTestConsole();
  letHear(console, 'water');
  await raiseAlerts(console);
  supervisor = await signIn(console, 'supervisor');
});
afterAll(() => console.close());

const ownAlert = async (): Promise<Alert> => (await console.store.alerts.list()).find(({ unit }) => unit === 'water')!;

/** What a supervisor's page and program are answered who want that done. */
async function asked(alert: string, act: string): Promise<number[]> {
  const made = await supervisor.post('/account/tokens', { name: '试验', scopes: 'alerts' });
  const token = /gongkai_[\w-]+/.exec(await made.text())?.[0] ?? '';
  const program = await console.app.request(`${console.deps.publicUrl}/api/v1/alerts/${alert}/acts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ act, why: '已整改' }),
  });
  return [(await supervisor.post('/alerts', { alert, act, why: '已整改' })).status, program.status];
}

test.each(['rectified', 'gone', 'observed', 'lapsed', 'escalated'])('%s comes from runs and time, and is nobody’s to set', async (act) => {
  const before = await ownAlert();
  expect(await asked(before.id, act)).toEqual([400, 400]);
  expect(await ownAlert()).toEqual(before);
});

test('nobody closes by hand what no crawl saw rectified, however far it has come', async () => {
  for (const step of ['confirmed', 'sent', 'acknowledged']) {
    const { id, state } = await ownAlert();
    expect(await asked(id, 'closed'), state).toEqual([409, 409]);
    expect((await ownAlert()).state).toBe(state);
    expect((await supervisor.post('/alerts', { alert: id, act: step, why: '核对过', until: NEXT_WEEK })).status).toBe(302);
    expect((await ownAlert()).state).toBe(step);
  }
  expect(await asked((await ownAlert()).id, 'closed')).toEqual([409, 409]);
});
