import type { Command } from 'commander';
import { plainText } from '../../model/plain-text.ts';
import { inBoth } from '../../model/sentence.ts';
import type { Store } from '../../store/store.ts';
import { categoryNamed } from '../category.ts';
import { EXIT, Failure } from '../failure.ts';
import { plainJson } from '../json.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface CorrectOptions extends CommonOptions {
  readonly column?: string;
  readonly category?: string;
  readonly by?: string;
  readonly why?: string;
  readonly like?: string;
  readonly apply?: true;
  readonly undo?: string;
}

/** Titles that are shown to people of those that look the same. */
const SHOWN = 20;

/** `gongkai correct`: an officer sets the category of an item or of a whole column right, and of what looks the same. */
export function registerCorrect(program: Command): void {
  addCommonOptions(program.command('correct [url]'))
    .description(
      inBoth({
        zh: '更正一条信息或整个栏目的类别，以后重新采集、重新训练都不会改回去',
        en: 'set the category of an item or a column right, for good',
      }),
    )
    .option(
      '--column <site/column>',
      inBoth({ zh: '更正整个栏目：网站 id/栏目 id', en: 'a whole column, by the ids of its site and itself' }),
    )
    .option('--category <id>', inBoth({ zh: '类别 id，见 taxonomy.yaml', en: 'id of the category' }))
    .option('--by <name>', inBoth({ zh: '谁更正的', en: 'who says so' }))
    .option('--why <text>', inBoth({ zh: '为什么', en: 'why' }))
    .option(
      '--like <id>',
      inBoth({
        zh: '列出与这次更正看起来一样的，加 --apply 和 --by 才一并更正',
        en: 'show what looks the same as a correction; --apply corrects it',
      }),
    )
    .option('--apply', inBoth({ zh: '一并更正', en: 'correct them' }))
    .option('--undo <id>', inBoth({ zh: '撤销一次更正和由它一并更正的', en: 'take a correction back, with those spread from it' }))
    .action(async (url: string | undefined, _options: unknown, command: Command) =>
      correct(url, command.optsWithGlobals<CorrectOptions>()),
    );
}

async function correct(url: string | undefined, options: CorrectOptions): Promise<void> {
  if (options.undo !== undefined) return undo(options.undo, options);
  if (options.like !== undefined) return showLike(options.like, options);
  const { category: id, by, why } = options;
  if ((url === undefined) === (options.column === undefined)) {
    throw new Failure(
      { zh: '请给出一条信息的网址，或用 --column 给出一个栏目', en: 'name either the URL of an item or a --column' },
      EXIT.usage,
    );
  }
  if (id === undefined || by === undefined || why === undefined) {
    throw new Failure({ zh: '更正要写 --category、--by 和 --why', en: 'a correction needs --category, --by and --why' }, EXIT.usage);
  }
  const [{ withWorkshop }, { findTarget }, { findLike }] = await Promise.all([
    import('../workshop.ts'),
    import('../correction-target.ts'),
    import('../../classification/corrections.ts'),
  ]);
  await withWorkshop(options, async ({ config, store, clock, randomness }) => {
    const category = categoryNamed(id, config.taxonomy);
    const { target, name } = await findTarget(store, url ?? null, options.column ?? null);
    const correction = { id: randomness.id(), target, category: category.id, by, at: clock.now(), why };
    await store.corrections.add(correction);
    const like = (await findLike(store, correction)).length;
    if (options.json) {
      process.stdout.write(`${plainJson({ schema: 'gongkai.correction/1', ...correction, like })}\n`);
      return;
    }
    process.stdout.write(`已更正：${name} → ${category.name}（${by}：${why}）\n`);
    if (like > 0) process.stdout.write(`还有 ${like} 条看起来一样：gongkai correct --like ${correction.id} 列出，加 --apply 一并更正\n`);
  });
}

async function showLike(id: string, options: CorrectOptions): Promise<void> {
  if (options.apply && options.by === undefined) {
    throw new Failure({ zh: '--apply 要写 --by：谁更正的', en: '--apply needs --by' }, EXIT.usage);
  }
  const [{ withWorkshop }, { findLike, spread }] = await Promise.all([
    import('../workshop.ts'),
    import('../../classification/corrections.ts'),
  ]);
  await withWorkshop(options, async ({ store, clock }) => {
    const correction = await findCorrection(store, id);
    const likes = await findLike(store, correction);
    const by = options.apply ? options.by : undefined;
    if (by !== undefined) await store.corrections.add(...spread(correction, likes, by, clock.now()));
    if (options.json) {
      const { category } = correction;
      process.stdout.write(`${plainJson({ schema: 'gongkai.likes/1', correction: id, category, applied: by !== undefined, likes })}\n`);
      return;
    }
    for (const { name } of likes.slice(0, SHOWN)) process.stdout.write(`  ${plainText(name)}\n`);
    if (likes.length > SHOWN) process.stdout.write(`  …… 另有 ${likes.length - SHOWN} 条，--json 列全\n`);
    const outcome = by === undefined ? '未改，加 --apply 才改' : `已一并更正，gongkai correct --undo ${id} 撤销`;
    process.stdout.write(`${likes.length} 条看起来一样；${outcome}\n`);
  });
}

async function undo(id: string, options: CorrectOptions): Promise<void> {
  const { withWorkshop } = await import('../workshop.ts');
  await withWorkshop(options, async ({ store }) => {
    await findCorrection(store, id);
    const undone = await store.corrections.undo(id);
    process.stdout.write(
      options.json
        ? `${plainJson({ schema: 'gongkai.undone/1', corrections: undone })}\n`
        : `已撤销 ${undone.length} 个更正，信息恢复为自动分类\n`,
    );
  });
}

async function findCorrection(store: Pick<Store, 'corrections'>, id: string) {
  const correction = (await store.corrections.list()).find((one) => one.id === id);
  if (!correction) throw new Failure({ zh: `没有更正 ${id}`, en: 'no such correction' }, EXIT.usage);
  return correction;
}
