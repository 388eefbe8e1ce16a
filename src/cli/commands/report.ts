import type { Command } from 'commander';
import { registerReportCheck } from './report/check.ts';
import { registerPapers } from './report/paper.ts';

/** `gongkai report`: the office's papers, and the reader of annual reports. */
export function registerReport(program: Command): void {
  const report = program.command('report').description('书面材料 · written outputs');
  registerReportCheck(report);
  registerPapers(report);
}
