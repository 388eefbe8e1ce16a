import { generateKeyPairSync } from 'node:crypto';
import { type ServerType, serve } from '@hono/node-server';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_ARGUMENTS, findChromium } from '../../crawlers/browser/chromium.ts';
import { wordsOf } from '../../src/console/words/words.ts';
import { systemClock } from '../../src/model/clock.ts';
import { freePort } from '../servers/binaries.ts';
import { CLIENT, type Provider, startProvider } from './provider.ts';
import { createBrowser, openTestConsole, signIn, type TestConsole } from './support.ts';

const OFFICER = 'officer.office@example.cn';
const { login } = wordsOf('zh');

let console: TestConsole;
let provider: Provider;
let server: ServerType;
let origin: string;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  provider = await startProvider();
  console = await openTestConsole(origin, {
    singleSignOn: { name: '市统一认证', discoveryUrl: provider.discoveryUrl, ...CLIENT },
  });
  server = serve({ fetch: console.app.fetch, port, hostname: '127.0.0.1' });
  await signIn(console, 'officer');
});
afterAll(async () => {
  server?.close();
  await console?.close();
  await provider?.close();
});

/** Goes to the provider and comes back with its answer; `change` alters the way back. */
async function goThere(browser = createBrowser(console), change = (back: URL): unknown => back) {
  const start = await browser.post('/login/single-sign-on', { next: '/alerts' });
  const there = (start.headers.get('refresh') ?? '').replace('0; url=', '');
  const back = new URL((await fetch(there, { redirect: 'manual' })).headers.get('location') ?? '');
  change(back);
  return { browser, start, back, answer: await browser.get(back.pathname + back.search) };
}

const opensPages = async (browser: ReturnType<typeof createBrowser>) => (await browser.get('/alerts')).status === 200;

describe('single sign-on', () => {
  test('opens the account of an e-mail that was invited, and leads where one wanted to go', async () => {
    provider.serve(OFFICER);
    const { browser, answer } = await goThere();
    expect(answer.headers.get('location')).toBe('/alerts');
    expect(await opensPages(browser)).toBe(true);
    expect((await console.store.people.logged(5)).some(({ by, detail }) => by === OFFICER && detail.startsWith('single-sign-on'))).toBe(
      true,
    );
  });

  test('asks by code with state, nonce and a PKCE challenge', async () => {
    provider.serve(OFFICER);
    const { start } = await goThere();
    const asked = Object.fromEntries(provider.asked.at(-1) ?? []);
    expect(asked).toMatchObject({ response_type: 'code', client_id: CLIENT.clientId, code_challenge_method: 'S256' });
    expect(asked.redirect_uri).toBe(`${origin}/api/auth/callback/single-sign-on`);
    expect(asked.scope?.split(' ')).toEqual(expect.arrayContaining(['openid', 'email']));
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]?.length, name).toBeGreaterThan(20);
    expect(start.status).toBe(200);
  });

  test('opens nothing for people whom nobody invited, and says so', async () => {
    provider.serve('stranger@example.cn');
    const { browser, answer } = await goThere();
    const location = answer.headers.get('location') ?? '';
    expect(await (await browser.get(location.replace(origin, ''))).text()).toContain(login.unknown);
    expect(await opensPages(browser)).toBe(false);
    expect((await console.store.people.list()).map(({ email }) => email)).not.toContain('stranger@example.cn');
  });

  test('opens nothing by an e-mail that the provider has not verified, and asks no more of providers that say nothing of it', async () => {
    await signIn(console, 'unit-editor', 'water');
    const { email } = (await console.store.people.list()).find(({ role }) => role === 'unit-editor')!;
    provider.serve(email, { verified: false });
    const { browser, answer } = await goThere();
    const location = answer.headers.get('location') ?? '';
    expect(await (await browser.get(location.replace(origin, ''))).text()).toContain(login.unverified);
    expect(await opensPages(browser)).toBe(false);
    provider.serve(email, { verified: null });
    expect(await opensPages((await goThere()).browser)).toBe(true);
  });

  test('opens nothing for whoever was closed', async () => {
    await signIn(console, 'viewer');
    const viewer = (await console.store.people.list()).find(({ role }) => role === 'viewer')!;
    await console.store.people.change(viewer.id, { active: false }, systemClock.now());
    provider.serve(viewer.email);
    const { browser, answer } = await goThere();
    expect(await (await browser.get(answer.headers.get('location') ?? '')).text()).toContain(login.closed);
    expect(await opensPages(browser)).toBe(false);
    expect(await console.store.people.sessions(viewer.id)).toEqual([]);
  });

  const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  test.each([
    ['a nonce of another sign-in', { nonce: 'of another sign-in' }],
    ['an audience that is not us', { audience: 'another program' }],
    ['the signature of another key', { signedBy: otherKey }],
  ])('takes no ID token with %s', async (_name, tricks) => {
    provider.serve(OFFICER, tricks);
    const { browser, answer } = await goThere();
    expect(answer.headers.get('location')).toContain('/login?error=');
    expect(await opensPages(browser)).toBe(false);
  });

  test('takes no answer with a state that this browser did not send, and leads back to the door', async () => {
    provider.serve(OFFICER);
    const other = await goThere();
    const { browser, answer } = await goThere(createBrowser(console), (back) =>
      back.searchParams.set('state', other.back.searchParams.get('state') ?? ''),
    );
    expect(answer.headers.get('location')).toMatch(/\/login\?error=/);
    expect(await opensPages(browser)).toBe(false);
  });

  test('takes an answer once, and in the browser that asked for it alone', async () => {
    provider.serve(OFFICER);
    const { back } = await goThere();
    const thief = createBrowser(console);
    await thief.get(back.pathname + back.search);
    expect(await opensPages(thief)).toBe(false);
  });

  test('works in a browser that holds to our policy', async () => {
    provider.serve(OFFICER);
    const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: BROWSER_ARGUMENTS });
    try {
      const page = await browser.newPage();
      await page.goto(`${origin}/alerts`);
      await page.click('form[action="/login/single-sign-on"] button');
      await page.waitForURL(`${origin}/alerts`, { timeout: 20_000 });
    } finally {
      await browser.close();
    }
  });

  test('that is out of reach says so and leaves the password', async () => {
    const discoveryUrl = 'http://127.0.0.1:9/.well-known/openid-configuration';
    const alone = await openTestConsole(undefined, { singleSignOn: { name: '市统一认证', discoveryUrl, ...CLIENT } });
    try {
      const browser = createBrowser(alone);
      const start = await browser.post('/login/single-sign-on', {});
      expect(start.headers.get('location')).toMatch(/^\/login\?error=/);
      await signIn(alone, 'officer');
      expect(await (await browser.get('/login?error=provider_not_reached')).text()).toContain(login.unfinished);
    } finally {
      await alone.close();
    }
  });
});
