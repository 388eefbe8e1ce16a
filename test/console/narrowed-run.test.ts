import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConsole } from '../../src/console/app.ts';
import { makeRun } from '../store/records.ts';
import { type Browser, openTestConsole, raiseAlerts, signIn, type TestConsole } from './support.ts';

const LATER = new Date('2024-03-21T09:00:00+08:00');

let console: TestConsole;
let supervisor: Browser;
beforeAll(async () => {
  console = await openTestConsole();
  await raiseAlerts(console);
  supervisor = await signIn(console, 'supervisor');
});
afterAll(() => console.close());

const today = async () => (await supervisor.get('/')).text();
const judged = (page: string) => ({ moment: /按 ([\d :-]+) 的审计/.exec(page)?.[1], findings: /data-total="(\d+)"/.exec(page)?.[1] });

describe('after somebody looked at some columns only', () => {
  test('pages judge as of the last audit of the whole estate, with all of its findings', async () => {
    const before = judged(await today());
    expect(before).toEqual({ moment: '2024-03-20 12:00', findings: expect.stringMatching(/^[1-9]/) });
    const over = { asOf: LATER, startedAt: LATER, finishedAt: LATER, state: 'done' } as const;
    await console.store.runs.open(makeRun('narrowed', { ...over, narrowed: true }));
    await console.store.findings.save('narrowed', []);
    await console.store.runs.open(makeRun('crawl', { ...over, kind: 'crawl' }));
    expect(judged(await todayElsewhere())).toEqual(before);
  });
});

/** What a console says that has no judgement in mind yet. */
async function todayElsewhere(): Promise<string> {
  const cookie = [...supervisor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const app = createConsole(console.deps);
  return (await app.request(`${console.deps.publicUrl}/`, { headers: { cookie } })).text();
}
