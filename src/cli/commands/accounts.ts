import type { Command } from 'commander';
import { inBoth, type Sentence } from '../../model/sentence.ts';
import type { ImportOptions } from '../import-posts.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { addPeriodOptions, type PeriodOptions } from '../period.ts';

interface ListOptions extends CommonOptions, PeriodOptions {
  readonly asOf?: string;
}

interface ForwardedOptions extends CommonOptions {
  readonly title: string;
  readonly at: string;
  readonly hours: string;
}

/** `gongkai accounts`: new media (政务新媒体), their posts and how they stand. */
export function registerAccounts(program: Command): void {
  const accounts = program
    .command('accounts')
    .description(inBoth({ zh: '政务新媒体：导入帖文，看更新情况', en: 'new media: import posts, see how accounts stand' }));
  const imports = (name: string, does: Sentence, until: Sentence, how: 'importFile' | 'importMessageFile') =>
    addCommonOptions(accounts.command(`${name} <file>`))
      .description(inBoth(does))
      .requiredOption('--account <id>', inBoth({ zh: 'estate.yaml 里 accounts 的 id', en: 'id of the account' }))
      .option('--by <name>', inBoth({ zh: '谁导入的', en: 'who imports it' }))
      .option('--until <day>', inBoth(until))
      .option('--any-name', inBoth({ zh: '文件写的账号名称不同也导入', en: 'take it though it names another account' }))
      .action(async (file: string, _options, command: Command) => {
        const importing = await import('../import-posts.ts');
        await importing[how](file, command.optsWithGlobals<ImportOptions>());
      });
  imports(
    'import',
    { zh: '导入平台后台导出的 CSV、XLSX 或 JSON，同一条只算一次', en: 'import a platform’s own export; the same post counts once' },
    {
      zh: '数据截至哪一天；不写就按文件写明的导出时间，没有写明就到最后一条帖文',
      en: 'last day that the export speaks of; left out: the day on which the file says that it was exported, else that of its newest post',
    },
    'importFile',
  );
  imports(
    'messages',
    {
      zh: '导入留言的收到和答复日期（CSV、XLSX、JSON：编号或标题、留言时间、答复时间）',
      en: 'import when messages came and were answered',
    },
    { zh: '数据截至哪一天；不写就到文件里最后一个日期', en: 'last day that it speaks of; left out: the last day in the file' },
    'importMessageFile',
  );
  addPeriodOptions(addCommonOptions(accounts.command('list')))
    .description(
      inBoth({
        zh: '每个账号的状态、一段时间（缺省今年）的发布数和最后发布日期',
        en: 'state, posts of a period (this year) and last day of each account',
      }),
    )
    .option('--as-of <day>', inBoth({ zh: '按这一天判断', en: 'judge as of this day' }))
    .action(async (_options, command: Command) => {
      const { listAccounts } = await import('../list-accounts.ts');
      await listAccounts(command.optsWithGlobals<ListOptions>());
    });
  addCommonOptions(accounts.command('forwarded'))
    .description(
      inBoth({ zh: '应转尽转：各账号是否在时限内转发了某条信息', en: 'which accounts carried an item that all must carry, in time' }),
    )
    .requiredOption('--title <title>', inBoth({ zh: '信息的标题', en: 'title of the item' }))
    .requiredOption('--at <time>', inBoth({ zh: '发布时间，如 2024-03-05T09:00', en: 'when it was published, such as 2024-03-05T09:00' }))
    .option('--hours <n>', inBoth({ zh: '几小时内转发', en: 'hours within which it must be carried' }), '24')
    .action(async (_options, command: Command) => {
      const { listForwarded } = await import('../list-forwarded.ts');
      await listForwarded(command.optsWithGlobals<ForwardedOptions>());
    });
  addCommonOptions(accounts.command('collect'))
    .description(inBoth({ zh: '读一遍各账号的订阅源（RSS、Atom、JSON Feed）', en: 'read the accounts’ feeds' }))
    .action(async (_options, command: Command) => {
      const { collectNow } = await import('../collect-feeds.ts');
      await collectNow(command.optsWithGlobals<CommonOptions>());
    });
}
