import { QUALITY_CHECKS } from '../checks/checks.ts';
import { findingRow } from '../checks/finding.ts';
import type { Finding } from '../model/findings.ts';
import { inBoth, type Language } from '../model/sentence.ts';
import { plainJson } from './json.ts';
import { formatTable, terminalWidth } from './table.ts';

/** Findings of quality as text for people or, with `json`, as one document. */
export function printQuality(findings: readonly Finding[], language: Language, json: boolean): string {
  const kinds = new Map(QUALITY_CHECKS.map(({ kind, name }) => [kind, name]));
  const rows = findings.filter(({ kind }) => kinds.has(kind)).map((finding) => findingRow(finding, language));
  const checks = [...kinds].map(([kind, name]) => ({
    kind,
    name: name[language],
    findings: rows.filter(({ rule }) => rule === kind).length,
  }));
  if (json) return `${plainJson({ schema: 'gongkai.quality/1', checks, findings: rows })}\n`;
  if (rows.length === 0) return `${inBoth({ zh: '没有发现内容质量问题', en: 'nothing was found' })}\n`;
  const counts = formatTable(
    [
      { head: '检查', least: 8 },
      { head: '发现', align: 'right' },
    ],
    checks.map(({ name, findings }) => [name, findings]),
    terminalWidth(),
  );
  const list = formatTable(
    [{ head: '检查', least: 8 }, { head: '单位' }, { head: '问题', least: 20 }, { head: '网址', least: 10 }],
    rows.map(({ rule, unit, message, url }) => [kinds.get(rule)![language], unit, message, url]),
    terminalWidth(),
  );
  return `${counts}\n\n${list}\n`;
}
