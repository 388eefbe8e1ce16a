import { OURSELVES } from '../../../alerts/open-alerts.ts';
import { type Alert, type AlertEntry, type AlertFile, OFFICE_ONLY } from '../../../model/alerts.ts';
import type { ConsoleContext } from '../../context.ts';
import { alertFilePath } from '../../view/links.ts';
import { Status } from '../../view/status.tsx';
import { ExportLinks, type Table, type TableColumn } from '../../view/table.tsx';

interface Talked {
  readonly c: ConsoleContext;
  readonly alert: Alert;
  /** The history as files hold it, and as it is told here. */
  readonly table: Table<AlertEntry>;
  readonly by: TableColumn<AlertEntry>;
  readonly files: readonly AlertFile[];
}

/** An alert's history as a conversation: who said or did what, with the files that go with it. */
export function Talk({ c, alert, table, by, files }: Talked) {
  const { alerts } = c.var.words;
  const [at, , , , why] = table.columns;
  return (
    <section class="table" id={`table-${table.name}`}>
      <div class="table-head">
        <h2>{table.caption}</h2>
        <p class="tools">
          <ExportLinks c={c} name={table.name} />
        </p>
      </div>
      <ol class="talk">
        {table.rows.map((entry) => (
          <li class={sideOf(entry)}>
            <p class="who">
              {by.show?.(entry)} <time>{at?.value(entry)}</time> {alerts.events[entry.event]}{' '}
              {entry.from !== entry.to && <Status name={entry.to} of={alerts.states} />}
              {OFFICE_ONLY.includes(entry.event) && <small>{alerts.officeOnly}</small>}
            </p>
            <p>{why?.value(entry)}</p>
            {files
              .filter((file) => file.entry === entry.id)
              .map((file) => (
                <p>
                  <a href={alertFilePath(alert.id, file.id)} download>
                    {file.name}
                  </a>{' '}
                  <small>{Math.ceil(file.size / 1024).toLocaleString('en-US')} KB</small>
                </p>
              ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the unit says stands on the other side than what the office and the tool do. */
function sideOf({ by, event }: AlertEntry): string {
  if (event === 'acknowledged' || event === 'objected') return 'theirs';
  if (OFFICE_ONLY.includes(event)) return 'aside';
  return by === OURSELVES ? 'tool' : 'ours';
}
