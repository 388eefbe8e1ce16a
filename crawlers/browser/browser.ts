import type { Browser, BrowserContext, BrowserServer, Route } from 'playwright';
import type { CrawlSettings } from '../../src/model/estate.ts';
import type { Barrier } from '../../src/model/page-elements.ts';
import type { Door } from '../door/door.ts';
import { findBarriers } from './barriers.ts';
import { BROWSER_ARGUMENTS, findChromium } from './chromium.ts';
import { takeScreenshot, WIDTH } from './screenshot.ts';

/** What a page looks like once its scripts have run. */
export interface Rendered {
  readonly html: string;
  readonly finalUrl: string;
  /** Whether all came that its scripts are and ask for, and none of them broke: else what is not there may only not have been drawn. */
  readonly complete: boolean;
  /** A picture of it (JPEG), from the top as far down as a list is read; null where none could be taken. */
  readonly screenshot: Uint8Array | null;
  /** What keeps people out of it; null where that was not asked for, or the page did not come whole. */
  readonly barriers: readonly Barrier[] | null;
}

/** What is looked for beside the markup. */
export interface RenderLook {
  readonly barriers: boolean;
}

export interface PageBrowser {
  /**
   * Opens a page in a fresh context, lets its scripts fetch and draw, and gives the markup that stands then; null where it did
   * not come to that within the settings' deadline. Every request of the page goes through the door.
   */
  render(url: string, settings: CrawlSettings, signal: AbortSignal, look?: RenderLook): Promise<Rendered | null>;
  close(): Promise<void>;
}

/** What a list is drawn from; pictures, films and fonts would only cost the site. */
const WANTED = new Set(['document', 'script', 'xhr', 'fetch', 'stylesheet', 'other']);
/** What rows come of. */
const DRAWING = new Set(['document', 'script', 'xhr', 'fetch']);
/** Requests of one page at most, so that a page which polls for ever costs no more. */
const REQUESTS_PER_PAGE = 120;
/** After this long without a request the page is taken to be drawn. */
const QUIET_MS = 500;
/** Markup longer than this is no list page. */
const LONGEST_HTML = 8 * 1024 * 1024;

/** Beyond the settings' deadline for loading: the page's scripts may draw for so long, and then it is shut whatever they do. */
const DRAWING_MS = 15_000;
/** A page that is not shut after this long holds its whole browser up: that is killed, and the next page gets a new one. */
const SHUTTING_MS = 5_000;
/** Real connections lead nowhere: whatever a page opens by another way than a request (preconnect, WebRTC) ends here. */
const NOWHERE = { server: 'http://127.0.0.1:1', bypass: '<-loopback>' };

/** The process of its own lets a browser that answers no more be killed; a connection alone could only ask it to close. */
interface Running {
  readonly process: BrowserServer;
  readonly browser: Browser;
}

interface WantedPage {
  readonly url: string;
  readonly settings: CrawlSettings;
  readonly look: RenderLook;
}

/** Starts the browser with the first page that needs it. Throws nothing where there is none: then `render` gives null. */
export function openBrowser(door: Pick<Door, 'fetch'>): PageBrowser {
  let running: Running | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const render = async (url: string, settings: CrawlSettings, signal: AbortSignal, look: RenderLook): Promise<Rendered | null> => {
    if (signal.aborted) return null;
    if (!running?.browser.isConnected()) running = await launch();
    return running && renderOnce(running, { url, settings, look }, door, signal);
  };
  return {
    // One page at a time: a browser page is most of the memory that an audit takes.
    render(url, settings, signal, look = { barriers: false }) {
      const rendered = before.then(() => render(url, settings, signal, look)).catch(() => null);
      before = rendered;
      return rendered;
    },
    async close() {
      await before;
      await running?.process.kill();
    },
  };
}

async function launch(): Promise<Running | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  const { chromium } = await import('playwright');
  const process = await chromium.launchServer({
    executablePath,
    args: BROWSER_ARGUMENTS,
    headless: true,
    proxy: NOWHERE,
    host: '127.0.0.1',
  });
  return { process, browser: await chromium.connect(process.wsEndpoint()) };
}

