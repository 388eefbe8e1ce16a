import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { Fault } from './fault.ts';
import { type Intake, openIntake, type SizeLimit, tooLarge } from './intake.ts';
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
    const { url } = question;
    let controller: Dispatcher.DispatchController | null = null;
    let intake: Intake | null = null;
    let settled = false;

    const settle = () => {
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
    };
    const hangUp = (why: Error) => {
      if (controller && !controller.aborted) controller.abort(why);
    };
    const fail = (fault: Fault) => {
      if (settled) return;
      settle();
      intake?.abandon();
      hangUp(fault);
      reject(fault);
    };
    const interrupt = () => fail(interrupted());
    const timer = setTimeout(() => fail(late(url, milliseconds, controller !== null)), Math.max(0, milliseconds));
    if (signal.aborted) return interrupt();
    signal.addEventListener('abort', interrupt);

    const receive = (status: number, headers: IncomingHttpHeaders) => {
      const limit = status < 300 ? question.limit : OTHER_BODY;
      const length = Number(headers['content-length']);
      if (limit.beyond === 'refuse' && length > limit.bytes) throw tooLarge(limit.bytes);
      intake = openIntake(single(headers['content-encoding']), limit, {
        done(bytes, cut) {
          if (settled) return;
          settle();
          if (cut) hangUp(new Error('enough was read'));
          resolve({ status, headers, bytes, cut });
        },
        failed: fail,
        ready: () => controller?.resume(),
      });
    };

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        if (settled) hangUp(new Error('nobody waits for it any more'));
      },
      onResponseStart(_controller, status, headers) {
        if (settled || status < 200) return;
        try {
          receive(status, headers);
        } catch (error) {
          fail(error as Fault);
        }
      },
      onResponseData(active, chunk) {
        if (!settled && intake?.take(chunk) === false) active.pause();
      },
      onResponseEnd() {
        if (!settled) intake?.end();
      },
      onResponseError(_controller, error) {
        fail(faultOfNetwork(error, url));
      },
    };

    try {
      dispatcher.dispatch(
        {
          origin: url.origin,
          path: url.pathname + url.search,
          method: question.method,
          headers: question.headers,
          body: question.body,
        },
        handler,
      );
    } catch (error) {
      fail(faultOfNetwork(error as Error, url));
    }
  });
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
