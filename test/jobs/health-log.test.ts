import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** What a process says on standard error that logs a hostile text. */
function logged(pretty: boolean): string {
  const script = `const { openLog } = await import('./jobs/health/log.ts');
    const log = await openLog({ pretty: ${pretty}, level: 'info' });
    log.info({ run: 'night', site: 'portal', column: 'tz\\u001b[31mgg' }, '标题\\u001b]0;owned\\u0007\\r\\n伪造的一行');
    log.debug('too much');`;
  return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' }).stderr;
}

it('a log line is one line of JSON with run, site and column, whatever a page’s text holds', () => {
  const lines = logged(false).trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 'info',
    run: 'night',
    site: 'portal',
    column: 'tz [31mgg',
    msg: '标题 ]0;owned 伪造的一行',
  });
});

it('on a terminal no page’s text moves the cursor or paints', () => {
  const said = logged(true);
  expect(said).toContain('标题 ]0;owned 伪造的一行');
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).not.toContain('\u0007');
});
