import type { Clock } from '../../src/model/clock.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { LoopDelay } from './loop-delay.ts';

/*
 * Self-check before a failure of the network is written down: a starved event loop, a dead resolver or a line that is down makes every
 * site look silent. What we cannot hold against a site is told as our own trouble.
 */

/** How long the last answer or failure of a host says something of our own line, in milliseconds. */
const RECENT = 120_000;

/** Our loop is starved when it was held up this long, or by this share of the time that a site was given. */
const STARVED_MS = 3000;
const STARVED_SHARE = 0.5;

/** One or two sites may be down by chance at the same time. */
const FEW_SITES = 2;

/** What is known of our own state: how late the event loop runs, and which hosts answer. */
export class OwnHealth {
  readonly #clock: Clock;
  readonly #loop: LoopDelay;
  readonly #answered = new Map<string, number>();
  readonly #failed = new Map<string, number>();

  /** Takes over `loop`, and closes it. */
  constructor(clock: Clock, loop: LoopDelay) {
    this.#clock = clock;
    this.#loop = loop;
  }

  noteAnswer(host: string): void {
    this.#answered.set(host, this.#clock.now().getTime());
  }

  noteFailure(host: string): void {
    this.#failed.set(host, this.#clock.now().getTime());
  }

  /**
   * Why a host's failure cannot be held against it, or null where other hosts answer and our loop kept time.
   * @param milliseconds that the host was given
   */
  excuse(host: string, failure: { readonly outcome: Outcome; readonly isOfResolver: boolean }, milliseconds: number): Sentence | null {
    if (failure.outcome === 'timeout' && this.#loop.worst() >= Math.max(STARVED_MS, STARVED_SHARE * milliseconds)) {
      const seconds = Math.round(this.#loop.worst() / 1000);
      return { zh: `本机过于繁忙，停顿了 ${seconds} 秒。`, en: `Our own machine was too busy: it stood still for ${seconds} s.` };
    }
    if (this.#others(this.#answered, host) > 0) return null;
    if (failure.isOfResolver) return { zh: '本机的域名解析没有答复。', en: 'Our own name server does not answer.' };
    if (this.#others(this.#failed, host) < FEW_SITES) return null;
    return { zh: '同一时间没有任何网站有答复，应是本机网络不通。', en: 'No site at all answered at that time: our own line must be down.' };
  }

  close(): void {
    this.#loop.close();
  }

  /** Hosts but this one that were noted lately. */
  #others(noted: ReadonlyMap<string, number>, host: string): number {
    const since = this.#clock.now().getTime() - RECENT;
    return [...noted].filter(([other, at]) => other !== host && at >= since).length;
  }
}
