import type { Command } from 'commander';

/** Options that every command takes. */
export interface CommonOptions {
  readonly config: string;
  readonly data: string;
  readonly json?: true;
  readonly verbose?: true;
  readonly quiet?: true;
}

/** Puts the common options on a program or command. */
export function addCommonOptions(command: Command): Command {
  return command
    .option('--config <dir>', '配置目录 · configuration directory', 'config/')
    .option('--data <dir>', '内嵌数据库与证据目录 · embedded database and evidence', '.gongkai/')
    .option('--json', '标准输出只打印 JSON · JSON and nothing else on standard output')
    .option('--verbose', '多说一些 · say more')
    .option('--quiet', '少说一些 · say less');
}

/** A repeatable option: collects its values. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
