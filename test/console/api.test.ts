import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { testChannel } from '../../jobs/alerts/test-channel.ts';
import { beginPaper } from '../../jobs/reports/papers.ts';
import { alertsSchema } from '../../src/config/alerts-file.ts';
import { systemClock } from '../../src/model/clock.ts';
import { TOKEN_SCOPES } from '../../src/model/people.ts';
import { kindOf } from '../../src/reports/kinds.ts';
import { openOffice } from '../jobs/alerts/office.ts';
import { startReceiver } from '../jobs/alerts/receivers.ts';
import { makeRun } from '../store/records.ts';
import { MARK, ORIGIN, openTestConsole, raiseAlerts, signIn, type TestConsole, tokenOf } from './support.ts';

interface Operation {
  readonly summary: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Record<string, { schema: object }> }>>;
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<'get' | 'post', Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: object };
}

let office: Awaited<ReturnType<typeof openOffice>>;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let console: TestConsole;
let document: Document;
const ids: Record<string, string> = {};
const tokens = { supervisor: '', editor: '' };

beforeAll(async () => {
  office = await openOffice();
  receiver = await startReceiver();
  vi.stubEnv('HOOK_URL', receiver.url);
  vi.stubEnv('HOOK_SECRET', 'secret');
  const alerts = alertsSchema.parse({
    channels: [{ type: 'webhook', id: 'hook', urlFrom: 'HOOK_URL', secretFrom: 'HOOK_SECRET', allowPrivateNetworks: true }],
    contacts: [{ name: '张三', role: 'contact', unit: 'water', via: [{ channel: 'hook' }] }],
  });
  console = await openTestConsole(ORIGIN, {
    testChannel: (channel, address) => {
      const config = { ...console.deps.config, alerts };
      return testChannel({ config, door: office.door, clock: systemClock, randomness: office.randomness }, channel, address);
    },
    askForAudit: async () => (await console.store.runs.open(makeRun('asked-for'))).run,
  });
  await raiseAlerts(console);
  const withTopic = (text: string) => text.replace('url: /water/', "url: /water/, topicFrom: '2024-01-01'");
  await console.deps.changeEstate!(withTopic, { by: 'test', why: '专题' });
  const [now, place] = [systemClock.now(), { site: 'portal', column: 'water-news' }];
  await console.store.corrections.add({ id: 'c', target: place, category: 'notices', by: 'test', at: now, why: '是通知' });
  const approval = { what: 'accounts', year: 2023, on: '2024-07-01', source: null, units: null } as const;
  await console.store.approvals.add({ id: 'entered', ...approval, by: 'test', at: now });
  await console.store.probes.record([
    { site: 'portal', vantage: 'main', slot: now, at: now, outcome: 'ok', milliseconds: 120, detail: null },
  ]);
  const supervisor = await signIn(console, 'supervisor');
  const editor = await signIn(console, 'unit-editor', 'water');
  tokens.supervisor = await tokenOf(supervisor, TOKEN_SCOPES);
  tokens.editor = await tokenOf(editor, TOKEN_SCOPES);
  const before = new Set((await console.store.people.tokens()).map(({ id }) => id));
  await tokenOf(editor, TOKEN_SCOPES);
  ids.token = (await console.store.people.tokens()).find(({ id }) => !before.has(id))!.id;
  for (const { unit, id } of await console.store.alerts.list()) if (unit) ids[unit] ??= id;
  ids.delivery = await deadDelivery();
  const span = { from: '2024-01-01', to: '2024-03-20' };
  for (const unit of ['water', 'health'])
    ids[`paper ${unit}`] = (await beginPaper(console.deps, kindOf('rectification')!, span, unit, 'test')).id;
  ids.viewer = await signIn(console, 'viewer').then(() => personOf('viewer'));
  document = (await (await console.app.request(`${ORIGIN}/api/openapi.json`)).json()) as Document;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await console.close();
  await receiver.close();
  await office.close();
});

async function personOf(role: string): Promise<string> {
  return (await console.store.people.list()).find((person) => person.role === role)!.id;
}

