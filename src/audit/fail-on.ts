import { AUDITED_KINDS } from '../checks/checks.ts';
import { isSwitchedOff } from '../checks/parts/rules.ts';
import type { Finding } from '../model/findings.ts';
import { COLUMN_STATUSES, SEVERITIES } from '../model/records.ts';
import type { RulePack } from '../model/rules.ts';
import { ToldError } from '../model/told-error.ts';
import type { AuditResult } from './audit-result.ts';

/** What `--fail-on` looks for: columns' statuses, severities, and ids of findings' rules. */
export type FailOn = ReadonlySet<string>;

/**
 * Reads a comma-separated `--fail-on`. Throws RangeError that lists what exists where a word is nothing that an audit by this pack
 * can find, or there is no word at all: read it before a crawl begins.
 */
export function readFailOn(spec: string, pack: RulePack): FailOn {
  const kinds = AUDITED_KINDS.filter((kind) => !isSwitchedOff(pack, kind));
  const known: readonly string[] = [...COLUMN_STATUSES, ...SEVERITIES, ...kinds];
  const words = spec
    .split(/[,，]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const wrong = words.filter((word) => !known.includes(word));
  if (words.length > 0 && wrong.length === 0) return new Set(words);
  const said =
    words.length === 0
      ? { zh: '没有写要找什么', en: 'names nothing' }
      : { zh: `不认识 ${wrong.join('、')}`, en: `does not know ${wrong.join(', ')}` };
  throw new ToldError(
    { zh: `--fail-on ${said.zh}。`, en: `--fail-on ${said.en}.` },
    {
      code: 'unknown-fail-on',
      side: 'configuration',
      remedy: { zh: `可以用：${known.join('、')}`, en: `It takes: ${known.join(', ')}` },
    },
  );
}

/** Whether an audit found anything of what it was told to look for. */
export function matchesFailOn(
  { columns, findings }: Pick<AuditResult, 'columns'> & { readonly findings: readonly Pick<Finding, 'kind' | 'severity'>[] },
  failOn: FailOn,
): boolean {
  return (
    columns.some(({ status }) => failOn.has(status)) || findings.some(({ kind, severity }) => failOn.has(kind) || failOn.has(severity))
  );
}
