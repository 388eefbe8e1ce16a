import type { Command } from 'commander';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface ServeCommandOptions extends CommonOptions {
  readonly host: string;
  readonly port: string;
}

const AFTERWARDS = `
第一个账户在它打印的地址上建立 · the first account is made at the address that it prints
环境变量 · environment: DATABASE_URL、QUEUE_URL、GONGKAI_SECRET（缺省都用内嵌的 · embedded where unset）；docs/operations.zh-CN.md · docs/operations.md`;

export function registerServe(program: Command): void {
  addCommonOptions(program.command('serve'))
    .description('长期运行：定时审计、处理任务、网页界面，全在一个进程里 · schedule, worker and console in one process')
    .option('--host <address>', '监听的地址 · address to listen on', '127.0.0.1')
    .option('--port <n>', '监听的端口，0 为任意空闲端口 · port to listen on', '8460')
    .addHelpText('after', AFTERWARDS)
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ServeCommandOptions>();
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new Failure(`--port 须为 0 到 65535 的整数 · a whole number up to 65535: ${options.port}`, EXIT.usage);
      const { serveAll } = await import('../serve.ts');
      await serveAll({ ...options, port });
    });
}
