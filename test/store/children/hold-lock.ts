import { systemClock } from '../../../src/model/clock.ts';
import { systemRandomness } from '../../../src/model/randomness.ts';
import { lockDirectory } from '../../../src/store/lock.ts';

const [directory] = process.argv.slice(2);
const lock = await lockDirectory(directory ?? '', systemClock, systemRandomness);
process.on('SIGTERM', () => void lock.release().then(() => process.exit()));
process.stdout.write('held\n');
setInterval(() => undefined, 1000);
