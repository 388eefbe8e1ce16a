import type { Command } from 'commander';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface WorkerCommandOptions extends CommonOptions {
  readonly sites: string;
}

export function registerWorker(program: Command): void {
  addCommonOptions(program.command('worker'))
    .description(
      '只处理任务；可在多台机器上运行多个，需要 QUEUE_URL 和 DATABASE_URL · works off the queue; run as many as you like, on any machine',
    )
    .option('--sites <n>', '同时读取的网站数 · sites read at once', '8')
    .action(async (_options, command: Command) => run(command.optsWithGlobals<WorkerCommandOptions>()));
}

async function run(options: WorkerCommandOptions): Promise<void> {
  const sites = Number(options.sites);
  if (!Number.isInteger(sites) || sites < 1 || sites > 256)
    throw new Failure(`--sites 须为 1 到 256 的整数 · a whole number from 1 to 256: ${options.sites}`, EXIT.usage);
  const missing = ['QUEUE_URL', 'DATABASE_URL'].filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Failure(
      `请设置 ${missing.join('、')}：worker 与其他进程共用队列和数据库。只用一个进程时请运行 gongkai serve。\nset ${missing.join(' and ')}: a worker shares queue and store with others; for one process alone run gongkai serve`,
      EXIT.usage,
    );
  const { workUntilStopped } = await import('../work-until-stopped.ts');
  await workUntilStopped(options, sites);
}
