import { nameOf } from '../../../checks/finding.ts';
import type { Finding } from '../../../model/findings.ts';
import { SEVERITIES } from '../../../model/records.ts';
import type { Names } from '../../../rows/names.ts';
import type { ConsoleContext } from '../../context.ts';
import { choice, Filters } from '../../view/filters.tsx';

/** By what the findings of a run can be narrowed: their severity, and the kinds, units and sites that are among them. */
export function FindingChoice({ c, findings, names }: { c: ConsoleContext; findings: readonly Finding[]; names: Names }) {
  const { words, language } = c.var;
  const among = (of: (finding: Finding) => string | null) => [...new Set(findings.map(of))].filter((one) => one !== null);
  return (
    <Filters
      c={c}
      keeps={['result']}
      filters={[
        { kind: 'text', name: 'search', label: words.filter.search },
        choice('severity', words.head.severity, SEVERITIES, (value) => words.severity[value]),
        choice(
          'rule',
          words.head.rule,
          among(({ kind }) => kind),
          (value) => nameOf(value)[language],
        ),
        choice(
          'unit',
          words.head.unit,
          among(({ subject }) => subject.unit),
          names.unit,
        ),
        choice(
          'site',
          words.head.site,
          among(({ subject }) => subject.site),
          names.site,
        ),
      ]}
    />
  );
}
