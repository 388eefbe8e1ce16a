import { ALERT_STATES, RUNGS } from '../../../model/alerts.ts';
import { SEVERITIES } from '../../../model/records.ts';
import { namesOf } from '../../../rows/names.ts';
import { type ConsoleContext, ownUnit, visitorOf } from '../../context.ts';
import { colleagues } from '../../people/colleagues.ts';
import type { ConsoleServices } from '../../services.ts';
import { choice, choiceOf, type Filter, Filters } from '../../view/filters.tsx';

export const ORDERS = ['gravest', 'newest', 'due', 'unit'] as const;

/** By what the list of alerts can be narrowed and ordered. */
export async function AlertChoice({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { words, language } = c.var;
  const names = namesOf(services.config, language);
  const { alerts } = words;
  const filters: Filter[] = [
    { kind: 'text', name: 'search', label: words.filter.search },
    {
      kind: 'choice',
      name: 'state',
      label: words.head.status,
      all: alerts.unsettled,
      choices: [...ALERT_STATES.map((value) => ({ value, label: alerts.states[value] })), { value: 'all', label: words.filter.all }],
    },
    choice('severity', words.head.severity, SEVERITIES, (value) => words.severity[value]),
    { kind: 'choice', name: 'late', label: words.head.mendBy, choices: [{ value: 'yes', label: alerts.late }] },
    { kind: 'choice', name: 'owed', label: words.alerts.owed, choices: [{ value: 'yes', label: words.alerts.owedOnly }] },
    choice('rung', alerts.rung, RUNGS.slice(1), (value) => alerts.rungs[value]),
    ...(ownUnit(visitorOf(c)) !== null
      ? []
      : [
          choiceOf('unit', words.head.unit, services.config.estate.units, names.unit),
          {
            kind: 'choice' as const,
            name: 'assignee',
            label: alerts.assignee,
            choices: (await colleagues(services.store)).map(({ email, name }) => ({ value: email, label: name })),
          },
        ]),
    { kind: 'day', name: 'from', label: words.filter.from },
    { kind: 'day', name: 'to', label: words.filter.to },
    choice('order', words.filter.order, ORDERS.slice(1), (value) => alerts.orders[value], alerts.orders.gravest),
  ];
  return <Filters c={c} filters={filters} />;
}
