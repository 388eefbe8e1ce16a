import { totalmem } from 'node:os';
import { memoryUsage } from 'node:process';
import { EventManager } from '@crawlee/basic';

/** How often Crawlee hears how much memory is in use. */
const INTERVAL_MS = 1_000;

/** Memory that this process may fill, in megabytes: what its container allows, else what the machine has. */
export function memoryMbytes(): number {
  const allowed = process.constrainedMemory();
  return Math.floor(Math.min(totalmem(), allowed > 0 ? allowed : Number.POSITIVE_INFINITY) / 2 ** 20);
}

/**
 * Tells Crawlee how much memory the process uses, so that it visits fewer pages at once before there is none left. Its own manager
 * starts a process each second to add up the memory of children; readers are threads of this process, and discovery has no browser.
 */
export class OwnLoad extends EventManager {
  #timer: NodeJS.Timeout | null = null;

  override async init(): Promise<void> {
    if (this.isInitialized()) return;
    await super.init();
    this.#timer = setInterval(() => this.emit('systemInfo', { memCurrentBytes: memoryUsage.rss(), isCpuOverloaded: false }), INTERVAL_MS);
  }

  override async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await super.close();
  }
}
