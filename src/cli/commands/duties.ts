import type { Command } from 'commander';
import { dutiesAhead } from '../../duties/ahead.ts';
import { dayIn } from '../../model/day.ts';
import { inBoth } from '../../model/sentence.ts';
import type { ApproveOptions } from '../approvals.ts';
import { readAsOf } from '../as-of.ts';
import { EXIT, Failure } from '../failure.ts';
import { readNarrowing } from '../narrowing.ts';
import { addCommonOptions, type CommonOptions, collect } from '../options.ts';

interface DutiesOptions extends CommonOptions {
  readonly asOf?: string;
  readonly unit?: readonly string[];
  readonly xlsx?: string;
  readonly ahead?: string;
}

export function registerDuties(program: Command): void {
  const duties = program.command('duties');
  addCommonOptions(duties)
    .description(
      inBoth({ zh: '应公开事项：谁、在哪一天之前、必须公开什么，公开了没有', en: 'who must publish what by when, and whether they did' }),
    )
    .option('--as-of <time>', inBoth({ zh: '以这个时刻为“现在”', en: 'the instant or day to take for now' }))
    .option('--unit <id>', inBoth({ zh: '只看这个单位，可多次', en: 'only this unit, repeatable' }), collect)
    .option(
      '--ahead <days>',
      inBoth({ zh: '只看今天起这些天内到期的，如 3、7、14、30', en: 'only what falls due within so many days, such as 30' }),
    )
    .option('--xlsx <file>', inBoth({ zh: '写成 Excel 文件：单位 × 事项', en: 'write an Excel file: units by duties' }))
    .action(async (_options, command: Command) => run(command.optsWithGlobals<DutiesOptions>()));
  addCommonOptions(duties.command('budgets'))
    .description(
      inBoth({ zh: '预决算公开名册：谁公开了、批准后第几天、读到的金额', en: 'roster of budgets and accounts, with days and sums' }),
    )
    .action(async (_options, command: Command) => run(command.optsWithGlobals<DutiesOptions>(), 'budgets'));
  registerApprovals(duties);
}

/** Days of approval, from which the clocks of budgets and accounts run. */
function registerApprovals(duties: Command): void {
  addCommonOptions(duties.command('approve'))
    .description(
      inBoth({ zh: '录入人大批准预算、决算的日期，期限从那天起算', en: 'enter the day on which a budget or accounts were approved' }),
    )
    .requiredOption('--what <what>', 'budget | accounts | adjustment')
    .requiredOption('--year <year>', inBoth({ zh: '哪一年的预算或决算', en: 'the year that it is of' }))
    .requiredOption('--on <day>', inBoth({ zh: '批准之日', en: 'the day of approval' }))
    .option(
      '--unit <id>',
      inBoth({ zh: '只从它起算的单位，可多次；不写为本级政府和部门', en: 'units whose clock it begins, repeatable' }),
      collect,
    )
    .option('--source <text>', inBoth({ zh: '出处，如决议的网址', en: 'where it is written' }))
    .action(async (_options, command: Command) => (await import('../approvals.ts')).approve(command.optsWithGlobals<ApproveOptions>()));
  addCommonOptions(duties.command('approvals'))
    .description(inBoth({ zh: '列出录入过的批准日期', en: 'list the days of approval that were entered' }))
    .action(async (_options, command: Command) =>
      (await import('../approvals.ts')).listApprovals(command.optsWithGlobals<CommonOptions>()),
    );
  addCommonOptions(duties.command('withdraw <id>'))
    .description(inBoth({ zh: '撤回一条录错的批准日期', en: 'take back an approval that was entered wrongly' }))
    .action(async (id: string, _options, command: Command) =>
      (await import('../approvals.ts')).withdrawApproval(id, command.optsWithGlobals<CommonOptions>()),
    );
}

/** In days: terms of more than a year ahead are not known. */
const FURTHEST_AHEAD = 366;

async function run(options: DutiesOptions, what: 'duties' | 'budgets' = 'duties'): Promise<void> {
  const [{ withWorkshop }, { judgeStored, yearToDate }, { printDuties }, { printBudgets }] = await Promise.all([
    import('../workshop.ts'),
    import('../../../jobs/judging/judge.ts'),
    import('../print-duties.ts'),
    import('../print-budgets.ts'),
  ]);
  const days = options.ahead === undefined ? null : Number(options.ahead);
  if (days !== null && !(Number.isInteger(days) && days >= 0 && days <= FURTHEST_AHEAD))
    throw new Failure({ zh: '--ahead 是天数，如 30', en: '--ahead is a number of days, such as 30' }, EXIT.usage);
  await withWorkshop(options, async (workshop) => {
    const { config } = workshop;
    const { estate, pack } = config;
    const asOf = options.asOf === undefined ? workshop.clock.now() : readAsOf(options.asOf, estate.timezone);
    const narrowing = await readNarrowing(options, workshop);
    const { result } = await judgeStored(workshop, { asOf, span: yearToDate(estate.timezone, asOf), narrowing, pack });
    const duties = days === null ? result.duties : dutiesAhead(result.duties, dayIn(estate.timezone, asOf), days);
    await (what === 'duties'
      ? printDuties(duties, config, days === null ? options : { ...options, verbose: true })
      : printBudgets(result, config, options));
  });
}
