import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { BROWSER_ARGUMENTS, findChromium } from '../../crawlers/browser/chromium.ts';

/** Real Chromium before a console. */
export interface Chromium {
  /** What pages said to the browser's console as errors, threw, or asked of anybody but the console. */
  readonly complaints: readonly string[];
  /** A page in a browser of its own, where nobody is signed in; addresses are those of the console. */
  open(options?: { readonly width?: number; readonly javaScriptEnabled?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

const PATIENCE_MS = 15_000;

/** `origin`: where the console is served. */
export async function openChromium(origin: string): Promise<Chromium> {
  const browser: Browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: BROWSER_ARGUMENTS });
  const complaints: string[] = [];
  return {
    complaints,
    async open({ width = 1280, javaScriptEnabled = true } = {}) {
      const context: BrowserContext = await browser.newContext({ baseURL: origin, viewport: { width, height: 900 }, javaScriptEnabled });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`${page.url()} asked ${request.url()}`);
      });
      return page;
    },
    close: () => browser.close(),
  };
}

/** Somebody with an account of the console, or about to have one. */
export interface Somebody {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Makes the first account at the address that `serve` prints, and signs it in. */
export async function setUp(page: Page, setupUrl: string, { name, email, password }: Somebody): Promise<void> {
  await page.goto(setupUrl);
  await page.fill('input[name=name]', name);
  await page.fill('input[name=email]', email);
  await choosePassword(page, { email, password });
}

export async function signInto(page: Page, { email, password }: Pick<Somebody, 'email' | 'password'>): Promise<void> {
  await page.goto('/login');
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => url.pathname === '/');
}

/** Has somebody invited by the supervisor whose page it is; tells the link to hand over. */
export async function invite(page: Page, { name, email }: Somebody, role: string, unit = ''): Promise<string> {
  await page.goto('/people');
  const form = page.locator('form[action="/people/invite"]');
  await form.locator('input[name=name]').fill(name);
  await form.locator('input[name=email]').fill(email);
  await form.locator('select[name=role]').selectOption(role);
  await form.locator('select[name=unit]').selectOption(unit);
  await form.locator('button').click();
  return (await page.locator('p.done code').textContent())!;
}

/** Opens an invitation, chooses a password and signs in. */
export async function acceptInvitation(page: Page, link: string, { email, password }: Somebody): Promise<void> {
  await page.goto(link);
  await choosePassword(page, { email, password });
}

async function choosePassword(page: Page, { email, password }: Pick<Somebody, 'email' | 'password'>): Promise<void> {
  for (const field of ['password', 'again']) await page.fill(`input[name=${field}]`, password);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => url.pathname === '/login');
  await signInto(page, { email, password });
}

/** How many sheets of paper a page takes when it is printed as its style says. */
export async function sheetsOf(page: Page): Promise<number> {
  const paper = await page.pdf({ preferCSSPageSize: true });
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
}
