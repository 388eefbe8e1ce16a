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
  return linesByKind(qualityProblems(facts), QUALITY_TABLE, facts);
}

/** Findings kind by kind: how many, whose, and in which annex. */
export function linesByKind(findings: readonly Finding[], annex: string, facts: Pick<PaperFacts, 'estate'>): string[] {
  const names = nameReader(facts);
  return [...new Set(findings.map(({ kind }) => kind))].map((kind) => {
    const own = findings.filter((finding) => finding.kind === kind);
    const units = [...new Set(own.flatMap(({ subject: { unit } }) => unit ?? []))].map((unit) => names.unit(unit));
    return `${nameOf(kind).zh}${own.length}件，涉及${units.join('、')}，具体见附件“${annex}”。`;
  });
}

const QUALITY_TABLE = '发布内容质量问题清单';

/** One row a problem; no table where there is none. */
export function qualityTables(facts: PaperFacts): PaperTable[] {
  return tableOf(qualityProblems(facts), QUALITY_TABLE, facts);
}

/** Findings one a row; no table where there is none. */
export function tableOf(findings: readonly Finding[], name: string, facts: Pick<PaperFacts, 'estate'>): PaperTable[] {
  const names = nameReader(facts);
  const rows = findings.map((finding, place) => {
    const { unit, message, url } = findingRow(finding, 'zh');
    return [place + 1, unit === null ? null : names.unit(unit), nameOf(finding.kind).zh, message, url];
  });
  return rows.length === 0 ? [] : [{ name, columns: ['序号', '单位', '问题', '说明', '网址'], rows }];
}
