import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { addOptionsWithoutConfig, type CommonOptions } from '../options.ts';

interface DemoOptions extends Omit<CommonOptions, 'config'> {
  readonly port: string;
  readonly keep?: true;
  readonly console?: true;
}

export function registerDemo(program: Command): void {
  addOptionsWithoutConfig(program.command('demo'))
    .description(
      inBoth({ zh: '在本机启动示例城市并审计它的 2018 年', en: 'start the sample city on this machine and audit its year 2018' }),
    )
    .option('--port <n>', inBoth({ zh: '示例城市的首个端口，0 为任意空闲端口', en: 'first port of the sample city' }), '8470')
    .option('--keep', inBoth({ zh: '审计后让示例城市继续运行，按 Ctrl-C 结束', en: 'keep the sample city running afterwards' }))
    .option('--console', inBoth({ zh: '审计后打开网页界面，停在示例城市自己的日子', en: 'open the console on the city’s own day' }))
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<DemoOptions>();
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65_000)
        throw new Failure(
          { zh: `--port 须为 0 到 65000 的整数：${options.port}`, en: `a whole number up to 65000: ${options.port}` },
          EXIT.usage,
        );
      const { runDemo } = await import('../run-demo.ts');
      await runDemo({ ...options, port });
    });
}
