import type { Command } from 'commander';
import { inBoth } from '../../../model/sentence.ts';
import { EXIT, Failure } from '../../failure.ts';
import { addCommonOptions, type CommonOptions } from '../../options.ts';

interface ExportOptions extends CommonOptions {
  readonly revision?: string;
  readonly write?: string;
}

/** What the store keeps of the configuration: `log`, `import`, `export` and `diff`. */
export function registerRevisions(config: Command): void {
  addCommonOptions(config.command('log'))
    .description(inBoth({ zh: '列出监测范围的各个版本：何时起、谁、为什么', en: 'list the revisions: since when, by whom, why' }))
    .action(async (_options, command: Command) => (await import('../../config-revisions.ts')).listRevisions(command.optsWithGlobals()));
  addCommonOptions(config.command('import [folder]'))
    .description(inBoth({ zh: '把配置目录存为新版本', en: 'keep a configuration directory as the next revision' }))
    .requiredOption('--why <text>', inBoth({ zh: '改动的理由', en: 'why it changed' }))
    .action(async (folder: string | undefined, _options, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { why: string }>();
      await (await import('../../config-revisions.ts')).importFolder({ ...options, config: folder ?? options.config });
    });
  addCommonOptions(config.command('export'))
    .description(
      inBoth({ zh: '打印某个版本的 estate.yaml，或写出全部文件', en: 'print a revision’s estate.yaml, or write all of its files' }),
    )
    .option('--revision <n>', inBoth({ zh: '版本号，缺省为最新', en: 'its number; the latest by default' }))
    .option('--write <folder>', inBoth({ zh: '写到这个目录，须为空', en: 'an empty directory to write all files to' }))
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      await (await import('../../config-revisions.ts')).exportRevision({ ...options, revision: numberOf(options.revision) });
    });
  addCommonOptions(config.command('diff [before] [after]'))
    .description(
      inBoth({ zh: '比较两个版本；缺省为最新版本与配置目录', en: 'compare two revisions, by default the latest one and the directory' }),
    )
    .action(async (before: string | undefined, after: string | undefined, _options, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      await (await import('../../config-revisions.ts')).diffRevisions({ ...options, before: numberOf(before), after: numberOf(after) });
    });
}

function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Failure({ zh: `版本号应为正整数，不是“${text}”`, en: 'the number of a revision is a positive whole number' }, EXIT.usage);
}
