import { COLUMN_STATUSES, SEVERITIES } from '../model/records.ts';
import type { AuditResult } from './audit-result.ts';
import { FINDING_KINDS } from './finding-kinds.ts';

/** Words that `--fail-on` takes: a column's status, a severity, or the id of a finding's rule. */
export const FAIL_ON: readonly string[] = [...COLUMN_STATUSES, ...SEVERITIES, ...Object.keys(FINDING_KINDS)];

/** Reads a comma-separated `--fail-on`; throws RangeError that lists what exists where a word is none of it or there is none. */
export function parseFailOn(spec: string): string[] {
  const words = spec
    .split(/[,，]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const wrong = words.filter((word) => !FAIL_ON.includes(word));
  if (words.length > 0 && wrong.length === 0) return words;
  const said = words.length === 0 ? '是空的 · is empty' : `不认识 ${wrong.join('、')} · does not know ${wrong.join(', ')}`;
  throw new RangeError(`--fail-on ${said}。可以是 · it takes: ${FAIL_ON.join(', ')}`);
}

/** Whether an audit found anything that `--fail-on` was told to look for. Throws RangeError like {@link parseFailOn}. */
export function matchesFailOn({ columns, findings }: Pick<AuditResult, 'columns' | 'findings'>, spec: string): boolean {
  const words = parseFailOn(spec);
  return (
    columns.some(({ status }) => words.includes(status)) ||
    findings.some(({ rule, severity }) => words.includes(rule) || words.includes(severity))
  );
}
