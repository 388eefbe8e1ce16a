import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { addPeriodOptions, type PeriodOptions, readPeriod } from '../period.ts';

interface TrendOptions extends CommonOptions, PeriodOptions {
  readonly unit?: string;
  readonly category?: string;
  readonly column?: string;
  readonly csv?: true;
  readonly xlsx?: string;
}

/** `gongkai trend`: a period week by week, two years where none is named, as the console shows them. */
export function registerTrend(program: Command): void {
  addPeriodOptions(addCommonOptions(program.command('trend')))
    .description(
      inBoth({
        zh: '每周的走势，不指定时段为近两年：得分、超期、空白、无法判定、合格率、信息数',
        en: 'week by week; two years where no period is named',
      }),
    )
    .option('--unit <id>', inBoth({ zh: '只看这个单位', en: 'only this unit' }))
    .option('--category <id>', inBoth({ zh: '只看这个类别', en: 'only this category' }))
    .option('--column <site/id>', inBoth({ zh: '只看这个栏目', en: 'only this column' }))
    .option('--csv', inBoth({ zh: '标准输出打印 CSV', en: 'CSV on standard output' }))
    .option('--xlsx <file>', inBoth({ zh: '写成 Excel 文件', en: 'write an Excel file' }))
    .action(async (_options, command: Command) => tell(command.optsWithGlobals<TrendOptions>()));
}

async function tell(options: TrendOptions): Promise<void> {
  const [{ withWorkshop }, { judgementOf }, { trendFor, twoYearsUpTo, weeksOf }, { dayIn }] = await Promise.all([
    import('../workshop.ts'),
    import('../../../jobs/judging/judgement.ts'),
    import('../../../jobs/judging/trend.ts'),
    import('../../model/day.ts'),
  ]);
  await withWorkshop(options, async (workshop) => {
    const run = await workshop.store.runs.lastAudit();
    if (run === null)
      throw new Failure(
        { zh: '还没有做过审计，请先运行 gongkai audit', en: 'nothing was audited yet; run gongkai audit first' },
        EXIT.failed,
      );
    const judged = await judgementOf(workshop, run);
    const [site, column] = options.column?.split('/') ?? [];
    const { unit, category } = options;
    const { estate, taxonomy } = workshop.config;
    const isKnown = {
      unit: unit === undefined || estate.units.some(({ id }) => id === unit),
      category: category === undefined || taxonomy.categories.some(({ id }) => id === category),
      column: options.column === undefined || judged.result.columns.some((one) => one.site === site && one.id === column),
    };
    for (const name of ['unit', 'category', 'column'] as const)
      if (!isKnown[name]) throw new Failure({ zh: `--${name}：没有“${options[name]}”`, en: `unknown: ${options[name]}` }, EXIT.usage);
    const scope = {
      ...(unit === undefined ? {} : { unit }),
      ...(category === undefined ? {} : { category }),
      ...(site === undefined || column === undefined ? {} : { site, column }),
    };
    const today = dayIn(estate.timezone, run.asOf);
    const trend = await trendFor(workshop, judged, weeksOf(readPeriod(options, today, twoYearsUpTo(today)), today), scope);
    if (options.json) process.stdout.write(`${JSON.stringify({ schema: 'gongkai.trend/1', ...scope, ...trend })}\n`);
    else await print(options, trend, workshop.config);
  });
}

type Printed = Awaited<ReturnType<typeof import('../../../jobs/judging/trend.ts')['trendFor']>>;

async function print(
  options: TrendOptions,
  { weeks }: Printed,
  config: Parameters<typeof import('../../rows/field.ts')['readerOf']>[0],
): Promise<void> {
  const [{ weekFields }, { cellsOf, headsOf, readerOf }] = await Promise.all([
    import('../../rows/trend.ts'),
    import('../../rows/field.ts'),
  ]);
  const reader = readerOf(config, 'zh');
  const fields = Object.values(weekFields);
  const head = headsOf(fields, reader);
  const rows = weeks.map((week) => cellsOf(fields, week, reader));
  if (options.xlsx !== undefined) {
    const { buildSheet } = await import('../../reports/sheet.ts');
    await writeFile(options.xlsx, await buildSheet('走势', head, rows));
  } else if (options.csv) {
    const { csvLine } = await import('../../reports/csv.ts');
    process.stdout.write(`\ufeff${[head, ...rows].map(csvLine).join('')}`);
  } else {
    const { formatTable, terminalWidth } = await import('../table.ts');
    const columns = fields.map((field, place) => ({ head: head[place]!, ...('number' in field ? { align: 'right' as const } : {}) }));
    process.stdout.write(`${formatTable(columns, rows, terminalWidth())}\n`);
  }
}
