import type { Command } from 'commander';
import { inBoth } from '../../model/sentence.ts';
import { registerReportCheck } from './report/check.ts';
import { registerPapers } from './report/paper.ts';

/** `gongkai report`: the office's papers, and the reader of annual reports. */
export function registerReport(program: Command): void {
  const report = program.command('report').description(inBoth({ zh: '书面材料', en: 'written outputs' }));
  registerReportCheck(report);
  registerPapers(report);
}
