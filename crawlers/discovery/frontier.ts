import { BasicCrawler, Configuration, LogLevel, log, type Request, Router } from '@crawlee/basic';
import { memoryMbytes, OwnLoad } from './own-load.ts';

/** Pages have their deadlines at the door; Crawlee adds none. */
const NO_LIMIT_SECONDS = 24 * 3600;

log.setLevel(LogLevel.OFF);

/** A page to visit. */
export interface Visit {
  readonly url: string;
  /** Two addresses with one key are one page. */
  readonly key: string;
  /** Names of the links that led to it. */
  readonly trail: readonly string[];
  /** False: the words of its link are not known, and the page must say itself what it is. */
  readonly named: boolean;
}

export type PageKind = 'home' | 'page';

/** Fetches a page. What it gives back takes the page up and names those to visit next; that happens in the order of the queue. */
export type Visitor = (visit: Visit) => Promise<() => readonly Visit[]>;

export interface FrontierOptions {
  readonly visitors: Readonly<Record<PageKind, Visitor>>;
  /** Pages visited at once at most; fewer while the process has no room. */
  readonly concurrency: number;
  readonly maxPages: number;
  readonly signal: AbortSignal;
}

/**
 * The crawl frontier: visits the home page and what its pages name next, first named first, each page once. Crawlee keeps the
 * queue, in memory only, routes pages by their kind and says how many are visited at once; fetching is the visitors' part. A slow
 * answer changes nothing: pages are taken up one after the other. A visitor's error ends the walk.
 */
export async function walkFrontier(home: Visit, { visitors, concurrency, maxPages, signal }: FrontierOptions): Promise<void> {
  let failure: Error | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const router = Router.create();
  const crawler = new BasicCrawler(
    {
      requestHandler: router,
      maxConcurrency: concurrency,
      autoscaledPoolOptions: { desiredConcurrency: concurrency },
      maxRequestsPerCrawl: maxPages,
      maxRequestRetries: 0,
      requestHandlerTimeoutSecs: NO_LIMIT_SECONDS,
      useSessionPool: false,
      statisticsOptions: { saveErrorSnapshots: false, logIntervalSecs: NO_LIMIT_SECONDS },
      failedRequestHandler(_, error) {
        failure ??= error;
        crawler.stop();
      },
    },
    new Configuration({ persistStorage: false, purgeOnStart: false, eventManager: new OwnLoad(), memoryMbytes: memoryMbytes() }),
  );
  const handle = (visitor: Visitor) => async (request: Request) => {
    const before = turn;
    const takenUp = visitor(visitOf(request)).then(async (takeUp) => {
      await before;
      await crawler.addRequests(takeUp().map((next) => requestOf(next, 'page')));
    });
    turn = takenUp;
    await takenUp;
  };
  for (const [kind, visitor] of Object.entries(visitors)) {
    const visit = handle(visitor);
    router.addHandler(kind, ({ request }) => visit(request));
  }
  const stop = () => crawler.stop();
  signal.addEventListener('abort', stop);
  try {
    await crawler.run([requestOf(home, 'home')]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (failure !== null) throw failure;
}

function requestOf({ url, key, trail, named }: Visit, kind: PageKind) {
  return { url, uniqueKey: key, label: kind, userData: { trail, named } };
}

function visitOf({ url, uniqueKey, userData }: Request): Visit {
  return { url, key: uniqueKey, trail: userData.trail, named: userData.named };
}
