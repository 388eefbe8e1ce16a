import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { toJson } from '../json.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { registerRevisions } from './config/revisions.ts';

/** `gongkai config …`: files of the configuration, and the revisions of it that the store keeps. */
export function registerConfig(program: Command): void {
  const config = addCommonOptions(program.command('config')).description(inBoth({ zh: '检查配置', en: 'look after the configuration' }));
  addCommonOptions(config.command('check'))
    .description(
      inBoth({
        zh: '读全部配置，说明监测什么、按什么判断、哪里要改',
        en: 'read all of it and say what is watched, by which rules, and what to mend',
      }),
    )
    .action(async (_options: unknown, command: Command) => check(command.optsWithGlobals<CommonOptions>()));
  addCommonOptions(config.command('schema [form]'))
    .description(
      inBoth({ zh: '打印编辑器用的 JSON Schema（estate、taxonomy、rules、calendar）', en: 'print the JSON Schema of a form, for editors' }),
    )
    .option('--write', inBoth({ zh: '把四个都写进配置目录的 schema/', en: 'write all four into schema/ of the configuration directory' }))
    .action(async (form: string | undefined, _options: unknown, command: Command) =>
      schema(form, command.optsWithGlobals<CommonOptions & { write?: true }>()),
    );
  registerRevisions(config);
}

async function check(options: CommonOptions): Promise<void> {
  const [{ loadConfig }, { ConfigError }, { describeConfig, summarizeConfig }, { dayIn }, { systemClock }] = await Promise.all([
    import('../../config/load.ts'),
    import('../../config/problem.ts'),
    import('../../config/summary.ts'),
    import('../../model/day.ts'),
    import('../../model/clock.ts'),
  ]);
  try {
    const config = loadConfig(options.config);
    const summary = summarizeConfig(config, dayIn(config.estate.timezone, systemClock.now()));
    print(options.json ? { schema: 'gongkai.config-check/1', ok: true, problems: [], ...summary } : describeConfig(summary, options));
  } catch (error) {
    if (!(error instanceof ConfigError) || !options.json) throw error;
    print({ schema: 'gongkai.config-check/1', ok: false, problems: error.problems });
    process.exitCode = EXIT.usage;
  }
}

async function schema(form: string | undefined, options: CommonOptions & { write?: true }): Promise<void> {
  const [{ FORM_NAMES, jsonSchema }, { mkdirSync, writeFileSync }, { join }] = await Promise.all([
    import('../../config/json-schemas.ts'),
    import('node:fs'),
    import('node:path'),
  ]);
  if (options.write) {
    const dir = join(options.config, 'schema');
    mkdirSync(dir, { recursive: true });
    for (const name of FORM_NAMES) writeFileSync(join(dir, `${name}.schema.json`), jsonSchema(name));
    if (!options.quiet) process.stderr.write(`${inBoth({ zh: '已写入', en: 'written' })}: ${dir}\n`);
    return;
  }
  const known = FORM_NAMES.find((name) => name === form);
  if (known === undefined)
    throw new Failure(
      {
        zh: `要哪一个：${FORM_NAMES.join('、')}（--write 写出全部）`,
        en: `which one: ${FORM_NAMES.join(', ')} (--write writes all of them)`,
      },
      EXIT.usage,
    );
  print(jsonSchema(known).trimEnd());
}

function print(output: string | object): void {
  process.stdout.write(`${typeof output === 'string' ? output : toJson(output, 2)}\n`);
}
