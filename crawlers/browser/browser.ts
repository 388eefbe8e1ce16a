import type { Browser, BrowserContext, Route } from 'playwright';
import type { CrawlSettings } from '../../src/model/estate.ts';
import type { Door } from '../door/door.ts';
import { BROWSER_ARGUMENTS, findChromium } from './chromium.ts';

/** What a page looks like once its scripts have run. */
export interface Rendered {
  readonly html: string;
  readonly finalUrl: string;
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

/** Starts the browser with the first page that needs it. Throws nothing where there is none: then `render` gives null. */
export function openBrowser(door: Pick<Door, 'fetch'>): PageBrowser {
  let started: Promise<Browser | null> | null = null;
  const start = async (): Promise<Browser | null> => {
    const executablePath = findChromium();
    if (executablePath === null) return null;
    const { chromium } = await import('playwright');
    return chromium.launch({ executablePath, args: BROWSER_ARGUMENTS, headless: true });
  };
  return {
    async render(url, settings, signal) {
      started ??= start();
      const browser = await started;
      if (browser === null || signal.aborted) return null;
      const context = await browser.newContext({
        serviceWorkers: 'block',
        acceptDownloads: false,
        javaScriptEnabled: true,
        locale: 'zh-CN',
      });
      const stop = () => void context.close().catch(() => undefined);
      signal.addEventListener('abort', stop, { once: true });
      try {
        return await renderIn(context, url, settings, door, signal);
      } catch {
        return null;
      } finally {
        signal.removeEventListener('abort', stop);
        await context.close().catch(() => undefined);
      }
    },
    async close() {
      const browser = await started;
      await browser?.close();
    },
  };
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
  const page = await context.newPage();
  const timeout = settings.timeoutSeconds * 1000;
  await page.goto(url, { waitUntil: 'load', timeout });
  await page.waitForLoadState('networkidle', { timeout: Math.min(timeout, 10_000) }).catch(() => undefined);
  await page.waitForTimeout(QUIET_MS);
  const html = await page.content();
  return { html: html.slice(0, LONGEST_HTML), finalUrl: page.url() };
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
