import { sentenceOf } from '../../checks/finding.ts';
import type { Finding } from '../../model/findings.ts';
import { SEVERITIES } from '../../model/records.ts';
import type { RulePack } from '../../model/rules.ts';
import type { Language } from '../../model/sentence.ts';
import type { Reader } from '../../rows/field.ts';
import { findingFields } from '../../rows/findings.ts';
import type { Words } from '../words/words.ts';
import { described } from './described.ts';
import { External } from './external.tsx';
import { linkedRule } from './finding-rule.tsx';
import { columnPath, unitPath } from './links.ts';
import { Status } from './status.tsx';
import type { Table } from './table.tsx';

/** Findings, gravest first. */
export function findingTable(
  findings: readonly Finding[],
  caption: string,
  { words, pack, ofOneUnit = false, ...reader }: Reader & { readonly words: Words; readonly pack: RulePack; readonly ofOneUnit?: boolean },
): Table<Finding> {
  const unit = described(reader, findingFields.unit, {
    show: ({ subject: { unit } }) => (unit === null ? '—' : <a href={unitPath(unit)}>{reader.names.unit(unit)}</a>),
  });
  return {
    name: 'findings',
    caption,
    wordy: true,
    rows: findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    columns: [
      described(reader, findingFields.severity, { show: (row) => <Status name={row.severity} of={words.severity} /> }),
      described(reader, findingFields.message, { show: (row) => <Message finding={row} language={reader.language} /> }),
      ...(ofOneUnit ? [] : [unit]),
      described(reader, findingFields.site, { minor: true }),
      described(reader, findingFields.since, { minor: true }),
      described(reader, findingFields.kind, { show: (row) => linkedRule(row, pack, reader.language), minor: true }),
    ],
  };
}

function Message({ finding, language }: { finding: Finding; language: Language }) {
  const { site, column, url } = finding.subject;
  const message = sentenceOf(finding)[language];
  if (site !== null && column !== null) return <a href={columnPath(site, column)}>{message}</a>;
  return <External url={url}>{message}</External>;
}
