import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { readAsOf } from '../as-of.ts';
import { readNarrowing } from '../narrowing.ts';
import { addCommonOptions, type CommonOptions, collect } from '../options.ts';

interface DutiesOptions extends CommonOptions {
  readonly asOf?: string;
  readonly unit?: readonly string[];
  readonly xlsx?: string;
}

export function registerDuties(program: Command): void {
  addCommonOptions(program.command('duties'))
    .description(
      inBoth({ zh: '应公开事项：谁、在哪一天之前、必须公开什么，公开了没有', en: 'who must publish what by when, and whether they did' }),
    )
    .option('--as-of <time>', inBoth({ zh: '以这个时刻为“现在”', en: 'the instant or day to take for now' }))
    .option('--unit <id>', inBoth({ zh: '只看这个单位，可多次', en: 'only this unit, repeatable' }), collect)
    .option('--xlsx <file>', inBoth({ zh: '写成 Excel 文件：单位 × 事项', en: 'write an Excel file: units by duties' }))
    .action(async (_options, command: Command) => run(command.optsWithGlobals<DutiesOptions>()));
}

async function run(options: DutiesOptions): Promise<void> {
  const [{ withWorkshop }, { judgeStored, yearToDate }, { printDuties }] = await Promise.all([
    import('../workshop.ts'),
    import('../../../jobs/judging/judge.ts'),
    import('../print-duties.ts'),
  ]);
  await withWorkshop(options, async (workshop) => {
    const { estate, pack } = workshop.config;
    const asOf = options.asOf === undefined ? workshop.clock.now() : readAsOf(options.asOf, estate.timezone);
    const narrowing = await readNarrowing(options, workshop);
    const { result } = await judgeStored(workshop, { asOf, span: yearToDate(estate.timezone, asOf), narrowing, pack });
    await printDuties(result.duties, estate, options);
  });
}
