import { type Finding, SEVERITIES } from '../../model/records.ts';
import type { RulePack } from '../../model/rules.ts';
import type { Words } from '../words/words.ts';
import { findingWords, linkedRule } from './finding-rule.tsx';
import { columnPath, outside, unitPath } from './links.ts';
import type { Names } from './names.ts';
import { Status } from './status.tsx';
import type { Table, TableColumn } from './table.tsx';

/** Findings, gravest first. */
export function findingTable(
  findings: readonly Finding[],
  caption: string,
  {
    names,
    words,
    pack,
    ofOneUnit = false,
  }: { readonly names: Names; readonly words: Words; readonly pack: RulePack; readonly ofOneUnit?: boolean },
): Table<Finding> {
  return {
    name: 'findings',
    caption,
    wordy: true,
    rows: findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    columns: [
      {
        head: words.head.severity,
        value: (row) => words.severity[row.severity],
        show: (row) => <Status name={row.severity} of={words.severity} />,
      },
      { head: words.head.message, value: (row) => row.message, show: (row) => <Message finding={row} /> },
      ...(ofOneUnit ? [] : [unitColumn(names, words)]),
      { head: words.head.site, value: (row) => (row.site === null ? null : names.site(row.site)), minor: true },
      { head: words.head.since, value: (row) => row.since, minor: true },
      {
        head: words.head.rule,
        value: (row) => findingWords(row.rule, words),
        show: (row) => linkedRule(row, pack, words),
        minor: true,
      },
    ],
  };
}

function unitColumn(names: Names, words: Words): TableColumn<Finding> {
  return {
    head: words.head.unit,
    value: (row) => (row.unit === null ? null : names.unit(row.unit)),
    show: (row) => (row.unit === null ? '—' : <a href={unitPath(row.unit)}>{names.unit(row.unit)}</a>),
  };
}

function Message({ finding: { site, column, url, message } }: { finding: Finding }) {
  if (site !== null && column !== null) return <a href={columnPath(site, column)}>{message}</a>;
  const address = outside(url);
  if (address === null) return <>{message}</>;
  return (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank">
      {message}
    </a>
  );
}
