import { permanentLink } from '../../../alerts/letter.ts';
import { type Alert, RUNGS } from '../../../model/alerts.ts';
import type { Language } from '../../../model/sentence.ts';
import { unitPath } from '../../view/links.ts';
import type { Names } from '../../view/names.ts';
import { Status } from '../../view/status.tsx';
import type { TableColumn } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/** An alert in a row. */
export function alertColumns(names: Names, words: Words, language: Language): TableColumn<Alert>[] {
  const { alerts } = words;
  const rung = (row: Alert) => (row.level > 0 ? alerts.rungs[RUNGS[row.level]!] : null);
  return [
    {
      head: words.head.severity,
      value: (row) => words.severity[row.severity],
      show: (row) => <Status name={row.severity} of={words.severity} />,
    },
    {
      head: words.head.status,
      value: (row) => alerts.states[row.state],
      show: (row) => (
        <>
          <Status name={row.state} of={alerts.states} /> {rung(row) && <small>{alerts.escalatedTo(rung(row)!)}</small>}{' '}
          {row.reopened > 0 && <small>{alerts.reopenedTimes(row.reopened)}</small>}
        </>
      ),
    },
    {
      head: words.head.message,
      value: (row) => row.message[language],
      show: (row) => <a href={permanentLink(row)}>{row.message[language]}</a>,
    },
    {
      head: words.head.responsible,
      value: (row) => (row.unit === null ? null : names.unit(row.unit)),
      show: (row) => (row.unit === null ? '—' : <a href={unitPath(row.unit)}>{names.unit(row.unit)}</a>),
      whole: true,
    },
    { head: alerts.opened, value: (row) => names.time(row.openedAt), minor: true },
    { head: alerts.due, value: (row) => row.dueOn && names.lastDay(row.dueOn) },
  ];
}
