import { QUALITY_CHECKS } from '../checks/checks.ts';
import { findingRow, isUnsure, nameOf } from '../checks/finding.ts';
import type { Finding } from '../model/findings.ts';
import type { PaperTable } from '../model/paper.ts';
import type { PaperFacts } from './facts.ts';

import { nameReader } from './problems.ts';

const KINDS = new Set(QUALITY_CHECKS.map(({ kind }) => kind));

/** Findings of quality that a paper may name a unit for: hints and what is unsure are for a person to look at first. */
export function qualityProblems({ result, unit }: Pick<PaperFacts, 'result' | 'unit'>): Finding[] {
  const concerned = result.findings.filter(({ kind, subject }) => KINDS.has(kind) && (unit === null || subject.unit === unit));
  return concerned.filter((finding) => finding.severity !== 'notice' && !isUnsure(finding));
}

/** A line a kind: how many, and whose. */
export function qualityLines(facts: PaperFacts): string[] {
  const names = nameReader(facts);
  const problems = qualityProblems(facts);
  return [...new Set(problems.map(({ kind }) => kind))].map((kind) => {
    const own = problems.filter((finding) => finding.kind === kind);
    const units = [...new Set(own.flatMap(({ subject: { unit } }) => unit ?? []))].map((unit) => names.unit(unit));
    return `${nameOf(kind).zh}${own.length}件，涉及${units.join('、')}，具体见附件“${QUALITY_TABLE}”。`;
  });
}

const QUALITY_TABLE = '发布内容质量问题清单';

/** One row a problem; no table where there is none. */
export function qualityTables(facts: PaperFacts): PaperTable[] {
  const names = nameReader(facts);
  const rows = qualityProblems(facts).map((finding, place) => {
    const { unit, message, url } = findingRow(finding, 'zh');
    return [place + 1, unit === null ? null : names.unit(unit), nameOf(finding.kind).zh, message, url];
  });
  return rows.length === 0 ? [] : [{ name: QUALITY_TABLE, columns: ['序号', '单位', '问题', '说明', '网址'], rows }];
}
