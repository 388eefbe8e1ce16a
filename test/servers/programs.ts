import { findChromium } from '../../crawlers/browser/chromium.ts';
import { findProgram, postgresFolders } from './binaries.ts';

/**
 * Before the first test: the programs that the tests use are there, or are installed one after the other where this user may,
 * or an error says what to install. Test files run side by side, and apt takes only one at a time.
 */
export default function setup(): void {
  findProgram('redis-server', () => ['/usr/local/sbin', '/usr/sbin'], 'redis-server');
  findProgram('initdb', postgresFolders, 'postgresql');
  if (findChromium() === null) findProgram('chromium', () => ['/usr/bin'], 'chromium');
}
