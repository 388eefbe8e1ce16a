import type { Command } from 'commander';
import { addCommonOptions, type CommonOptions, collect } from '../options.ts';

interface ProbeOptions extends CommonOptions {
  readonly site?: readonly string[];
  readonly vantage: string;
  readonly visit: boolean;
}

export function registerProbe(program: Command): void {
  addCommonOptions(program.command('probe'))
    .description('现在拨测一次各网站首页，列出一周打不开的比例 · visit every home page once now, and tell the week’s share of failures')
    .option('--site <id>', '只看这个网站，可多次 · only this site, repeatable', collect)
    .option('--vantage <name>', '从哪里访问 · the place in the network that looks', process.env.GONGKAI_VANTAGE ?? 'main')
    .option('--no-visit', '不访问，只看已有记录 · without a visit, from what is stored')
    .action(async (_options, command: Command) => {
      const options = command.optsWithGlobals<ProbeOptions>();
      const [{ withWorkshop }, { probeEstate }] = await Promise.all([import('../workshop.ts'), import('../probe-estate.ts')]);
      await withWorkshop(options, (workshop) => probeEstate(workshop, options));
    });
}
