import { ALERT_STATES, RUNGS } from '../../../model/alerts.ts';
import { SEVERITIES } from '../../../model/records.ts';
import { type ConsoleContext, ownUnit, visitorOf } from '../../context.ts';
import type { ConsoleServices } from '../../services.ts';
import { type Filter, Filters } from '../../view/filters.tsx';

export const ORDERS = ['gravest', 'newest', 'due', 'unit'] as const;

/** By what the list of alerts can be narrowed and ordered. */
export function AlertChoice({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { words } = c.var;
  const { alerts } = words;
  const unit: Filter = {
    kind: 'choice',
    name: 'unit',
    label: words.head.unit,
    choices: services.config.estate.units.map(({ id, name }) => ({ value: id, label: name })),
  };
  const filters: Filter[] = [
    { kind: 'text', name: 'search', label: words.filter.search },
    {
      kind: 'choice',
      name: 'state',
      label: words.head.status,
      all: alerts.unsettled,
      choices: [...ALERT_STATES.map((value) => ({ value, label: alerts.states[value] })), { value: 'all', label: words.filter.all }],
    },
    {
      kind: 'choice',
      name: 'severity',
      label: words.head.severity,
      choices: SEVERITIES.map((value) => ({ value, label: words.severity[value] })),
    },
    { kind: 'choice', name: 'late', label: alerts.due, choices: [{ value: 'yes', label: alerts.late }] },
    {
      kind: 'choice',
      name: 'rung',
      label: alerts.rung,
      choices: RUNGS.slice(1).map((value) => ({ value, label: alerts.rungs[value] })),
    },
    ...(ownUnit(visitorOf(c)) !== null ? [] : [unit]),
    {
      kind: 'choice',
      name: 'order',
      label: words.filter.order,
      all: alerts.orders.gravest,
      choices: ORDERS.slice(1).map((value) => ({ value, label: alerts.orders[value] })),
    },
  ];
  return <Filters c={c} filters={filters} />;
}
