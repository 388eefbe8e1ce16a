import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { readAsOf, readDayOption } from '../as-of.ts';
import { EXIT } from '../failure.ts';
import { toJson } from '../json.ts';
import { addNarrowingOptions, type NarrowingOptions, readNarrowing } from '../narrowing.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';

interface AuditOptions extends CommonOptions, NarrowingOptions {
  readonly crawl: boolean;
  readonly full?: true;
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  readonly failOn?: string;
  readonly rulePack?: string;
}

export function registerAudit(program: Command): void {
  addNarrowingOptions(addCommonOptions(program.command('audit')))
    .description(inBoth({ zh: '读取各网站的变化，判断每个栏目是否按时更新', en: 'crawl what changed and judge every column' }))
    .option('--no-crawl', inBoth({ zh: '不访问网站，只用已存的数据重新判断', en: 'judge what is stored, without one request' }))
    .option('--full', inBoth({ zh: '全部重新读取', en: 'read everything again, whatever is known' }))
    .option('--as-of <time>', inBoth({ zh: '以这个时刻为“现在”', en: 'the instant or day to take for now' }))
    .option('--from <day>', inBoth({ zh: '统计起始日（含）', en: 'first day counted' }))
    .option('--to <day>', inBoth({ zh: '统计截止日（含）', en: 'last day counted' }))
    .option('--rule-pack <id>', inBoth({ zh: '改用另一套指标', en: 'judge by another rule pack' }))
    .option(
      '--fail-on <what>',
      inBoth({ zh: '发现这些情况时以状态 3 退出，逗号分隔：overdue、blank、unknown、veto 或问题编号', en: 'exit with 3 when found' }),
    )
    .action(async (_options, command: Command) => run(command.optsWithGlobals<AuditOptions>()));
}

async function run(options: AuditOptions): Promise<void> {
  const { withWorkshop } = await import('../workshop.ts');
  const { auditEstate, contractForm } = await import('../audit-estate.ts');
  const { describeWarning } = await import('../../config/warning.ts');
  await withWorkshop(options, async (workshop) => {
    const { estate, warnings } = workshop.config;
    if (!options.quiet)
      for (const warning of warnings) process.stderr.write(`${inBoth({ zh: '提醒', en: 'warning' })}:\n${describeWarning(warning)}\n`);
    const zone = estate.timezone;
    const asOf = options.asOf === undefined ? workshop.clock.now() : readAsOf(options.asOf, zone);
    const audit = await auditEstate(workshop, {
      ...options,
      asOf,
      from: options.from === undefined ? null : readDayOption('--from', options.from),
      to: options.to === undefined ? null : readDayOption('--to', options.to),
      narrowing: await readNarrowing(options, workshop),
      full: options.full === true,
      failOn: options.failOn ?? null,
      rulePack: options.rulePack ?? null,
    });
    const { printAudit } = await import('../print-audit.ts');
    if (options.json) process.stdout.write(`${toJson(contractForm(audit.document))}\n`);
    else printAudit(audit.document, workshop.config, options);
    if (audit.interrupted) process.exitCode = EXIT.interrupted;
    else if (audit.found) process.exitCode = EXIT.found;
  });
}
