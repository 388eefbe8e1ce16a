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
const judged = (page: string) => ({ moment: /按 ([\d :-]+) 的监测/.exec(page)?.[1], findings: /data-total="(\d+)"/.exec(page)?.[1] });

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

describe('after the next audit', () => {
  const columns = async () => (await (await supervisor.get('/api/v1/columns')).json()) as { run: string }[];

  test('the columns of the API name it at once, also where it began before a look at some columns that ended first', async () => {
    await columns();
    const [ended] = await console.store.runs.list(1);
    const startedAt = new Date(ended!.startedAt.getTime() - 60_000);
    const next = makeRun('next', { asOf: LATER, startedAt, state: 'running' });
    await console.store.runs.open(next);
    expect(new Set((await columns()).map(({ run }) => run))).not.toContain('next');
    await console.store.runs.update('next', { state: 'done', finishedAt: new Date(LATER.getTime() + 60_000) });
    expect(new Set((await columns()).map(({ run }) => run))).toEqual(new Set(['next']));
  });
});

/** What a console says that has no judgement in mind yet. */
async function todayElsewhere(): Promise<string> {
  const cookie = [...supervisor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const app = createConsole(console.deps);
  return (await app.request(`${console.deps.publicUrl}/`, { headers: { cookie } })).text();
}
