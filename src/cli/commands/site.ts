import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

export function registerSite(program: Command): void {
  const site = program.command('site').description(inBoth({ zh: '对网站的整体了解', en: 'what was learnt of a site as a whole' }));
  addCommonOptions(site.command('show'))
    .description(
      inBoth({ zh: '公共区块、列表位置、网址中无关的部分、读取方式', en: 'frame, template, addresses, and how its lists are drawn' }),
    )
    .argument('<id>', inBoth({ zh: '网站编号', en: 'id of the site' }))
    .action(async (id: string, _options, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const [{ withWorkshop }, { showSite }] = await Promise.all([import('../workshop.ts'), import('../show-site.ts')]);
      await withWorkshop(options, (workshop) => showSite(workshop, id, options));
    });
}
