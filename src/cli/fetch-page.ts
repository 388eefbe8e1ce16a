import { openDoor } from '../../crawlers/door/door.ts';
import { defaultCrawl } from '../config/load.ts';
import { systemClock } from '../model/clock.ts';
import { outcomeFacts } from '../model/outcome.ts';
import { systemRandomness } from '../model/randomness.ts';
import { Failure } from './failure.ts';

/** A page as fetched, under the address where redirects led. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly contentType: string | null;
}

/** Fetches one page or file by the rules of a crawl: robots.txt, address checks and limits of size and time. */
export async function fetchPage(url: string, allowPrivateNetworks: boolean, kind: 'page' | 'attachment' = 'page'): Promise<FetchedPage> {
  const door = openDoor({ clock: systemClock, randomness: systemRandomness });
  try {
    const fetched = await door.fetch({ url, kind, settings: { ...defaultCrawl(), allowPrivateNetworks } });
    if (fetched.outcome !== 'ok' || fetched.bytes === null) {
      const { zh, en } = outcomeFacts(fetched.outcome);
      const { detail } = fetched;
      throw new Failure({
        zh: `没有读到 ${url}：${zh}${detail ? `（${detail.zh}）` : ''}`,
        en: `not read: ${url}: ${en}${detail ? ` (${detail.en})` : ''}`,
      });
    }
    return { bytes: fetched.bytes, url: fetched.finalUrl, contentType: fetched.contentType };
  } finally {
    await door.close();
  }
}
