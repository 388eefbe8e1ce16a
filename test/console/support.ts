import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alertsAfterRun } from '../../jobs/alerts/after-run.ts';
import { judgeStored } from '../../jobs/judging/judge.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { loadConfig } from '../../src/config/load.ts';
import { createConsole } from '../../src/console/app.ts';
import type { ConsoleDeps } from '../../src/console/deps.ts';
import { keepConfig } from '../../src/estate/keep.ts';
import { openLiveEstate } from '../../src/estate/live.ts';
import { systemClock } from '../../src/model/clock.ts';
import { addDays, dayIn } from '../../src/model/day.ts';
import type { PersonRole } from '../../src/model/people.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { openStore } from '../../src/store/open.ts';
import { makeItem, makeResult, makeRun } from '../store/records.ts';

export const ORIGIN = 'http://127.0.0.1:8460';
export const PASSWORD = 'seven-grey-herons';
export const SETUP = 'setup-token-of-tests';
/** A day that a unit may promise and a dismissal last until. */
export const NEXT_WEEK = addDays(dayIn('Asia/Shanghai', systemClock.now()), 7);
/** More than a screen shows: pages and texts are as long as real ones. */
const LINES = 200;
/** What a hostile page may call an item. */
export const HOSTILE = '=cmd|"/c calc"!A1</script><script>alert(1)</script><img src=x onerror=alert(2)>';

const ESTATE = `
name: 试验市
timezone: Asia/Shanghai
units:
  - { id: water, name: 市水利局, kind: department }
  - { id: health, name: 市卫健局, kind: department }
sites:
  - id: portal
    unit: water
    name: 试验市门户
    url: http://portal.example/
    columns:
      - { id: water-news, name: 水利动态, url: /water/, category: work-updates }
      - { id: health-news, name: 卫健动态, url: /health/, unit: health, category: work-updates }
accounts:
  - { id: wx-water, name: 水利发布, platform: wechat, unit: water, verified: true, functions: [{ name: 留言 }] }
  - { id: wx-health, name: 卫健发布, platform: weibo, unit: health, functions: [{ name: 留言 }] }
`;

/** Marks of what belongs to one unit and must never reach the other. */
export const MARK = { water: '水库蓄水专项甲', health: '疫苗接种专项乙' } as const;

const asOf = new Date('2024-03-20T12:00:00+08:00');

/** A console over an embedded store with one finished audit of two units, each with an overdue column, alerts and hostile titles. */
export async function openTestConsole(publicUrl = ORIGIN, more: Partial<ConsoleDeps> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-console-'));
  writeFileSync(join(dir, 'estate.yaml'), ESTATE);
  const config = loadConfig(dir);
  const handed = { clock: systemClock, randomness: systemRandomness };
  const store = await openStore({ dataDir: join(dir, 'data'), ...handed });
  const workshop = { config, store, classifier: loadClassifier(config.taxonomy), ...handed };
  const pages = await seed(workshop);
  const kept = await keepConfig(workshop, systemClock.now(), { by: 'test', why: '' });
  const live = openLiveEstate({ ...workshop, config: kept, folder: null });
  const deps: ConsoleDeps = {
    ...workshop,
    get config() {
      return live.config;
    },
    secret: 'a secret of tests, long enough for all',
    configDir: dir,
    publicUrl,
    setupToken: SETUP,
    changeEstate: live.change,
    ...more,
  };
  return {
    app: createConsole(deps),
    deps,
    store,
    pages,
    async close() {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type TestConsole = Awaited<ReturnType<typeof openTestConsole>>;

/** From now on these units have a contact who hears of their alerts. */
export function letHear({ deps }: TestConsole, ...units: readonly string[]): void {
  const channels = [{ type: 'dingtalk', id: 'group', urlFrom: 'NOBODY_SET_IT' }];
  const contacts = units.map((unit) => ({ name: unit, role: 'contact', unit, via: [{ channel: 'group' }] }));
  Object.assign(deps.config.alerts, { channels, contacts });
}

async function seed(workshop: Pick<ConsoleDeps, 'config' | 'store' | 'classifier' | 'clock' | 'randomness'>) {
  const { store, config } = workshop;
  const columns = config.estate.sites.flatMap((site) => site.columns ?? []);
  await store.columns.save('portal', columns);
  const run = makeRun('run-1', { asOf, startedAt: asOf, state: 'running' });
  await store.runs.open(run);
  await store.runs.plan(
    run.id,
    columns.map(({ id }) => ({ site: 'portal', column: id })),
  );
  const pages: Record<string, string> = {};
  for (const unit of ['water', 'health'] as const) {
    const bytes = new TextEncoder().encode(
      `<html><body><h1>${MARK[unit]}</h1><script>alert(3)</script><ul><li>${MARK[unit]}</li></ul>${'<p>一行</p>'.repeat(LINES)}</body></html>`,
    );
    const hash = createHash('sha256').update(bytes).digest('hex');
    pages[unit] = hash;
    const items = [0, 1, 2].map((place) =>
      makeItem(`portal.example/${unit}/${place}`, {
        unit,
        title: place === 0 ? `${HOSTILE}${MARK[unit]}` : `${MARK[unit]}第${place}号`,
        publishedOn: `2023-1${place}-05`,
        category: 'work-updates',
        firstSeen: asOf,
        lastSeen: asOf,
      }),
    );
    const url = `http://portal.example/${unit}/`;
    await store.columns.record(
      makeResult({ run: run.id, site: 'portal', column: `${unit}-news`, at: asOf, asOf, evidence: hash }, items, {
        items: items.map((record) => ({ record, text: `${record.title}正文\n${'一行\n'.repeat(LINES)}` })),
        pages: [{ url, bytes, fetchedAt: asOf, contentType: 'text/html; charset=utf-8', screenshot: pictureOf(unit) }],
      }),
    );
  }
  await store.runs.recordSite({
    run: run.id,
    site: 'portal',
    at: asOf,
    status: 'ok',
    reason: null,
    tlsFallback: false,
    finalUrl: null,
    homeUpdatedOn: '2024-03-19',
    homeReadAt: asOf,
    elements: null,
    traffic: run.traffic,
  });
  await store.runs.update(run.id, { state: 'done', finishedAt: asOf });
  return pages;
}

/** Bytes that pass for a picture, with the unit's mark in them. */
function pictureOf(unit: keyof typeof MARK): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(MARK[unit])]);
}