/** A message about the unit of the others that nobody could send. */
async function deadDelivery(): Promise<string> {
  const { outbox } = console.store;
  const now = systemClock.now();
  const letter = { language: 'zh', subject: `预警：${MARK.health}`, opening: '', sections: [], closing: '' } as const;
  const begun = { state: 'waiting', attempts: 0, createdAt: now, nextTry: now, sentAt: null, detail: null } as const;
  const delivery = { id: 'dead-one', channel: 'hook', address: null, role: 'contact', unit: 'health', letter, ...begun } as const;
  await outbox.compose([{ delivery, notices: [] }]);
  const until = new Date(now.getTime() + 1000);
  await outbox.claim({ channel: 'hook', token: 't', now, until, perMinute: 9 });
  await outbox.settle({
    delivery: 'dead-one',
    token: 't',
    at: now,
    outcome: 'refused',
    detail: { zh: '地址不存在', en: 'no such address' },
    nextTry: null,
  });
  return delivery.id;
}

function ask(who: keyof typeof tokens, path: string, body?: object): Promise<Response> {
  const headers = { authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json' };
  const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  return Promise.resolve(console.app.request(ORIGIN + path, init));
}

/** An address of a described path with ids of one unit's things. */
function addressOf(path: string, unit: 'water' | 'health'): string {
  const filled: Record<string, string> = {
    site: 'portal',
    column: `${unit}-news`,
    alert: ids[unit]!,
    run: 'run-1',
    account: `wx-${unit}`,
    delivery: ids.delivery!,
    channel: 'hook',
    person: ids.viewer!,
    token: ids.token!,
    invitation: ids.invitation ?? 'none',
    approval: 'entered',
    correction: 'c',
    paper: ids[`paper ${unit}`]!,
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? `no ${name}`);
}

/** What programs send, by path. Each is a thing that the supervisor may do and that is possible then. */
const BODIES: Readonly<Record<string, object>> = {
  '/api/v1/accounts/{account}/functions': { function: '留言', works: true },
  '/api/v1/accounts/{account}/messages': { messages: [{ subject: 'A1', receivedOn: '2024-03-18' }] },
  '/api/v1/accounts/{account}/posts': { posts: [{ title: '汛期值班安排', time: '2024-03-18' }] },
  '/api/v1/alerts/{alert}/acts': { act: 'confirmed', why: '看过网页' },
  '/api/v1/approvals': { what: 'budget', year: 2024, on: '2024-01-20' },
  '/api/v1/corrections': { target: { site: 'portal', column: 'water-news' }, category: 'notices', why: '是通知' },
  '/api/v1/invitations': { name: '新人', email: 'new@example.cn', role: 'officer' },
  '/api/v1/papers': { kind: 'circular', period: 'last-quarter' },
  '/api/v1/papers/{paper}/acts': { act: 'release' },
  '/api/v1/topics/{site}/{column}/archive': { archivedOn: '2024-06-30' },
  '/api/v1/people/{person}': { role: 'officer', active: 'yes' },
};

/** What the world of these tests holds none of before somebody asks for it. */
const MAY_BE_EMPTY = /invitations|forecast|clocks|decisions|likes/;

/**
 * There are no pairs to decide about in this world: duties.test.ts has them. Units that merge or split would be others in the tests that
 * follow: reorganise.test.ts has them.
 */
const isElsewhere = (path: string, method: string) => method === 'post' && /^\/api\/v1\/(?:pairs|units)\//.test(path);

/** The schema with what it refers to put in its place, and nothing allowed that it does not name. */
function whole(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(whole);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref } = schema as { $ref?: string };
  if ($ref !== undefined) return whole(document.components.schemas[$ref.replace('#/components/schemas/', '')]);
  const copy = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, whole(value)]));
  return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}

function check(operation: Operation, status: number, body: unknown, told: string): void {
  const schema = operation.responses[String(status)]?.content?.['application/json']?.schema;
  expect(schema, `${told} answers ${status}, which is not described`).toBeDefined();
  const read = z.fromJSONSchema(whole(schema) as Parameters<typeof z.fromJSONSchema>[0]).safeParse(body);
  expect(read.success ? null : z.prettifyError(read.error), told).toBeNull();
}

