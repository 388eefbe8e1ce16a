import { ALERT_STATES, type Alert, type AlertState, RUNGS } from '../../model/alerts.ts';
import { SEVERITIES } from '../../model/records.ts';
import type { AlertPage } from '../../store/store.ts';
import { alertsOpenTo } from '../alerts-open-to.ts';
import { alertQuery, countAlerts } from '../alerts-query.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import type { Desk } from '../desk.ts';
import type { Register } from '../registrations.ts';
import { Chart } from '../view/chart.tsx';
import { Filters } from '../view/filters.tsx';
import { FormToken, page } from '../view/layout.tsx';
import { alertsPath } from '../view/links.ts';
import { namesOf } from '../view/names.ts';
import { exported, type Table, TableView } from '../view/table.tsx';
import { ACT_KEYS, ActFields } from './alert/act-form.tsx';
import { alertColumns } from './alert/columns.tsx';
import { ledgerColumns } from './alert/ledger.ts';
import { mendingBand, rectificationTable } from './alert/rectification.tsx';

const PAGE = 100;
const EXPORTED = 50_000;
const MENDED: readonly AlertState[] = ['rectified', 'closed'];
const CHARTED = 2000;
const ORDERS = ['gravest', 'newest', 'due', 'unit'] as const;

/** All alerts: filter, sort, work on many at once. */
export const registerAlerts: Register = (app, desk) => {
  app.get('/alerts', async (c) => {
    const { words, language } = c.var;
    const names = namesOf(desk.config, language);
    const asked = c.req.query();
    const query = alertQuery(c, desk, asked);
    const order = ORDERS.find((one) => one === asked.order) ?? 'gravest';
    const offset = Math.max(0, Math.floor(Number(asked.offset ?? 0)) || 0);
    const wanted: AlertPage = asked.format === undefined ? { order, limit: PAGE, offset } : { order, limit: EXPORTED };
    const [listed, found, counts, late, mended] = await Promise.all([
      desk.store.alerts.list(query, wanted),
      countAlerts(c, desk, asked),
      desk.store.alerts.counts(alertsOpenTo(visitorOf(c))),
      countAlerts(c, desk, { late: 'yes' }),
      desk.store.alerts.list({ ...alertsOpenTo(visitorOf(c)), states: MENDED }, { order: 'newest', limit: CHARTED }),
    ]);
    const { took } = asked;
    const alerts = took ? mended.filter((alert) => String(mendingBand(alert)) === took) : listed;
    const mayWork = visitorOf(c).role === 'supervisor' || visitorOf(c).role === 'officer';
    const table: Table<Alert> = {
      name: 'alerts',
      caption: words.alerts.ledger,
      rows: alerts,
      total: took ? alerts.length : found,
      columns: [...alertColumns(names, words), ...(asked.format ? ledgerColumns(await desk.judgementFor(c), desk, names, words) : [])],
      rowId: (alert) => `alert-${alert.id}`,
    };
    const rectification = rectificationTable(mended, words);
    const file = await exported(c, table, rectification.table);
    if (file) return file;
    const marked: Table<Alert> = mayWork ? { ...table, columns: [markColumn(words.alerts.mark), ...table.columns] } : table;
    const link = (to: number) => {
      const url = new URL(c.req.url);
      url.searchParams.set('offset', String(to));
      return url.pathname + url.search;
    };
    return page(
      c,
      { title: words.nav.alerts, section: 'alerts', charts: true },
      <>
        <ul class="tiles">
          {ALERT_STATES.map((state) => (
            <li>
              <a
                class={counts[state] > 0 ? TONES[state] : ''}
                href={alertsPath({ state })}
                {...(asked.state === state ? { 'aria-current': 'true' as const } : {})}
              >
                <strong>{counts[state]}</strong> {words.alerts.states[state]}
              </a>
            </li>
          ))}
          <li>
            <a
              class={late > 0 ? 'bad' : ''}
              href={alertsPath({ late: 'yes' })}
              {...(asked.late === 'yes' ? { 'aria-current': 'true' as const } : {})}
            >
              <strong>{late}</strong> {words.alerts.late}
            </a>
          </li>
        </ul>
        <AlertChoice c={c} desk={desk} />
        {mayWork && <Keys c={c} />}
        <form class="listing" method="post" action="/alerts">
          <FormToken c={c} />
          <TableView c={c} table={marked} />
          {mayWork && alerts.length > 0 && <Bulk c={c} />}
        </form>
        <nav class="pager" aria-label={words.nav.alerts}>
          {offset > 0 && <a href={link(Math.max(0, offset - PAGE))}>{words.page.previous}</a>}{' '}
          {!took && alerts.length === PAGE && <a href={link(offset + PAGE)}>{words.page.next}</a>}
        </nav>
        {mended.length > 0 && <Chart c={c} title={words.alerts.rectification} data={rectification.data} table={rectification.table} />}
        <p class="hint">
          <a href="/feeds/alerts.atom">{words.alerts.feed}</a> <a href="/feeds/due.ics">{words.alerts.calendar}</a>
        </p>
      </>,
    );
  });
};

const TONES: Partial<Record<AlertState, string>> = { open: 'warn', confirmed: 'warn', rectified: 'good', closed: 'good' };

/** Which keys do what, for those who work through many. */
function Keys({ c }: { c: ConsoleContext }) {
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

const BULK = ['confirmed', 'sent', 'closed', 'dismissed'] as const;

/** What can be done with all that are marked. */
function Bulk({ c }: { c: ConsoleContext }) {
  const { alerts } = c.var.words;
  return (
    <section>
      <h2>{alerts.bulk}</h2>
      <label class="hint" data-script hidden>
        <input type="checkbox" data-marks-all /> {alerts.markAll}
      </label>
      <ActFields c={c} acts={BULK} />
    </section>
  );
}

function markColumn(label: string) {
  return {
    head: '',
    value: () => '',
    show: (alert: Alert) => <input type="checkbox" name="alert" value={alert.id} aria-label={`${label}：${alert.message}`} />,
  };
}

function AlertChoice({ c, desk }: { c: ConsoleContext; desk: Desk }) {
  const { words } = c.var;
  const { alerts } = words;
  const office = visitorOf(c).role !== 'unit-editor';
  return (
    <Filters
      c={c}
      filters={[
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
        {
          kind: 'choice',
          name: 'late',
          label: alerts.due,
          choices: [{ value: 'yes', label: alerts.late }],
        },
        {
          kind: 'choice',
          name: 'rung',
          label: alerts.rung,
          choices: RUNGS.slice(1).map((value) => ({ value, label: alerts.rungs[value] })),
        },
        ...(office
          ? [
              {
                kind: 'choice' as const,
                name: 'unit',
                label: words.head.unit,
                choices: desk.config.estate.units.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
        {
          kind: 'choice',
          name: 'order',
          label: words.filter.order,
          all: alerts.orders.gravest,
          choices: ORDERS.slice(1).map((value) => ({ value, label: alerts.orders[value] })),
        },
      ]}
    />
  );
}
