import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

/** `gongkai calendar import FILE`: the State Council's notice becomes the calendar of its year. */
export function registerCalendar(program: Command): void {
  const calendar = addCommonOptions(program.command('calendar')).description(
    inBoth({ zh: '放假调休日历', en: 'the calendar of working days' }),
  );
  addCommonOptions(calendar.command('import <file>'))
    .description(
      inBoth({
        zh: '把国务院放假通知的全文（文本文件，- 为标准输入）写成 calendar/年份.yaml',
        en: 'write the State Council’s notice, a text file or - for standard input, as the calendar of its year',
      }),
    )
    .action(async (file: string, _options, command: Command) =>
      (await import('../import-calendar.ts')).importCalendar(file, command.optsWithGlobals<CommonOptions>()),
    );
}
