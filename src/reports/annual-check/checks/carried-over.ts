import type { CheckFinding, ParsedReport } from '../report.ts';
import type { ReportCheck } from './check.ts';

/** What was taken over from elsewhere without another look: last year's sentences on problems and plans, and brackets of document numbers. */
export const checkCarriedOver: ReportCheck = (report, earlier) => [...sameProblems(report, earlier), ...documentNumbers(report)];

/** Shorter sentences are phrases that every report has. */
const LONG = 24;
/** One sentence may well be true for two years; two were copied. */
const ENOUGH = 2;
const PROBLEM = /不足|不够|不高|不强|有待|薄弱|滞后|不平衡|差距/;

/** The problems of a year ago in the very words of a year ago. */
function sameProblems({ paragraphs }: ParsedReport, earlier: readonly ParsedReport[]): CheckFinding[] {
  const before = new Set(earlier.flatMap((other) => other.paragraphs.flatMap(sentencesOf)));
  const same = paragraphs.flatMap(sentencesOf).filter((sentence) => PROBLEM.test(sentence) && before.has(sentence));
  if (same.length < ENOUGH) return [];
  const message = `存在的问题有 ${same.length} 句与上一年报告一字不差，请核实是否为本年情况`;
  return [{ kind: 'template-carried-over', certainty: 'hint', message, quotes: same.slice(0, 3) }];
}

function sentencesOf(text: string): string[] {
  return text.split(/[。；;]/).filter((sentence) => sentence.length >= LONG);
}

/** GB/T 9704-2012 7.2.5: the year of a document number stands in 〔〕. */
const BLACK_BRACKETS = /[\u4e00-\u9fff]{1,10}【\d{4}】第?\d{1,4}号/;

function documentNumbers({ paragraphs }: ParsedReport): CheckFinding[] {
  const found = paragraphs.map((text) => BLACK_BRACKETS.exec(text)?.[0]).find((number) => number !== undefined);
  if (found === undefined) return [];
  return [{ kind: 'document-number-format', certainty: 'hint', message: `文号的年份应写在六角括号〔〕里：“${found}”`, quotes: [found] }];
}
