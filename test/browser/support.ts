import { findChromium } from '../../crawlers/browser/chromium.ts';
import type { CrawlSettings } from '../../src/model/estate.ts';

/** Whether this machine has a browser; a file that needs one says so where it has none. */
export const present = findChromium() !== null;
if (!present) console.log('skipped: no Chromium on this machine');

export const SETTINGS: CrawlSettings = {
  requestsPerSecond: 0,
  concurrency: 4,
  timeoutSeconds: 8,
  maxPagesPerColumn: 5,
  respectRobots: true,
  allowPrivateNetworks: true,
  browser: 'auto',
};
export const never = new AbortController().signal;