function operations(): [string, 'get' | 'post', Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [path, method as 'get' | 'post', operation] as [string, 'get' | 'post', Operation],
    ),
  );
}

describe('the description of the API', () => {
  test('is OpenAPI 3.1: every parameter of a path is named, every reference leads somewhere, every answer is described', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'gongkai', version: expect.any(String) });
    expect(document.components.securitySchemes).toEqual({ token: { type: 'http', scheme: 'bearer' } });
    for (const [, name] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas).toHaveProperty(name!);
    for (const [path, method, operation] of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((one) => one.in === 'path');
      expect(declared.map(({ name }) => name).sort(), path).toEqual(named.sort());
      expect(declared.every(({ required }) => required === true)).toBe(true);
      expect(operation.summary).toMatch(/\S/);
      expect(operation.security).toEqual([{ token: [] }]);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '401', '403']));
      for (const { description } of Object.values(operation.responses)) expect(description).toMatch(/\S/);
      expect(operation.requestBody === undefined).toBe(method === 'get');
    }
  });

  test('holds everything that programs may ask for', async () => {
    const permitted = console.app.permissions
      .filter(({ path }) => path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(
      operations()
        .map(([path, method]) => `${method} ${path}`)
        .sort(),
    ).toEqual(permitted.sort());
  });
});

describe('every route of the API', () => {
  test('answers as its schema says, and what has to be there is there', async () => {
    const asked = operations().sort(([, a], [, b]) => a.localeCompare(b));
    for (const [path, method, operation] of asked.filter(
      ([path, method]) => !path.includes('{invitation}') && !isElsewhere(path, method),
    )) {
      const address = addressOf(path, 'water');
      const answer = await ask('supervisor', address, method === 'post' ? (BODIES[path] ?? {}) : undefined);
      const body = await answer.json();
      expect(answer.status, `${method} ${address} ${JSON.stringify(body)}`).toBe(200);
      check(operation, 200, body, `${method} ${path}`);
      if (method === 'get' && Array.isArray(body) && !MAY_BE_EMPTY.test(path)) expect(body.length, path).toBeGreaterThan(0);
      if (path === '/api/v1/invitations' && method === 'post') ids.invitation = (body as { id: string }).id;
    }
    const [path, , operation] = asked.find(([one]) => one.includes('{invitation}'))!;
    const withdrawn = await ask('supervisor', addressOf(path, 'water'), {});
    check(operation, 200, await withdrawn.json(), path);
    expect(await console.store.people.invitations()).toMatchObject([{ email: 'viewer.office@example.cn' }]);
  });

  test('says in the described form what is wrong: no token, a token that may not, nothing there, nonsense', async () => {
    for (const [path, method, operation] of operations()) {
      const address = addressOf(path, 'water');
      const init = method === 'post' ? { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } } : {};
      const refused = await console.app.request(ORIGIN + address, init);
      expect(refused.status, path).toBe(401);
      check(operation, 401, await refused.json(), path);
      if (method === 'post' && BODIES[path]) {
        const nonsense = await ask('supervisor', address, { act: 7, target: 7, email: 'nobody', role: 'king' });
        expect(nonsense.status, path).toBe(400);
        check(operation, 400, await nonsense.json(), path);
      }
      if (path.includes('{') && path !== '/api/v1/people/{person}') {
        const gone = await ask('supervisor', path.replace(/\{\w+\}/g, 'nowhere'), method === 'post' ? (BODIES[path] ?? {}) : undefined);
        expect(gone.status, path).toBe(404);
        check(operation, 404, await gone.json(), path);
      }
    }
  });

  test('shows and does for a unit editor’s token nothing of another unit', async () => {
    for (const [path, method, operation] of operations()) {
      const address = addressOf(path, 'health');
      const answer = await ask('editor', address, method === 'post' ? (BODIES[path] ?? {}) : undefined);
      const text = await answer.text();
      expect(text, path).not.toContain(MARK.health);
      expect(text, path).not.toContain('卫健');
      expect(text, path).not.toContain('health-news');
      check(operation, answer.status, JSON.parse(text), path);
      const permission = console.app.permissions.find(
        (one) => one.path === path.replace(/\{(\w+)\}/g, ':$1') && one.method.toLowerCase() === method,
      );
      if (permission?.access !== 'public' && !permission?.access.includes('unit-editor')) expect(answer.status, path).toBe(403);
    }
    const narrowed = await ask('editor', '/api/v1/alerts?unit=health');
    expect(((await narrowed.json()) as { unit: string }[]).every(({ unit }) => unit === 'water')).toBe(true);
  });
});

