import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { inBoth } from '../model/sentence.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** The headings that commander prints. */
const HEADINGS: Readonly<Record<string, string>> = {
  'Usage:': inBoth({ zh: '用法', en: 'usage:' }),
  'Arguments:': inBoth({ zh: '参数', en: 'arguments:' }),
  'Options:': inBoth({ zh: '选项', en: 'options:' }),
  'Commands:': inBoth({ zh: '命令', en: 'commands:' }),
};

/** Help in Chinese and English; commands that are added afterwards take it over. */
export function inTwoLanguages(program: Command): Command {
  return program
    .description(
      inBoth({
        zh: '看住一个城市的政务公开：哪些栏目该更新而没有更新，凭据在哪里',
        en: 'watches which disclosure columns have gone silent, with evidence',
      }),
    )
    .version(version, '-V, --version', inBoth({ zh: '显示版本', en: 'show the version' }))
    .configureHelp({ styleTitle: (title) => HEADINGS[title] ?? title })
    .helpOption('-h, --help', inBoth({ zh: '显示用法', en: 'show how it is used' }))
    .helpCommand('help [command]', inBoth({ zh: '显示一个命令的用法', en: 'show how a command is used' }));
}