/** Waits for no answer of the browser beyond the deadline: a page whose script never rests can keep it from giving any. */
async function renderOnce(
  { process, browser }: Running,
  wanted: WantedPage,
  door: Pick<Door, 'fetch'>,
  signal: AbortSignal,
): Promise<Rendered> {
  // Not AbortSignal.timeout: nothing holds one that is part of another signal, so it may be collected and never come.
  const over = new AbortController();
  const shut = () => over.abort();
  const deadline = setTimeout(shut, wanted.settings.timeoutSeconds * 1000 + DRAWING_MS);
  signal.addEventListener('abort', shut, { once: true });
  const context = browser.newContext({
    serviceWorkers: 'block',
    acceptDownloads: false,
    locale: 'zh-CN',
    viewport: { width: WIDTH, height: 900 },
  });
  try {
    return await Promise.race([context.then((opened) => renderIn(opened, wanted, door, over.signal)), whenAborted(over.signal)]);
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', shut);
    over.abort();
    const closed = await isSettledWithin(
      SHUTTING_MS,
      context.then((opened) => opened.close()),
    );
    if (!closed) await process.kill();
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('the page was shut')), { once: true }));
}

/** Whether something came to an end, good or bad, within so many milliseconds. */
function isSettledWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, ms, false);
    const settled = () => {
      clearTimeout(late);
      resolve(true);
    };
    work.then(settled, settled);
  });
}

async function renderIn(
  context: BrowserContext,
  { url, settings, look }: WantedPage,
  door: Pick<Door, 'fetch'>,
  signal: AbortSignal,
): Promise<Rendered> {
  let requests = 0;
  let complete = true;
  await context.route('**/*', async (route) => {
    const type = route.request().resourceType();
    if (!WANTED.has(type)) return route.abort();
    const mayAsk = ++requests <= REQUESTS_PER_PAGE;
    if (!mayAsk) await route.abort();
    const came = mayAsk && (await throughTheDoor(route, settings, door, signal));
    if (!came && DRAWING.has(type)) complete = false;
  });
  await context.routeWebSocket('**/*', (socket) => {
    complete = false;
    return socket.close();
  });
  // What workers ask for passes no route, and the dead proxy alone would stop it: so there are none.
  await context.addInitScript(withoutWorkers);
  const page = await context.newPage();
  page.on('pageerror', () => {
    complete = false;
  });
  const timeout = settings.timeoutSeconds * 1000;
  await page.goto(url, { waitUntil: 'load', timeout });
  const rests = page.waitForLoadState('networkidle', { timeout: Math.min(timeout, 10_000) }).then(
    () => true,
    () => false,
  );
  complete = (await rests) && complete;
  await page.waitForTimeout(QUIET_MS);
  const html = await page.content();
  // A script may have led to where nobody answered; then the browser draws a page of its own, which is nothing that a site said.
  if (!/^https?:/.test(page.url())) throw new Error(`the page led to ${page.url()}`);
  const barriers = look.barriers && complete ? await findBarriers(page) : null;
  return { html: html.slice(0, LONGEST_HTML), finalUrl: page.url(), complete, screenshot: await takeScreenshot(page), barriers };
}

/** Runs in the page before its own scripts: lists are drawn without workers, and a page finds that there are none. */
function withoutWorkers(): void {
  for (const name of ['Worker', 'SharedWorker']) Reflect.deleteProperty(globalThis, name);
}

/** Answers a request of the page with what the door brings: address guard, size limits, pace and robots.txt hold here, too. Says whether it came. */
async function throughTheDoor(route: Route, settings: CrawlSettings, door: Pick<Door, 'fetch'>, signal: AbortSignal): Promise<boolean> {
  const request = route.request();
  const method = request.method();
  if (method !== 'GET' && method !== 'POST') return route.abort().then(() => false);
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
  if (fetched.bytes === null) return route.abort().then(() => false);
  await route.fulfill({
    status: fetched.status ?? 200,
    contentType: fetched.contentType ?? 'text/html',
    body: Buffer.from(fetched.bytes),
  });
  return fetched.outcome === 'ok';
}
