import type { Browser, BrowserContext, Route } from 'playwright';
import type { CrawlSettings } from '../../src/model/estate.ts';
import type { Door } from '../door/door.ts';
import { BROWSER_ARGUMENTS, findChromium } from './chromium.ts';
import { takeScreenshot, WIDTH } from './screenshot.ts';

/** What a page looks like once its scripts have run. */
export interface Rendered {
  readonly html: string;
  readonly finalUrl: string;
  /** A picture of it (JPEG), from the top as far down as a list is read; null where none could be taken. */
  readonly screenshot: Uint8Array | null;
}

export interface PageBrowser {
  /**
   * Opens a page in a fresh context, lets its scripts fetch and draw, and gives the markup that stands then; null where it did
   * not come to that within the settings' deadline. Every request of the page goes through the door.
   */
  render(url: string, settings: CrawlSettings, signal: AbortSignal): Promise<Rendered | null>;
  close(): Promise<void>;
}

/** What a list is drawn from; pictures, films and fonts would only cost the site. */
const WANTED = new Set(['document', 'script', 'xhr', 'fetch', 'stylesheet', 'other']);
/** Requests of one page at most, so that a page which polls for ever costs no more. */
const REQUESTS_PER_PAGE = 120;
/** After this long without a request the page is taken to be drawn. */
const QUIET_MS = 500;
/** Markup longer than this is no list page. */
const LONGEST_HTML = 8 * 1024 * 1024;

/** Beyond the settings' deadline for loading: the page's scripts may draw for so long, and then it is shut whatever they do. */
const DRAWING_MS = 15_000;
/** Real connections lead nowhere: whatever a page opens by another way than a request (preconnect, WebRTC) ends here. */
const NOWHERE = { server: 'http://127.0.0.1:1', bypass: '<-loopback>' };

/** Starts the browser with the first page that needs it. Throws nothing where there is none: then `render` gives null. */
export function openBrowser(door: Pick<Door, 'fetch'>): PageBrowser {
  let browser: Browser | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const render = async (url: string, settings: CrawlSettings, signal: AbortSignal): Promise<Rendered | null> => {
    if (signal.aborted) return null;
    if (!browser?.isConnected()) browser = await launch();
    return browser && renderOnce(browser, url, settings, door, signal);
  };
  return {
    // One page at a time: a browser page is most of the memory that an audit takes.
    render(url, settings, signal) {
      const rendered = before.then(() => render(url, settings, signal)).catch(() => null);
      before = rendered;
      return rendered;
    },
    async close() {
      await before;
      await browser?.close();
    },
  };
}

async function launch(): Promise<Browser | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  const { chromium } = await import('playwright');
  return chromium.launch({ executablePath, args: BROWSER_ARGUMENTS, headless: true, proxy: NOWHERE });
}

/** Closing the context ends whatever the page is at, so that one whose script never rests costs no more than the deadline. */
async function renderOnce(
  browser: Browser,
  url: string,
  settings: CrawlSettings,
  door: Pick<Door, 'fetch'>,
  signal: AbortSignal,
): Promise<Rendered> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    acceptDownloads: false,
    locale: 'zh-CN',
    viewport: { width: WIDTH, height: 900 },
  });
  // Not AbortSignal.timeout: nothing holds one that is part of another signal, so it may be collected and never come.
  const over = new AbortController();
  const shut = () => {
    over.abort();
    void context.close().catch(() => undefined);
  };
  const deadline = setTimeout(shut, settings.timeoutSeconds * 1000 + DRAWING_MS);
  if (signal.aborted) shut();
  else signal.addEventListener('abort', shut, { once: true });
  try {
    return await renderIn(context, url, settings, door, over.signal);
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', shut);
    await context.close().catch(() => undefined);
  }
}

async function renderIn(
  context: BrowserContext,
  url: string,
  settings: CrawlSettings,
  door: Pick<Door, 'fetch'>,
  signal: AbortSignal,
): Promise<Rendered> {
  let requests = 0;
  await context.route('**/*', async (route) => {
    if (++requests > REQUESTS_PER_PAGE || !WANTED.has(route.request().resourceType())) return route.abort();
    return throughTheDoor(route, settings, door, signal);
  });
  await context.routeWebSocket('**/*', (socket) => socket.close());
  // What workers ask for passes no route, and the dead proxy alone would stop it: so there are none.
  await context.addInitScript(withoutWorkers);
  const page = await context.newPage();
  const timeout = settings.timeoutSeconds * 1000;
  await page.goto(url, { waitUntil: 'load', timeout });
  await page.waitForLoadState('networkidle', { timeout: Math.min(timeout, 10_000) }).catch(() => undefined);
  await page.waitForTimeout(QUIET_MS);
  const html = await page.content();
  // A script may have led to where nobody answered; then the browser draws a page of its own, which is nothing that a site said.
  if (!/^https?:/.test(page.url())) throw new Error(`the page led to ${page.url()}`);
  return { html: html.slice(0, LONGEST_HTML), finalUrl: page.url(), screenshot: await takeScreenshot(page) };
}

/** Runs in the page before its own scripts: lists are drawn without workers, and a page finds that there are none. */
function withoutWorkers(): void {
  for (const name of ['Worker', 'SharedWorker']) Reflect.deleteProperty(globalThis, name);
}

/** Answers a request of the page with what the door brings: address guard, size limits, pace and robots.txt hold here, too. */
async function throughTheDoor(route: Route, settings: CrawlSettings, door: Pick<Door, 'fetch'>, signal: AbortSignal): Promise<void> {
  const request = route.request();
  const method = request.method();
  if (method !== 'GET' && method !== 'POST') return route.abort();
  const body = request.postData();
  const type = request.headers()['content-type'];
  const fetched = await door.fetch({
    url: request.url(),
    method,
    ...(body === null ? {} : { body }),
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
    kind: 'page',
    settings,
    signal,
  });
  if (fetched.bytes === null) return route.abort();
  return route.fulfill({
    status: fetched.status ?? 200,
    contentType: fetched.contentType ?? 'text/html',
    body: Buffer.from(fetched.bytes),
  });
}
