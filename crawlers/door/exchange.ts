import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { type BodyReader, openBodyReader, type SizeLimit, tooLarge } from './body-reader.ts';
import { Fault } from './fault.ts';
import { faultOfNetwork } from './network-faults.ts';

/** What is sent. */
export interface Question {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
  /** What is taken of a 2xx body. */
  readonly limit: SizeLimit;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The body after decompression. */
  readonly bytes: Buffer;
  /** Whether the body went on beyond what was taken. */
  readonly cut: boolean;
}

/** Enough of an error page or a redirect's body to see what it is. */
const OTHER_BODY: SizeLimit = { bytes: 256 * 1024, beyond: 'cut' };

/**
 * One request and its response. Rejects with a {@link Fault} and with nothing else.
 * @param milliseconds time until the whole body must be there
 */
export function exchange(dispatcher: Dispatcher, question: Question, milliseconds: number, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(interrupted());
    new Exchange(question, milliseconds, signal, resolve, reject).start(dispatcher);
  });
}

/** Waits for an answer until it is there, fails, is late or no longer wanted, and reports that once. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #question: Question;
  readonly #signal: AbortSignal;
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (fault: Fault) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #interrupt = () => this.#fail(interrupted());
  #controller: Dispatcher.DispatchController | null = null;
  #head: { readonly status: number; readonly headers: IncomingHttpHeaders } | null = null;
  #reader: BodyReader | null = null;
  #isSettled = false;

  constructor(
    question: Question,
    milliseconds: number,
    signal: AbortSignal,
    resolve: (answer: Answer) => void,
    reject: (fault: Fault) => void,
  ) {
    this.#question = question;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    // What came while we ourselves were busy is looked at first: timers run before what lies in the sockets.
    const overdue = () => setImmediate(() => setImmediate(() => this.#fail(late(question.url, milliseconds, this.#controller !== null))));
    this.#timer = setTimeout(overdue, Math.max(0, milliseconds));
    signal.addEventListener('abort', this.#interrupt);
  }

  start(dispatcher: Dispatcher): void {
    const { url, method, headers, body } = this.#question;
    try {
      dispatcher.dispatch({ origin: url.origin, path: url.pathname + url.search, method, headers, body }, this);
    } catch (error) {
      this.#fail(faultOfNetwork(error as Error, url));
    }
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isSettled) this.#hangUp();
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (this.#isSettled || status < 200) return;
    this.#head = { status, headers };
    const limit = status < 300 ? this.#question.limit : OTHER_BODY;
    try {
      if (limit.beyond === 'refuse' && Number(headers['content-length']) > limit.bytes) throw tooLarge(limit.bytes);
      this.#reader = openBodyReader(single(headers['content-encoding']), limit, {
        done: (bytes, cut) => this.#done(bytes, cut),
        failed: (fault) => this.#fail(fault),
        ready: () => controller.resume(),
      });
    } catch (error) {
      this.#fail(error as Fault);
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#isSettled && this.#reader?.take(chunk) === false) controller.pause();
  }

  onResponseEnd(): void {
    if (!this.#isSettled) this.#reader?.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(faultOfNetwork(error, this.#question.url));
  }

  #done(bytes: Buffer, cut: boolean): void {
    if (this.#isSettled) return;
    this.#settle();
    if (cut) this.#hangUp();
    this.#resolve({ ...this.#head!, bytes, cut });
  }

  #fail(fault: Fault): void {
    if (this.#isSettled) return;
    this.#reader?.abandon();
    // An error page or a redirect says all that matters in its status; many servers get their bodies wrong.
    if (this.#head && this.#head.status >= 300 && fault.outcome !== 'interrupted') {
      this.#done(Buffer.alloc(0), true);
    } else {
      this.#settle();
      this.#hangUp();
      this.#reject(fault);
    }
  }

  #settle(): void {
    this.#isSettled = true;
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#interrupt);
  }

  #hangUp(): void {
    if (this.#controller && !this.#controller.aborted) this.#controller.abort(new Error('nobody waits for more'));
  }
}

/** The first value of a header. */
export function single(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** The fault of a fetch that its caller, or the door's closing, ended. */
export function interrupted(): Fault {
  return new Fault('interrupted', '读取被中途停止。', 'Reading was stopped half-way.');
}

function late(url: URL, milliseconds: number, connected: boolean): Fault {
  const seconds = Math.round(milliseconds / 100) / 10;
  return connected
    ? new Fault('timeout', `${url.host} 在剩余的 ${seconds} 秒内没有传完。`, `${url.host} did not finish within the ${seconds} s left.`)
    : new Fault('timeout', `${seconds} 秒内未能连接 ${url.host}。`, `No connection to ${url.host} within ${seconds} s.`);
}
