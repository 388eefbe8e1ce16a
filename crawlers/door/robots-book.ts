import type { Clock } from '../../src/model/clock.ts';
import { Fault } from './fault.ts';
import type { FetchTask } from './fetch-task.ts';
import type { Politeness } from './fetched.ts';
import type { CrawlDelay, RobotsRules } from './robots-rules.ts';

/** How long rules are kept (RFC 9309, 2.4: no more than a day), and how long the failure to get them, in milliseconds. */
const RULES_KEPT = 24 * 60 * 60 * 1000;
const FAILURE_KEPT = 60 * 1000;

/** What came of asking for a robots.txt. */
export interface RobotsReading {
  /** The rules, or why nothing may be asked for now. */
  readonly found: RobotsRules | RobotsFault;
  readonly requests: number;
  readonly transferred: number;
}

/** Why a robots.txt could not be had. It was asked for often enough already; another try now is of no use. */
export class RobotsFault extends Fault {}

/** Cache of the robots.txt of every site met, read once each. */
export class RobotsBook {
  readonly #found = new Map<string, { readonly found: RobotsRules | RobotsFault; readonly until: number }>();
  readonly #inFlight = new Map<string, Promise<RobotsReading>>();
  readonly #clock: Clock;
  readonly #read: (origin: string, politeness: Politeness) => Promise<RobotsReading>;

  /** @param read asks a site for its robots.txt; does not reject */
  constructor(clock: Clock, read: (origin: string, politeness: Politeness) => Promise<RobotsReading>) {
    this.#clock = clock;
    this.#read = read;
  }

  /** Resolves when the URL may be asked for; rejects with the Fault that keeps us out. */
  async admit(url: URL, task: FetchTask): Promise<void> {
    const found = this.#known(url.origin) ?? (await this.#consult(url.origin, task));
    if (found instanceof Fault) throw found;
    if (!found.allows(url)) throw forbidden(url);
  }

  /** The wait between requests that a site asks for, as far as its rules are known. */
  delay(origin: string): CrawlDelay | null {
    const found = this.#known(origin);
    return found === null || found instanceof Fault ? null : found.delay;
  }

  #known(origin: string): RobotsRules | RobotsFault | null {
    const page = this.#found.get(origin);
    return page && page.until > this.#clock.now().getTime() ? page.found : null;
  }

  /** Reads for all who wait for it; the one who came first bears the cost. */
  async #consult(origin: string, task: FetchTask): Promise<RobotsRules | RobotsFault> {
    const inFlight = this.#inFlight.get(origin);
    if (inFlight) return (await orStopped(inFlight, task.signal)).found;
    const reading = this.#read(origin, task.request.settings).then((read) => {
      const kept = read.found instanceof Fault ? keptFor(read.found) : RULES_KEPT;
      this.#found.set(origin, { found: read.found, until: this.#clock.now().getTime() + kept });
      this.#inFlight.delete(origin);
      return read;
    });
    this.#inFlight.set(origin, reading);
    const { found, requests, transferred } = await orStopped(reading, task.signal);
    task.requests += requests;
    task.transferred += transferred;
    return found;
  }
}

/** An address that one caller's settings refuse may be open to the next one's. */
function keptFor(fault: RobotsFault): number {
  return fault.outcome === 'address-refused' ? 0 : FAILURE_KEPT;
}

function orStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function forbidden(url: URL): Fault {
  return new Fault(
    'forbidden-by-robots',
    `${url.host} 的 robots.txt 不允许读取 ${url.pathname}；如系本单位网站，请在 robots.txt 中放行，或请运维人员把这个网站设为不受 robots.txt 限制。`,
    `The robots.txt of ${url.host} forbids ${url.pathname}; if the site is yours, allow it there, or have whoever runs this set that site free of it.`,
  );
}
