import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions, ESTATES } from '../options.ts';

interface ServeCommandOptions extends CommonOptions {
  readonly host: string;
  readonly port: string;
  readonly estates?: string;
}

const AFTERWARDS = `
${inBoth({ zh: '第一个账户在它打印的地址上建立', en: 'the first account is made at the address that it prints' })}
${inBoth({ zh: '环境变量（缺省都用内嵌的）', en: 'environment (embedded where unset)' })}: DATABASE_URL QUEUE_URL GONGKAI_SECRET；docs/operations.zh-CN.md docs/operations.md`;

export function registerServe(program: Command): void {
  addCommonOptions(program.command('serve'))
    .description(
      inBoth({ zh: '长期运行：定时审计、处理任务、网页界面，全在一个进程里', en: 'schedule, worker and console in one process' }),
    )
    .option('--host <address>', inBoth({ zh: '监听的地址', en: 'address to listen on' }), '127.0.0.1')
    .option('--port <n>', inBoth({ zh: '监听的端口，0 为任意空闲端口', en: 'port to listen on' }), '8460')
    .option(ESTATES.flags, ESTATES.description)
    .addHelpText('after', AFTERWARDS)
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ServeCommandOptions>();
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65_535)
        throw new Failure(
          { zh: `--port 须为 0 到 65535 的整数：${options.port}`, en: `a whole number up to 65535: ${options.port}` },
          EXIT.usage,
        );
      if (options.estates !== undefined) {
        const { serveEstates } = await import('../estates/serve-estates.ts');
        return serveEstates(options.estates, { ...options, port });
      }
      const { serveAll } = await import('../serve.ts');
      await serveAll({ ...options, port });
    });
}
