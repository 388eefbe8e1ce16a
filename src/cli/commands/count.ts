import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { COUNTED_BY, type CountedBy } from '../../counting/tally.ts';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { addPeriodOptions, type PeriodOptions } from '../period.ts';

interface CountOptions extends CommonOptions, PeriodOptions {
  readonly by: string;
  readonly csv?: true;
  readonly xlsx?: string;
}

/** `gongkai count`: how many items were published in any period. */
export function registerCount(program: Command): void {
  addPeriodOptions(addCommonOptions(program.command('count')))
    .description(
      inBoth({ zh: '统计任意时段的信息数量，与审计结果同一口径', en: 'count the items of any period, as the audit counts them' }),
    )
    .option('--by <what>', `${COUNTED_BY.join(' | ')}：按大类、类别、单位、栏目、网站、月、季`, 'category')
    .option('--csv', inBoth({ zh: '标准输出打印 CSV', en: 'CSV on standard output' }))
    .option('--xlsx <file>', inBoth({ zh: '写成 Excel 文件', en: 'write an Excel file' }))
    .action(async (_options, command: Command) => count(command.optsWithGlobals<CountOptions>()));
}

async function count(options: CountOptions): Promise<void> {
  const by = countedBy(options.by);
  const [{ withWorkshop }, { countSpan }, { yearToDate }, { readPeriod }, { dayIn }, { readerOf }, { closingsInWords }, { causeOf }] =
    await Promise.all([
      import('../workshop.ts'),
      import('../../../jobs/judging/counts.ts'),
      import('../../../jobs/judging/judge.ts'),
      import('../period.ts'),
      import('../../model/day.ts'),
      import('../../rows/field.ts'),
      import('../../rows/closings.ts'),
      import('../../counting/closing.ts'),
    ]);
  await withWorkshop(options, async (workshop) => {
    const zone = workshop.config.estate.timezone;
    const now = workshop.clock.now();
    const span = readPeriod(options, dayIn(zone, now), yearToDate(zone, now));
    const counts = await countSpan(workshop, span, by);
    if (counts === null && !options.quiet)
      process.stderr.write(
        `${inBoth({ zh: '还没有做过审计，没有可统计的信息；请先运行 gongkai audit', en: 'nothing was audited yet; run gongkai audit first' })}\n`,
      );
    const { rows, total } = counts ?? { rows: [], total: 0 };
    const closings = await workshop.store.closings.of(span);
    const closed = closings.map((closing, place) => {
      const { revision, asOf, changes, figures } = closing;
      return { revision, asOf, cause: causeOf(closing, closings[place + 1]), items: figures.items, changes };
    });
    if (options.json) process.stdout.write(`${JSON.stringify({ schema: 'gongkai.count/1', ...span, by, rows, total, closed })}\n`);
    else await print(options, by, rows, total);
    if (!options.json && !options.quiet) {
      const reader = readerOf(workshop.config, 'zh');
      for (const revision of closingsInWords(closings, reader)) process.stderr.write(`${revision}\n`);
    }
  });
}

function countedBy(text: string): CountedBy {
  const found = COUNTED_BY.find((by) => by === text);
  if (found === undefined)
    throw new Failure({ zh: `--by 应为 ${COUNTED_BY.join('、')}`, en: `--by is one of these, not ${text}` }, EXIT.usage);
  return found;
}

const HEADS: Readonly<Record<CountedBy, string>> = {
  class: '大类',
  category: '类别',
  unit: '单位',
  column: '栏目',
  site: '网站',
  month: '月份',
  quarter: '季度',
};

async function print(
  options: CountOptions,
  by: CountedBy,
  rows: readonly { key: string; name: string; items: number }[],
  total: number,
): Promise<void> {
  const head = ['编号', HEADS[by], '信息数（条）'];
  const cells = [...rows.map(({ key, name, items }) => [key, name, items]), ['', '合计（不重复）', total]];
  if (options.xlsx !== undefined) {
    const { buildSheet } = await import('../../reports/sheet.ts');
    await writeFile(options.xlsx, await buildSheet(HEADS[by], head, cells));
  } else if (options.csv) {
    const { csvLine } = await import('../../reports/csv.ts');
    process.stdout.write(`\ufeff${[head, ...cells].map(csvLine).join('')}`);
  } else {
    const { formatTable, terminalWidth } = await import('../table.ts');
    const columns = head.map((text, place) => ({ head: text, ...(place === 2 ? { align: 'right' as const } : {}) }));
    process.stdout.write(`${formatTable(columns, cells, terminalWidth())}\n`);
  }
}
