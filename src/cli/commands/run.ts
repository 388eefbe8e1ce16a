import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface ListOptions extends CommonOptions {
  readonly limit: string;
}

/** `gongkai run list|show|watch|cancel|retry`: a run is named by its id, the beginning of it, or `latest`. */
export function registerRun(program: Command): void {
  const run = addCommonOptions(program.command('run')).description(
    inBoth({ zh: '查看和控制审计的运行', en: 'look at runs and steer them' }),
  );
  addCommonOptions(run.command('list'))
    .description(inBoth({ zh: '最近的运行', en: 'the latest runs' }))
    .option('--limit <n>', inBoth({ zh: '最多几次', en: 'how many at most' }), '20')
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1)
        throw new Failure({ zh: `--limit 须为正整数：${options.limit}`, en: `a whole number: ${options.limit}` }, EXIT.usage);
      await (await import('../runs/list-runs.ts')).listRuns(options, limit);
    });
  addCommonOptions(run.command('show [run]'))
    .description(inBoth({ zh: '一次运行的结果和没有读到的栏目', en: 'what a run came to, and what it could not read' }))
    .action(async (id: string | undefined, _options, command: Command) => {
      await (await import('../runs/show-run.ts')).showRun(command.optsWithGlobals<CommonOptions>(), id ?? 'latest');
    });
  addCommonOptions(run.command('watch [run]'))
    .description(inBoth({ zh: '跟随进度直到结束', en: 'follow it until it is over' }))
    .action(async (id: string | undefined, _options, command: Command) => {
      await (await import('../runs/watch-run.ts')).watchRun(command.optsWithGlobals<CommonOptions>(), id ?? 'latest');
    });
  addCommonOptions(run.command('cancel <run>'))
    .description(inBoth({ zh: '停止，已读的保留', en: 'stop it; what was read stays' }))
    .action(async (id: string, _options, command: Command) => {
      await (await import('../runs/steer-run.ts')).cancel(command.optsWithGlobals<CommonOptions>(), id);
    });
  addCommonOptions(run.command('retry [run]'))
    .description(inBoth({ zh: '只重读没有读到的栏目', en: 'read again only what it could not read' }))
    .action(async (id: string | undefined, _options, command: Command) => {
      await (await import('../runs/steer-run.ts')).retry(command.optsWithGlobals<CommonOptions>(), id ?? 'latest');
    });
}
