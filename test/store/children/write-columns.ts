import { systemClock } from '../../../src/model/clock.ts';
import { systemRandomness } from '../../../src/model/randomness.ts';
import { openStore } from '../../../src/store/open.ts';
import { makeItem, makeResult, makeRun, march } from '../records.ts';

/** Stores one column after the other until it is killed, and says so after each. */
const [dataDir = '', databaseUrl = '', round = ''] = process.argv.slice(2);
const store = await openStore({ dataDir, databaseUrl, clock: systemClock, randomness: systemRandomness });
await store.runs.open(makeRun(round));
for (let n = 0; ; n++) {
  const column = `${round}-${n}`;
  const items = Array.from({ length: 40 }, (_, i) => makeItem(`killed.example/${column}/${i}`, { site: 'killed' }));
  const pages = [
    { url: 'http://killed.example/', bytes: new TextEncoder().encode(column.repeat(500)), fetchedAt: march(1), contentType: null },
  ];
  await store.columns.record(makeResult({ run: round, site: 'killed', column }, items, { pages }));
  process.stdout.write(`${column}\n`);
}
