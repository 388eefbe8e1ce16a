import type { Command } from 'commander';
import { inBoth } from '../model/sentence.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly config: string;
  readonly data: string;
  /** Id of the estate that is worked for, where a process works for several. */
  readonly estate?: string;
  readonly json?: true;
  readonly verbose?: true;
  readonly quiet?: true;
}

/** Puts the common options on a command. */
export function addCommonOptions(command: Command): Command {
  return addOptionsWithoutConfig(command.option(CONFIG.flags, CONFIG.description, 'config/'));
}

/** The common options of a command that writes its own configuration. */
export function addOptionsWithoutConfig(command: Command): Command {
  return command
    .option(DATA.flags, DATA.description, '.gongkai/')
    .option(JSON_ONLY.flags, JSON_ONLY.description)
    .option(VERBOSE.flags, VERBOSE.description)
    .option(QUIET.flags, QUIET.description);
}

/** The same options before the command's name; without defaults, which would win over what stands after the name. */
export function addLeadingOptions(program: Command): Command {
  return program
    .option(CONFIG.flags, CONFIG.description)
    .option(DATA.flags, DATA.description)
    .option(JSON_ONLY.flags, JSON_ONLY.description)
    .option(VERBOSE.flags, VERBOSE.description)
    .option(QUIET.flags, QUIET.description);
}

/** For what runs long: instead of `--config`, a directory with a configuration directory for each estate. */
export const ESTATES = {
  flags: '--estates <dir>',
  description: inBoth({
    zh: '一次运行多个市：目录下每个市一个配置文件夹',
    en: 'several cities: a directory with a configuration directory for each',
  }),
};
const CONFIG = { flags: '--config <dir>', description: inBoth({ zh: '配置目录', en: 'configuration directory' }) };
const DATA = { flags: '--data <dir>', description: inBoth({ zh: '内嵌数据库与证据目录', en: 'embedded database and evidence' }) };
const JSON_ONLY = { flags: '--json', description: inBoth({ zh: '标准输出只打印 JSON', en: 'JSON and nothing else on standard output' }) };
const VERBOSE = { flags: '--verbose', description: inBoth({ zh: '多说一些', en: 'say more' }) };
const QUIET = { flags: '--quiet', description: inBoth({ zh: '少说一些', en: 'say less' }) };

/** A repeatable option: collects its values. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
