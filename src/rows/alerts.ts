import { wordings } from '../alerts/wording/wording.ts';
import type { Alert } from '../model/alerts.ts';
import type { Field } from './field.ts';
import { heads } from './heads.ts';

/** What is said of an alert. */
export const alertFields = {
  id: { head: heads.id, value: ({ id }) => id },
  severity: { head: heads.severity, value: ({ severity }, { language }) => wordings[language].severities[severity] },
  state: { head: heads.status, value: ({ state }, { language }) => wordings[language].states[state] },
  message: { head: heads.message, value: ({ message }, { language }) => message[language] },
  unit: { head: heads.responsible, value: ({ unit }, { names }) => (unit === null ? null : names.unit(unit)) },
  openedAt: { head: heads.foundAt, value: ({ openedAt }, { names }) => names.time(openedAt) },
  dueOn: { head: heads.mendBy, value: ({ dueOn }, { names }) => dueOn && names.lastDay(dueOn) },
} satisfies Readonly<Record<string, Field<Alert>>>;
