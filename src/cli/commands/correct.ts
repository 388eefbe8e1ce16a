import type { Command } from 'commander';
import { categoryNamed } from '../category.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface CorrectOptions extends CommonOptions {
  readonly column?: string;
  readonly category: string;
  readonly by: string;
  readonly why: string;
}

/** `gongkai correct`: an officer sets the category of an item or of a whole column right. */
export function registerCorrect(program: Command): void {
  addCommonOptions(program.command('correct [url]'))
    .description(
      '更正一条信息或整个栏目的类别，以后重新采集、重新训练都不会改回去 · set the category of an item or a column right, for good',
    )
    .option('--column <site/column>', '更正整个栏目：网站 id/栏目 id · a whole column, by the ids of its site and itself')
    .requiredOption('--category <id>', '类别 id，见 taxonomy.yaml · id of the category')
    .requiredOption('--by <name>', '谁更正的 · who says so')
    .requiredOption('--why <text>', '为什么 · why')
    .action(async (url: string | undefined, _options: unknown, command: Command) =>
      correct(url, command.optsWithGlobals<CorrectOptions>()),
    );
}

async function correct(url: string | undefined, options: CorrectOptions): Promise<void> {
  if ((url === undefined) === (options.column === undefined)) {
    throw new Failure('请给出一条信息的网址，或用 --column 给出一个栏目 · name either the URL of an item or a --column', EXIT.usage);
  }
  const [{ withWorkshop }, { findTarget }] = await Promise.all([import('../workshop.ts'), import('../correction-target.ts')]);
  await withWorkshop(options, async ({ config, store, clock, randomness }) => {
    const category = categoryNamed(options.category, config.taxonomy);
    const { target, name } = await findTarget(store, url ?? null, options.column ?? null);
    const correction = {
      id: randomness.id(),
      target,
      category: category.id,
      by: options.by,
      at: clock.now(),
      why: options.why,
    };
    await store.corrections.add(correction);
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ schema: 'gongkai.correction/1', ...correction })}\n`
        : `已更正：${name} → ${category.name}（${options.by}：${options.why}）\n`,
    );
  });
}
