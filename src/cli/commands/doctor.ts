import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT } from '../failure.ts';
import { toJson } from '../json.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface DoctorOptions extends CommonOptions {
  readonly offline?: true;
}

export function registerDoctor(program: Command): void {
  addCommonOptions(program.command('doctor'))
    .description(inBoth({ zh: '检查本机与配置是否就绪', en: 'check store, queue, browser, clock, disk, memory and the sites’ robots.txt' }))
    .option('--offline', inBoth({ zh: '不访问任何网站', en: 'without one request to a site' }))
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<DoctorOptions>();
      const [{ checkUp }, { formatTable, terminalWidth }] = await Promise.all([import('../check-up.ts'), import('../table.ts')]);
      const checks = await checkUp(options);
      const failed = checks.some((check) => check.state === 'bad');
      if (options.json) process.stdout.write(`${toJson({ schema: 'gongkai.doctor/1', ok: !failed, checks })}\n`);
      else {
        const marks = { good: '✓', note: '!', bad: '✗' };
        const rows = checks.map((check) => [marks[check.state], inBoth(check.name), inBoth(check.says)]);
        process.stdout.write(`${formatTable([{ head: '' }, { head: '检查' }, { head: '结果', least: 30 }], rows, terminalWidth())}\n`);
      }
      if (failed) process.exitCode = EXIT.failed;
    });
}
