import type { Command } from 'commander';
import { plainText } from '../../model/plain-text.ts';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { plainJson } from '../json.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface UnsureOptions extends CommonOptions {
  readonly precision: string;
  readonly limit: string;
}

/** `gongkai unsure`: the items and columns whose category a person should look at. */
export function registerUnsure(program: Command): void {
  addCommonOptions(program.command('unsure'))
    .description(
      inBoth({
        zh: '列出类别把握不足的信息，最值得看的在前，并点名内容与指定类别不符的栏目',
        en: 'items to look at, most useful first, and columns whose items speak against their category',
      }),
    )
    .option(
      '--precision <share>',
      inBoth({ zh: '其余信息要有多大比例分对，0 到 1', en: 'wanted share of right answers among the others' }),
      '0.97',
    )
    .option('--limit <count>', inBoth({ zh: '最多列多少条', en: 'how many at most' }), '50')
    .action(async (_options: unknown, command: Command) => unsure(command.optsWithGlobals<UnsureOptions>()));
}

async function unsure(options: UnsureOptions): Promise<void> {
  const precision = Number(options.precision);
  const limit = Number(options.limit);
  if (!(precision > 0 && precision < 1))
    throw new Failure({ zh: '--precision 应在 0 和 1 之间', en: 'must lie between 0 and 1' }, EXIT.usage);
  if (!Number.isSafeInteger(limit) || limit < 1)
    throw new Failure({ zh: '--limit 应是正整数', en: 'must be a whole number from 1' }, EXIT.usage);
  const [{ withWorkshop }, { findUnsure }, { spokenAgainst }] = await Promise.all([
    import('../workshop.ts'),
    import('../../classification/unsure.ts'),
    import('../../classification/column-items.ts'),
  ]);
  await withWorkshop(options, async ({ config, store, classifier }) => {
    const { below, total, items } = await findUnsure(store, precision);
    const columns = await spokenAgainst(store, classifier);
    if (options.json) {
      const named = columns.map(({ column: { site, id, name, category: configured }, ...rest }) => ({
        site,
        column: id,
        name,
        configured,
        ...rest,
      }));
      const answer = { schema: 'gongkai.unsure/1', precision, below, total, items: items.slice(0, limit), columns: named };
      process.stdout.write(`${plainJson(answer)}\n`);
      return;
    }
    const names = new Map(config.taxonomy.categories.map((category) => [category.id, category.name]));
    for (const { title, category, confidence, alike } of items.slice(0, limit)) {
      const more = alike > 1 ? `（同类 ${alike} 条）` : '';
      process.stdout.write(`${(confidence * 100).toFixed(0).padStart(3)}%  ${names.get(category)}  ${plainText(title)}${more}\n`);
    }
    process.stdout.write(`${total} 条信息的把握低于 ${(below * 100).toFixed(0)}%；gongkai correct 更正\n`);
    for (const { column, titles, category, share } of columns) {
      const found = `${titles} 条中 ${(share * 100).toFixed(0)}% 像“${names.get(category)}”`;
      process.stdout.write(
        `栏目“${plainText(column.name)}”（${column.site}/${column.id}）指定为“${names.get(column.category ?? '')}”，${found}\n`,
      );
    }
  });
}