export const emailOf = (role: PersonRole, unit: string | null = null) => `${role}.${unit ?? 'office'}@example.cn`;

/** Makes an account straight in the store and signs it in through the login page. */
export async function signIn(console: TestConsole, role: PersonRole, unit: string | null = null): Promise<Browser> {
  const email = emailOf(role, unit);
  if (!(await console.store.people.list()).some((person) => person.email === email)) await invite(console, email, role, unit);
  const browser = createBrowser(console);
  const answer = await browser.post('/login', { email, password: PASSWORD });
  if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status}`);
  return browser;
}

async function invite({ app, deps, store }: TestConsole, email: string, role: PersonRole, unit: string | null): Promise<void> {
  const token = deps.randomness.token(16);
  const now = deps.clock.now();
  await store.people.invite({
    id: deps.randomness.id(),
    tokenHash: createHash('sha256').update(token).digest('hex'),
    name: `试验${role}`,
    email,
    role,
    unit,
    by: 'test',
    at: now,
    expiresAt: new Date(now.getTime() + 60_000),
    acceptedAt: null,
  });
  const body = new URLSearchParams({ password: PASSWORD, again: PASSWORD });
  const origin = deps.publicUrl;
  const answer = await app.request(`${origin}/invitation/${token}`, { method: 'POST', body, headers: { origin } });
  if (answer.status !== 302) throw new Error(`the invitation of ${email} was not accepted: ${answer.status}`);
}

export type Browser = ReturnType<typeof createBrowser>;

/** Keeps cookies and fills in the forms' token, as a browser on our own pages does. */
export function createBrowser({ app, deps: { publicUrl: origin } }: TestConsole) {
  const cookies = new Map<string, string>();
  let token = '';
  async function send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await app.request(origin + path, { ...init, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name = '', ...value] = pair.split('=');
      if (/max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
    return answer;
  }
  return {
    cookies,
    get: (path: string) => send(path, {}),
    async post(path: string, fields: Record<string, string | readonly string[]>, headers: Record<string, string> = { origin }) {
      if (cookies.size > 0 && token === '')
        token = /name="_token" value="([^"]+)"/.exec(await (await send('/account', {})).text())?.[1] ?? '';
      const pairs = Object.entries({ _token: token, ...fields }).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
      return send(path, { method: 'POST', body: new URLSearchParams(pairs), headers });
    },
    send,
  };
}

/** A token that somebody who is signed in makes for a program. */
export async function tokenOf(browser: Browser, scopes: readonly string[]): Promise<string> {
  await browser.get('/account');
  const fields = new URLSearchParams([['name', '试验'], ...scopes.map((scope) => ['scopes', scope])]);
  const form = /name="_token" value="([^"]+)"/.exec(await (await browser.get('/account')).text())?.[1] ?? '';
  fields.set('_token', form);
  const made = await browser.send('/account/tokens', { method: 'POST', body: fields, headers: { origin: ORIGIN } });
  return /gongkai_[\w-]+/.exec(await made.text())?.[0] ?? '';
}

/** The judged estate and its alerts, as the end of a run makes them. */
export async function raiseAlerts({ deps, store }: TestConsole): Promise<void> {
  const span = { from: '2024-01-01', to: '2024-03-20' };
  const { result } = await judgeStored(deps, { asOf, span, narrowing: {}, pack: deps.config.pack });
  await store.findings.save('run-1', result.findings);
  const run = await store.runs.get('run-1');
  if (run) await alertsAfterRun(deps, run, result);
}
