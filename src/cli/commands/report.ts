import type { Command } from 'commander';
import { addCommonOptions, type CommonOptions } from '../options.ts';
import { registerReportCheck } from './report/check.ts';

interface ReportOptions extends CommonOptions {
  readonly week?: string;
}

/** `gongkai report weekly`: what the supervising office is sent on its weekday, on the screen and as often as one likes. */
export function registerReport(program: Command): void {
  const report = program.command('report').description('书面材料 · written outputs');
  registerReportCheck(report);
  addCommonOptions(report.command('weekly'))
    .description('工作周报：上一周（周一至周日）发布、超期、办理和监测情况 · the weekly report')
    .option('--week <日期 day>', '包含这一天的那一周 · the week of that day; left out: the last whole week')
    .action(async (_options: unknown, command: Command) => weekly(command.optsWithGlobals<ReportOptions>()));
}

async function weekly(options: ReportOptions): Promise<void> {
  const [{ withWorkshop }, { makeWeeklyReport }, { mailText }, { readDayOption }, { addDays, dayIn, weekdayOf }] = await Promise.all([
    import('../workshop.ts'),
    import('../../../jobs/reports/weekly.ts'),
    import('../../alerts/render.ts'),
    import('../as-of.ts'),
    import('../../model/day.ts'),
  ]);
  const asked = options.week === undefined ? null : readDayOption('--week', options.week);
  await withWorkshop(options, async (workshop) => {
    const { estate, alerts } = workshop.config;
    const day = asked ?? addDays(dayIn(estate.timezone, workshop.clock.now()), -7);
    const from = addDays(day, -((weekdayOf(day) + 6) % 7));
    const span = { from, to: addDays(from, 6) };
    const letter = await makeWeeklyReport(workshop, span);
    if (options.json) process.stdout.write(`${JSON.stringify({ schema: 'gongkai.weekly-report/1', ...span, ...letter })}\n`);
    else process.stdout.write(`${letter.subject}\n\n${mailText(letter, alerts.consoleUrl ?? null)}\n`);
  });
}
