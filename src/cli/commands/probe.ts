import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { addCommonOptions, type CommonOptions, collect } from '../options.ts';

interface ProbeOptions extends CommonOptions {
  readonly site?: readonly string[];
  readonly vantage: string;
  readonly visit: boolean;
}

export function registerProbe(program: Command): void {
  addCommonOptions(program.command('probe'))
    .description(
      inBoth({
        zh: '现在拨测一次各网站首页，列出一周打不开的比例',
        en: 'visit every home page once now, and tell the week’s share of failures',
      }),
    )
    .option('--site <id>', inBoth({ zh: '只看这个网站，可多次', en: 'only this site, repeatable' }), collect)
    .option(
      '--vantage <name>',
      inBoth({ zh: '从哪里访问', en: 'the place in the network that looks' }),
      process.env.GONGKAI_VANTAGE ?? 'main',
    )
    .option('--no-visit', inBoth({ zh: '不访问，只看已有记录', en: 'without a visit, from what is stored' }))
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ProbeOptions>();
      const [{ withWorkshop }, { probeEstate }] = await Promise.all([import('../workshop.ts'), import('../probe-estate.ts')]);
      await withWorkshop(options, (workshop) => probeEstate(workshop, options));
    });
}
