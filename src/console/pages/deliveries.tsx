import { DELIVERY_STATES, type Delivery } from '../../model/alerts.ts';
import { namesOf } from '../../rows/names.ts';
import type { DeliveryQuery } from '../../store/store.ts';
import type { ConsoleContext } from '../context.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { choice, choiceOf, Filters } from '../view/filters.tsx';
import { page } from '../view/layout.tsx';
import { deliveryPath } from '../view/links.ts';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { turned } from '../view/turned.tsx';

const PAGE = 100;

/** Every message that left, waits or was given up. */
export const registerDeliveries: Register = (app, services) => {
  app.section('deliveries', '/deliveries', OFFICE, async (c) => {
    const { words } = c.var;
    const { outbox } = services.store;
    const query = asked(c);
    const { pager, ...listed } = await turned(
      c,
      PAGE,
      (limit, offset) => outbox.list({ ...query, limit, offset }),
      (upTo) => outbox.count(query, upTo),
    );
    const table = { ...deliveryTable(c, services), ...listed };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      { title: words.deliveries.title, section: 'deliveries', lead: words.deliveries.lead },
      <>
        <DeliveryFilters c={c} services={services} />
        <TableView c={c} table={table} />
        {pager}
      </>,
    );
  });
};

function deliveryTable(c: ConsoleContext, { config }: ConsoleServices): Omit<Table<Delivery>, 'rows'> {
  const { words, language } = c.var;
  const names = namesOf(config, language);
  const states = words.alerts.delivery;
  return {
    name: 'deliveries',
    caption: words.deliveries.title,
    columns: [
      { head: words.head.at, value: (row) => names.time(row.createdAt) },
      { head: words.deliveries.channel, value: (row) => row.channel },
      { head: words.head.unit, value: (row) => (row.unit === null ? null : names.unit(row.unit)) },
      { head: words.head.address, value: (row) => row.address, minor: true, whole: true },
      {
        head: words.head.title,
        value: (row) => row.letter.subject,
        show: (row) => <a href={deliveryPath(row.id)}>{row.letter.subject}</a>,
      },
      { head: words.head.status, value: (row) => states[row.state], show: (row) => <Status name={row.state} of={states} /> },
      { head: words.deliveries.attempts, value: (row) => row.attempts, number: true },
      { head: words.deliveries.nextTry, value: (row) => (row.state === 'waiting' ? names.time(row.nextTry) : null), minor: true },
      { head: words.deliveries.lastError, value: (row) => row.detail?.[language] ?? null },
    ],
  };
}

function asked(c: ConsoleContext): DeliveryQuery {
  const { state, channel, unit } = c.req.query();
  return {
    states: DELIVERY_STATES.filter((one) => one === state),
    channels: channel ? [channel] : [],
    ...(unit ? { units: [unit] } : {}),
  };
}

function DeliveryFilters({ c, services: { config } }: { c: ConsoleContext; services: ConsoleServices }) {
  const { words, language } = c.var;
  const names = namesOf(config, language);
  return (
    <Filters
      c={c}
      filters={[
        choice('state', words.head.status, DELIVERY_STATES, (value) => words.alerts.delivery[value]),
        choiceOf('channel', words.deliveries.channel, config.alerts.channels, (id) => id),
        choiceOf('unit', words.head.unit, config.estate.units, names.unit),
      ]}
    />
  );
}