describe('what can be narrowed', () => {
  async function told(path: string): Promise<{ id?: string; rule?: string; unit?: string | null; severity?: string }[]> {
    const answer = await ask('supervisor', path);
    expect(answer.status, path).toBe(200);
    return (await answer.json()) as never;
  }

  test('findings: by severity, kind, unit and words, each alone and together, and what is none of them is not there', async () => {
    const all = await told('/api/v1/findings');
    expect(new Set(all.map(({ unit }) => unit))).toEqual(new Set(['water', 'health']));
    const of = (unit: string) => all.filter((one) => one.unit === unit);
    expect(await told('/api/v1/findings?unit=water')).toEqual(of('water'));
    expect(await told('/api/v1/findings?unit=health&rule=column-overdue&severity=veto')).toEqual(of('health'));
    expect(await told(`/api/v1/findings?search=${encodeURIComponent(MARK.water)}`)).toEqual(of('water'));
    expect(await told('/api/v1/findings?rule=column-blank')).toEqual([]);
    expect((await ask('supervisor', '/api/v1/findings?severity=none')).status).toBe(400);
  });

  test('units: by kind, words and a state of their columns', async () => {
    const ids = async (query: string) => (await told(`/api/v1/units?${query}`)).map(({ id }) => id);
    expect(await ids('kind=department&status=overdue')).toEqual(['water', 'health']);
    expect(await ids(`search=${encodeURIComponent('水利')}`)).toEqual(['water']);
    expect(await ids('status=blank')).toEqual([]);
    expect(await ids('kind=office')).toEqual([]);
  });

  test('a unit editor who asks for another unit’s findings gets none', async () => {
    expect(await (await ask('editor', '/api/v1/findings?unit=health')).json()).toEqual([]);
    expect(await (await ask('editor', `/api/v1/units?search=${encodeURIComponent('卫健')}`)).json()).toEqual([]);
  });

  test('their pages narrow by the same names', async () => {
    const browser = await signIn(console, 'supervisor');
    const csv = async (path: string) => (await (await browser.get(path)).text()).split('\r\n').filter((line) => line !== '').length - 1;
    expect(await csv('/runs/run-1?table=findings&format=csv')).toBe((await told('/api/v1/findings')).length);
    expect(await csv('/runs/run-1?unit=water&rule=column-overdue&table=findings&format=csv')).toBe(1);
    expect(await csv(`/units?search=${encodeURIComponent('水利')}&format=csv`)).toBe(1);
    expect(await csv('/units?status=blank&format=csv')).toBe(0);
  });
});

describe('what programs do', () => {
  test('is done by the same functions as at the console, and noted in the name of the token’s person', async () => {
    expect((await console.store.outbox.get('dead-one'))?.state).toBe('waiting');
    expect(receiver.requests.map(({ body }) => body).join()).toContain('渠道“hook”已经配置好');
    expect(await console.store.runs.get('asked-for')).not.toBeNull();
    const actions = (await console.store.people.logged(100)).filter(({ by }) => by === 'supervisor.office@example.cn');
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'retry-delivery',
        'test-channel',
        'start-audit',
        'invite',
        'change-person',
        'withdraw-invitation',
        'renew-password',
      ]),
    );
  });

  test('is not more than the token’s scopes, whatever its person may do', async () => {
    const reader = await tokenOf(await signIn(console, 'supervisor'), ['read']);
    const headers = { authorization: `Bearer ${reader}` };
    for (const path of ['/api/v1/people', '/api/v1/settings', '/api/v1/log', '/settings', '/people', '/account'])
      expect((await console.app.request(ORIGIN + path, { headers })).status, path).toBe(403);
    expect((await console.app.request(`${ORIGIN}/api/v1/rules`, { headers })).status).toBe(200);
  });
});
