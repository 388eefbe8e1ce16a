import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT } from '../failure.ts';
import { addNarrowingOptions, type NarrowingOptions, readNarrowing } from '../narrowing.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface CrawlOptions extends CommonOptions, NarrowingOptions {
  readonly full?: true;
}

export function registerCrawl(program: Command): void {
  addNarrowingOptions(addCommonOptions(program.command('crawl')))
    .argument('[url]', inBoth({ zh: '只读取这个网址所属的栏目', en: 'only the column with this URL' }))
    .description(inBoth({ zh: '立即读取一个单位、网站、栏目或网址，不作判断', en: 'crawl at once, without judging' }))
    .option('--full', inBoth({ zh: '全部重新读取', en: 'read everything again, whatever is known' }))
    .action(async (url: string | undefined, _options, command: Command) => run(url, command.optsWithGlobals<CrawlOptions>()));
}

async function run(url: string | undefined, options: CrawlOptions): Promise<void> {
  const [{ withWorkshop }, { crawlNow }] = await Promise.all([import('../workshop.ts'), import('../crawl-now.ts')]);
  await withWorkshop(options, async (workshop) => {
    const narrowing = await readNarrowing(options, workshop);
    const run = await crawlNow(workshop, { ...options, narrowing, url: url ?? null });
    if (run.state === 'interrupted') process.exitCode = EXIT.interrupted;
  });
}
