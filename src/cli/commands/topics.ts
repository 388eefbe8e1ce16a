import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import type { ArchiveOptions } from '../topics.ts';

/** `gongkai topics`: topics (专题), and that a person archived one. */
export function registerTopics(program: Command): void {
  const topics = addCommonOptions(program.command('topics'))
    .description(inBoth({ zh: '专题：起止、结束后有没有归档', en: 'topics: when they begin and end, and whether they were archived' }))
    .action(async (_options, command: Command) => (await import('../topics.ts')).listTopics(command.optsWithGlobals<CommonOptions>()));
  addCommonOptions(topics.command('archive <site/column>'))
    .description(
      inBoth({
        zh: '填写专题已经归档：从这一天起不再要求更新',
        en: 'enter that a topic was archived: nothing is expected of it from then on',
      }),
    )
    .option('--on <day>', inBoth({ zh: '归档日期，缺省为今天', en: 'the day on which it was archived; left out: today' }))
    .option('--undo', inBoth({ zh: '撤销归档', en: 'take back that it was archived' }))
    .action(async (place: string, _options, command: Command) =>
      (await import('../topics.ts')).archive(place, command.optsWithGlobals<ArchiveOptions>()),
    );
}
