import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions, ESTATES } from '../options.ts';

interface WorkerCommandOptions extends CommonOptions {
  readonly sites: string;
  readonly healthHost: string;
  readonly healthPort?: string;
  readonly estates?: string;
}

export function registerWorker(program: Command): void {
  addCommonOptions(program.command('worker'))
    .description(
      inBoth({
        zh: '只处理任务；可在多台机器上运行多个，需要 QUEUE_URL 和 DATABASE_URL',
        en: 'works off the queue; run as many as you like, on any machine',
      }),
    )
    .option('--sites <n>', inBoth({ zh: '同时读取的网站数', en: 'sites read at once' }), '8')
    .option(ESTATES.flags, ESTATES.description)
    .option('--health-port <n>', inBoth({ zh: '在这个端口上回答 /healthz /readyz /metrics', en: 'answer these on this port' }))
    .option('--health-host <address>', inBoth({ zh: '该端口监听的地址', en: 'address of that port' }), '127.0.0.1')
    .action(async (_options, command: Command) => run(command.optsWithGlobals<WorkerCommandOptions>()));
}

async function run(options: WorkerCommandOptions): Promise<void> {
  const sites = Number(options.sites);
  if (!Number.isInteger(sites) || sites < 1 || sites > 256)
    throw new Failure(
      { zh: `--sites 须为 1 到 256 的整数：${options.sites}`, en: `a whole number from 1 to 256: ${options.sites}` },
      EXIT.usage,
    );
  const missing = ['QUEUE_URL', 'DATABASE_URL'].filter((name) => !process.env[name]);
  if (missing.length > 0)
    throw new Failure(
      {
        zh: `请设置 ${missing.join('、')}：worker 与其他进程共用队列和数据库。只用一个进程时请运行 gongkai serve。`,
        en: `set ${missing.join(' and ')}: a worker shares queue and store with others; for one process alone run gongkai serve`,
      },
      EXIT.usage,
    );
  const health = options.healthPort === undefined ? null : { host: options.healthHost, port: portOf(options.healthPort) };
  if (options.estates !== undefined) {
    const { workForEstates } = await import('../estates/work-for-estates.ts');
    return workForEstates(options.estates, options, { sites, health });
  }
  const { workUntilStopped } = await import('../work-until-stopped.ts');
  await workUntilStopped(options, { sites, health });
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Failure({ zh: `--health-port 须为 0 到 65535 的整数：${text}`, en: `a whole number up to 65535: ${text}` }, EXIT.usage);
}
