import { sentenceOf } from '../checks/finding.ts';
import type { Finding } from '../model/findings.ts';
import type { Language } from '../model/sentence.ts';

/** What somebody asks of findings, as an address says it, on the page and by the API alike. What makes no sense finds nothing. */
export interface FindingFilters {
  readonly severity?: string | undefined;
  /** Its kind, as `rule` says it in a finding for programs. */
  readonly rule?: string | undefined;
  readonly unit?: string | undefined;
  readonly site?: string | undefined;
  readonly column?: string | undefined;
  /** In what the finding says, in the reader's language. */
  readonly search?: string | undefined;
}

/** The findings that are asked for, in the order in which they stand. */
export function filterFindings(findings: readonly Finding[], asked: FindingFilters, language: Language): Finding[] {
  const { severity, rule, unit, site, column, search } = asked;
  return findings.filter(
    (finding) =>
      (!severity || finding.severity === severity) &&
      (!rule || finding.kind === rule) &&
      (!unit || finding.subject.unit === unit) &&
      (!site || finding.subject.site === site) &&
      (!column || finding.subject.column === column) &&
      (!search || sentenceOf(finding)[language].includes(search)),
  );
}
