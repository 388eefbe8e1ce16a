import { openDoor } from '../../../../crawlers/door/door.ts';
import { deliverDue } from '../../../../jobs/alerts/deliver.ts';
import { systemClock } from '../../../../src/model/clock.ts';
import { systemRandomness } from '../../../../src/model/randomness.ts';
import { openStore } from '../../../../src/store/open.ts';
import { configWith, TestClock } from '../office.ts';

/** Delivers what is due in a store, until it is killed. */
const [dataDir = '', databaseUrl = '', alerts = '{}', time = ''] = process.argv.slice(2);
const handed = { clock: systemClock, randomness: systemRandomness };
const store = await openStore({ dataDir, databaseUrl, ...handed });
const door = openDoor(handed);
await deliverDue({ config: configWith(JSON.parse(alerts)), store, door, randomness: systemRandomness }, new TestClock(time));
await door.close();
await store.close();
