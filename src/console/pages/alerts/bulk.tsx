import type { Alert } from '../../../model/alerts.ts';
import type { Language } from '../../../model/sentence.ts';
import type { ConsoleContext } from '../../context.ts';
import type { ConsoleServices } from '../../services.ts';
import type { TableColumn } from '../../view/table.tsx';
import { ACT_KEYS, ActFields } from '../alert/act-form.tsx';
import { AssignButton, Assignee } from '../alert/assignee.tsx';

const BULK = ['confirmed', 'sent', 'closed', 'dismissed'] as const;

/** What can be done with all that are marked. */
export async function Bulk({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { alerts } = c.var.words;
  return (
    <section>
      <h2>{alerts.bulk}</h2>
      <label class="hint" data-script hidden>
        <input type="checkbox" data-marks-all /> {alerts.markAll}
      </label>
      <ActFields c={c} acts={BULK} />
      <p>
        <Assignee c={c} services={services} /> <AssignButton c={c} />
      </p>
    </section>
  );
}

/** Marks an alert for what is done with many. */
export function markColumn(label: string, language: Language): TableColumn<Alert> {
  return {
    head: label,
    value: () => '',
    show: (alert) => <input type="checkbox" name="alert" value={alert.id} aria-label={`${label}：${alert.message[language]}`} />,
  };
}

/** Which keys do what, for those who work through many. */
export function Keys({ c }: { c: ConsoleContext }) {
  const { alerts, keys } = c.var.words;
  return (
    <details class="hint" id="keys" data-script hidden>
      <summary>{keys.title}</summary>
      <p>
        {[...keys.list, ...BULK.map((act) => [ACT_KEYS[act], alerts.acts[act]] as const)].map(([key, does]) => (
          <>
            <kbd>{key}</kbd> {does}{' '}
          </>
        ))}
      </p>
    </details>
  );
}
