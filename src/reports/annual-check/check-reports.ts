import type { TextDocument } from '../../model/document.ts';
import { checks } from './checks.ts';
import { parseReport } from './parse.ts';
import type { CheckFinding, Claim, ParsedReport, ReportForm } from './report.ts';
import { decisionClaims, decisionRowsOf } from './tables/decisions.ts';
import { indicatorClaims, indicatorsOf } from './tables/indicators.ts';
import { type RequestRowId, requestClaims, requestTableOf, rowTotal } from './tables/requests.ts';
import { reviewBlocksOf, reviewClaims } from './tables/reviews.ts';

/** What the reader says of one report. */
export interface CheckedReport {
  readonly title: string;
  readonly unit: string;
  readonly year: number | null;
  readonly form: ReportForm;
  /** What is read unsurely (余, 近, 18万) is shown with `exact: false` and not judged. */
  readonly claims: readonly Omit<Claim, 'decimals'>[];
  readonly findings: readonly CheckFinding[];
}

/** Reads reports and checks each, against itself and against those of the same unit on the year before that are among them. */
export function checkReports(documents: readonly TextDocument[]): CheckedReport[] {
  const parsed = documents.map(parseReport);
  return parsed.map((report) => {
    const { title, unit, year, form } = report.head;
    const earlier = parsed.filter((other) => other !== report && isYearBefore(other, report));
    return { title, unit, year, form, claims: allClaims(report), findings: checks.flatMap((check) => check(report, earlier)) };
  });
}

/** Of the same unit by name; where a report does not name it, by what one year handed on and the next began with in every column. */
function isYearBefore(other: ParsedReport, report: ParsedReport): boolean {
  if (other.head.year === null || other.head.year !== (report.head.year ?? 0) - 1) return false;
  if (other.head.unit !== '' && report.head.unit !== '') return other.head.unit === report.head.unit;
  const [out, into] = [rowOf(other, 'carriedOut'), rowOf(report, 'carriedIn')];
  return out !== undefined && into !== undefined && rowTotal(out) > 0 && out.numbers.join() === into.numbers.join();
}

function rowOf(report: ParsedReport, id: RequestRowId) {
  return requestTableOf(report)?.rows.find((row) => row.id === id);
}

function allClaims(report: ParsedReport): CheckedReport['claims'] {
  const requests = requestTableOf(report);
  const claims: Claim[] = [
    ...report.claims,
    ...decisionClaims(decisionRowsOf(report)),
    ...(requests ? requestClaims(requests) : []),
    ...reviewClaims(reviewBlocksOf(report)),
    ...indicatorClaims(indicatorsOf(report)),
  ];
  return claims.map(({ measure, value, unit, quote, exact }) => ({ measure, value, unit, quote, exact }));
}
