import { permanentLink } from '../../../alerts/letter.ts';
import { type Alert, RUNGS } from '../../../model/alerts.ts';
import { alertFields } from '../../../rows/alerts.ts';
import type { Reader } from '../../../rows/field.ts';
import { described } from '../../view/described.ts';
import { unitPath } from '../../view/links.ts';
import { Status } from '../../view/status.tsx';
import type { TableColumn } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/** An alert in a row. */
export function alertColumns(reader: Reader, words: Words): TableColumn<Alert>[] {
  const { alerts } = words;
  const rung = (row: Alert) => (row.level > 0 ? alerts.rungs[RUNGS[row.level]!] : null);
  return [
    described(reader, alertFields.severity, { show: (row) => <Status name={row.severity} of={words.severity} /> }),
    described(reader, alertFields.state, {
      show: (row) => (
        <>
          <Status name={row.state} of={alerts.states} /> {rung(row) && <small>{alerts.escalatedTo(rung(row)!)}</small>}{' '}
          {row.reopened > 0 && <small>{alerts.reopenedTimes(row.reopened)}</small>}
        </>
      ),
    }),
    described(reader, alertFields.message, { show: (row) => <a href={permanentLink(row)}>{row.message[reader.language]}</a> }),
    described(reader, alertFields.unit, {
      show: (row) => (row.unit === null ? '—' : <a href={unitPath(row.unit)}>{reader.names.unit(row.unit)}</a>),
      whole: true,
    }),
    described(reader, alertFields.openedAt, { minor: true }),
    described(reader, alertFields.dueOn),
  ];
}
