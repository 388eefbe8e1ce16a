import type { CheckFinding, ParsedReport } from '../report.ts';

/** One kind of question to a report; `earlier` are reports of the same unit on years before that were given along with it. */
export type ReportCheck = (report: ParsedReport, earlier: readonly ParsedReport[]) => CheckFinding[];
