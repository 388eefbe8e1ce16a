import { nameOf, sentenceOf } from '../../checks/finding.ts';
import type { Finding } from '../../model/findings.ts';
import { SEVERITIES } from '../../model/records.ts';
import type { RulePack } from '../../model/rules.ts';
import type { Language } from '../../model/sentence.ts';
import type { Words } from '../words/words.ts';
import { linkedRule } from './finding-rule.tsx';
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
    language,
    pack,
    ofOneUnit = false,
  }: { readonly names: Names; readonly words: Words; readonly language: Language; readonly pack: RulePack; readonly ofOneUnit?: boolean },
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
      { head: words.head.message, value: (row) => sentenceOf(row)[language], show: (row) => <Message finding={row} language={language} /> },
      ...(ofOneUnit ? [] : [unitColumn(names, words)]),
      { head: words.head.site, value: ({ subject: { site } }) => (site === null ? null : names.site(site)), minor: true },
      { head: words.head.since, value: (row) => row.since, minor: true },
      {
        head: words.head.rule,
        value: (row) => nameOf(row.kind)[language],
        show: (row) => linkedRule(row, pack, language),
        minor: true,
      },
    ],
  };
}

function unitColumn(names: Names, words: Words): TableColumn<Finding> {
  return {
    head: words.head.unit,
    value: ({ subject: { unit } }) => (unit === null ? null : names.unit(unit)),
    show: ({ subject: { unit } }) => (unit === null ? '—' : <a href={unitPath(unit)}>{names.unit(unit)}</a>),
  };
}

function Message({ finding, language }: { finding: Finding; language: Language }) {
  const { site, column, url } = finding.subject;
  const message = sentenceOf(finding)[language];
  if (site !== null && column !== null) return <a href={columnPath(site, column)}>{message}</a>;
  const address = outside(url);
  if (address === null) return <>{message}</>;
  return (
    <a href={address} rel="noopener noreferrer nofollow" target="_blank">
      {message}
    </a>
  );
}
