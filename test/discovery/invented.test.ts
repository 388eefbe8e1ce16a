import { afterAll, beforeAll, expect, it } from 'vitest';
import { discover } from '../../crawlers/discovery/discover.ts';
import { type Door, openDoor } from '../../crawlers/door/door.ts';
import { openReaderPool } from '../../crawlers/reading/reader-pool.ts';
import { defaultCrawl } from '../../src/config/load.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { drawingOf, serveSite } from '../site/invented/estate.ts';
import { LOOKS } from '../site/invented/looks.ts';

const readers = openReaderPool();
let door: Door;
beforeAll(() => {
  door = openDoor({ clock: systemClock, randomness: systemRandomness });
});
afterAll(async () => {
  await door.close();
  await readers.close();
});

/** Every other kind of make-up: what they show is read of all kinds elsewhere. */
const SITES = LOOKS.flatMap((look, index) => (look.readable === false || index % 2 === 1 ? [] : [[look.name, index] as const]));
const COLUMNS = 7;

it.each(SITES)('all columns of a site of %s are found, short and blank ones too, and nothing else', async (_, index) => {
  const drawing = drawingOf('discovery', index, COLUMNS);
  const server = await serveSite(drawing);
  try {
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address?.port}/`;
    const { columns } = await discover(url, {
      door,
      readers,
      settings: { ...defaultCrawl(), requestsPerSecond: 0, concurrency: 4, timeoutSeconds: 8, allowPrivateNetworks: true },
      units: [],
      signal: new AbortController().signal,
      maxPages: 60,
      progress: () => undefined,
    });
    const wanted = drawing.site.columns.map((column) => [column.name, drawing.look.column(column, 0)]);
    expect(columns.map((column) => [column.name, column.url.replace(url, '/')]).sort()).toEqual(wanted.sort());
  } finally {
    server.close().closeAllConnections();
  }
});
