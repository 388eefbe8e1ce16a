import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { checkSpan, readDayOption } from '../as-of.ts';
import { categoryNamed } from '../category.ts';
import { addNarrowingOptions, type NarrowingOptions, readNarrowing } from '../narrowing.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface ItemsOptions extends CommonOptions, NarrowingOptions {
  readonly from?: string;
  readonly to?: string;
  readonly category?: string;
  readonly search?: string;
  readonly csv?: true;
  readonly xlsx?: string;
}

export function registerItems(program: Command): void {
  addNarrowingOptions(addCommonOptions(program.command('items')))
    .description(inBoth({ zh: '列出已存的信息', en: 'list the items in the store' }))
    .option('--from <day>', inBoth({ zh: '发布日期不早于', en: 'published on or after' }))
    .option('--to <day>', inBoth({ zh: '发布日期不晚于', en: 'published on or before' }))
    .option('--category <id>', inBoth({ zh: '只看这个类别', en: 'only this category' }))
    .option('--search <words>', inBoth({ zh: '标题、文号、来源里的字词', en: 'words in title, numbers or source' }))
    .option('--csv', inBoth({ zh: '标准输出打印 CSV', en: 'CSV on standard output' }))
    .option('--xlsx <file>', inBoth({ zh: '写成 Excel 文件', en: 'write an Excel file' }))
    .action(async (_options, command: Command) => run(command.optsWithGlobals<ItemsOptions>()));
}

async function run(options: ItemsOptions): Promise<void> {
  const [{ withWorkshop }, { printItems }] = await Promise.all([import('../workshop.ts'), import('../print-items.ts')]);
  await withWorkshop(options, async (workshop) => {
    const from = options.from === undefined ? {} : { from: readDayOption('--from', options.from) };
    const to = options.to === undefined ? {} : { to: readDayOption('--to', options.to) };
    if (from.from && to.to) checkSpan(from.from, to.to);
    if (options.category !== undefined) categoryNamed(options.category, workshop.config.taxonomy);
    const items = workshop.store.items.stream({
      ...(await readNarrowing(options, workshop)),
      ...from,
      ...to,
      ...(options.category === undefined ? {} : { category: options.category }),
      ...(options.search === undefined ? {} : { search: options.search }),
    });
    await printItems(items, workshop.config, options);
  });
}
