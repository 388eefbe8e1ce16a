import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConsole } from '../../src/console/app.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import { makeRun } from '../store/records.ts';
import { type Browser, openTestConsole, signIn, type TestConsole } from './support.ts';

const dir = mkdtempSync(join(tmpdir(), 'gongkai-empty-'));
const MOMENT = new Date('2026-03-02T09:00:00+08:00');

let seeded: TestConsole;
let store: OpenedStore;
let supervisor: Browser;

/** A console over what the store holds now; it has judged nothing yet. */
const fresh = (): TestConsole => {
  const deps = { ...seeded.deps, store };
  return { ...seeded, app: createConsole(deps), deps, store };
};

beforeAll(async () => {
  seeded = await openTestConsole();
  store = await openStore({ dataDir: dir, clock: seeded.deps.clock, randomness: seeded.deps.randomness });
  supervisor = await signIn(fresh(), 'supervisor');
});
afterAll(async () => {
  await store.close();
  await seeded.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('before anything was audited', () => {
  test('the alerts page says that no audit was there to open one', async () => {
    expect(await (await supervisor.get('/alerts')).text()).toContain('还没有做过这样的监测');
  });

  test('no numbers are said to agree', async () => {
    const page = await (await supervisor.get('/categories')).text();
    expect(page).toContain('还没有监测过，没有数可以核对');
    expect(page).not.toContain('各数相符');
  });
});

describe('after an audit of a past day', () => {
  test('the alerts page says which day it judged', async () => {
    const asOf = new Date('2018-12-31T23:59:59+08:00');
    await store.runs.open(makeRun('past', { asOf, startedAt: MOMENT, finishedAt: MOMENT, state: 'done' }));
    expect(await (await (await signIn(fresh(), 'supervisor')).get('/alerts')).text()).toContain('最近一次监测判断的是 2018-12-31');
  });
});
