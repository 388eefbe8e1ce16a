import { readFileSync } from 'node:fs';
import type { Command } from 'commander';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** The headings that commander prints. */
const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': '用法 · usage:',
  'Arguments:': '参数 · arguments:',
  'Options:': '选项 · options:',
  'Commands:': '命令 · commands:',
};

/** Help in Chinese and English; commands that are added afterwards take it over. */
export function inTwoLanguages(program: Command): Command {
  return program
    .description(
      '看住一个城市的政务公开：哪些栏目该更新而没有更新，凭据在哪里 · watches which disclosure columns have gone silent, with evidence',
    )
    .version(version, '-V, --version', '显示版本 · show the version')
    .configureHelp({ styleTitle: (title) => HEADINGS[title] ?? title })
    .helpOption('-h, --help', '显示用法 · show how it is used')
    .helpCommand('help [command]', '显示一个命令的用法 · show how a command is used');
}
