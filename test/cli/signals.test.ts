import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gongkai } from './gongkai.ts';

const CHILD = fileURLToPath(new URL('children/never-ends.ts', import.meta.url));

/** Loaded before the program: tells of the first listener to the last of both signals, which is there long before the sources are. */
const SAYS_WHEN_IT_LISTENS = `data:text/javascript,${encodeURIComponent(`
  process.on('newListener', (name) => name === 'SIGTERM' && setImmediate(() => process.stderr.write(name)));
`)}`;

describe('a signal', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('of kind %s while the program is still being loaded ends it with 130', async (signal) => {
    let sent = false;
    const { status } = await gongkai(['classify'], {
      env: { NODE_OPTIONS: `--import ${SAYS_WHEN_IT_LISTENS}` },
      during(child, stderr) {
        if (sent || !stderr.includes('SIGTERM')) return;
        sent = true;
        child.kill(signal);
      },
    });
    expect([sent, status]).toEqual([true, 130]);
  });

  it('ends who works for long in time, although store and queue never answer again', async () => {
    const child = fork(CHILD, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await once(child, 'message');
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(said).toMatch(/正在收尾[\s\S]*不再等待.*done again by the next process/);
  });
});
