import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { isDay } from '../../../model/day.ts';
import { inBoth } from '../../../model/sentence.ts';
import { draftLine } from '../../../reports/dress.ts';
import type { PaperKind } from '../../../reports/facts.ts';
import { kinds } from '../../../reports/kinds.ts';
import { EXIT, Failure } from '../../failure.ts';
import { addCommonOptions, type CommonOptions } from '../../options.ts';
import { addPeriodOptions, type PeriodOptions, readPeriod } from '../../period.ts';

interface PaperOptions extends CommonOptions, PeriodOptions {
  readonly unit?: string;
  readonly docx?: string;
  readonly xlsx?: string;
  readonly week?: string;
  readonly keep?: true;
}

/** `gongkai report KIND`: the office's papers as drafts, on the screen, as JSON, Word or Excel. */
export function registerPapers(report: Command): void {
  for (const kind of kinds) {
    const command = addPeriodOptions(addCommonOptions(report.command(kind.id)))
      .description(`${inBoth(kind.name)}（草稿）`)
      .option('--unit <id>', inBoth({ zh: '只写这个单位', en: 'only this unit' }))
      .option('--docx <file>', inBoth({ zh: '写成 Word 文件', en: 'write a Word file' }))
      .option('--keep', inBoth({ zh: '存成草稿，之后可以修改、发布、送达', en: 'keep it as a draft to edit, release and send' }))
      .option('--xlsx <file>', inBoth({ zh: '写成 Excel 文件，每张表一页', en: 'write an Excel file, a sheet for each table' }));
    if (kind.id === 'weekly') command.option('--week <day>', inBoth({ zh: '包含这一天的那一周', en: 'the week of that day' }));
    command.action(async (_options, self: Command) => make(kind, self.optsWithGlobals<PaperOptions>()));
  }
}

async function make(kind: PaperKind, options: PaperOptions): Promise<void> {
  const [{ withWorkshop }, { makePaper }, { spanOf, weekOf }, { dayIn, formatInstant }, { writePaper }] = await Promise.all([
    import('../../workshop.ts'),
    import('../../../../jobs/reports/make-paper.ts'),
    import('../../../counting/periods.ts'),
    import('../../../model/day.ts'),
    import('../../write-paper.ts'),
  ]);
  await withWorkshop(options, async (workshop) => {
    const { estate } = workshop.config;
    const today = dayIn(estate.timezone, workshop.clock.now());
    if (options.week !== undefined && !isDay(options.week))
      throw new Failure({ zh: `--week：“${options.week}” 不是日期`, en: '--week is no day' }, EXIT.usage);
    const span = options.week === undefined ? readPeriod(options, today, spanOf(kind.period, today)) : weekOf(options.week);
    const unit = options.unit ?? null;
    if (unit !== null && !estate.units.some(({ id }) => id === unit))
      throw new Failure({ zh: `配置里没有单位 ${unit}`, en: 'unknown unit' }, EXIT.usage);
    const { paper, asOf } = await makePaper(workshop, kind, span, unit);
    const at = formatInstant(estate.timezone, asOf);
    const draft = draftLine(today, at.slice(0, 10));
    const dress = { under: draft, number: null, redHead: null, consoleUrl: workshop.config.alerts.consoleUrl ?? null };
    if (options.keep) {
      const { beginPaper } = await import('../../../../jobs/reports/papers.ts');
      const { id } = await beginPaper(workshop, kind, span, unit, userInfo().username);
      process.stderr.write(`${inBoth({ zh: `已存成草稿：${id}`, en: `kept as draft ${id}` })}\n`);
    }
    await writePaper(
      paper,
      dress,
      { schema: 'gongkai.report/1', kind: kind.id, ...span, asOf: at, unit },
      { ...options, templates: workshop.config.papers.templates },
    );
  });
}
