import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { readAsOf } from '../as-of.ts';
import { readNarrowing } from '../narrowing.ts';
import { addCommonOptions, type CommonOptions, collect } from '../options.ts';

interface QualityOptions extends CommonOptions {
  readonly asOf?: string;
  readonly unit?: readonly string[];
  readonly site?: readonly string[];
}

/** `gongkai quality`: what was found in what is published, without one request. */
export function registerQuality(program: Command): void {
  addCommonOptions(program.command('quality'))
    .description(
      inBoth({
        zh: '发布内容的质量：个人信息、页面要素、日期改动、旧文新发',
        en: 'quality of what is published: personal data, page elements, days',
      }),
    )
    .option('--as-of <time>', inBoth({ zh: '以这个时刻为“现在”', en: 'the instant or day to take for now' }))
    .option('--unit <id>', inBoth({ zh: '只看这个单位，可多次', en: 'only this unit, repeatable' }), collect)
    .option('--site <id>', inBoth({ zh: '只看这个网站，可多次', en: 'only this site, repeatable' }), collect)
    .action(async (_options, command: Command) => run(command.optsWithGlobals<QualityOptions>()));
}

async function run(options: QualityOptions): Promise<void> {
  const [{ withWorkshop }, { judgeStored, yearToDate }, { printQuality }] = await Promise.all([
    import('../workshop.ts'),
    import('../../../jobs/judging/judge.ts'),
    import('../print-quality.ts'),
  ]);
  await withWorkshop(options, async (workshop) => {
    const { estate, pack, alerts } = workshop.config;
    const asOf = options.asOf === undefined ? workshop.clock.now() : readAsOf(options.asOf, estate.timezone);
    const narrowing = await readNarrowing(options, workshop);
    const { result } = await judgeStored(workshop, { asOf, span: yearToDate(estate.timezone, asOf), narrowing, pack });
    process.stdout.write(printQuality(result.findings, alerts.language, options.json === true));
  });
}
