import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { whyNone } from '../../alerts/why-none.ts';
import { ALERT_STATES, type Alert, type AlertState } from '../../model/alerts.ts';
import { dayIn } from '../../model/day.ts';
import { namesOf } from '../../rows/names.ts';
import type { AlertPage } from '../../store/store.ts';
import { isTheirs } from '../acts.ts';
import { alertsOpenTo } from '../alerts-open-to.ts';
import { alertQuery, countAlerts } from '../alerts-query.ts';
import { askedDays } from '../asked-period.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { Chart } from '../view/chart.tsx';
import { KeptFilters } from '../view/kept-filters.tsx';
import { FormToken, page } from '../view/layout.tsx';
import { alertsPath } from '../view/links.ts';
import { offsetOf } from '../view/pager.tsx';
import { PeriodLinks } from '../view/period-picker.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { Turner } from '../view/turned.tsx';
import { alertColumns } from './alert/columns.tsx';
import { ledgerColumns } from './alert/ledger.ts';
import { mendingBand, rectificationTable } from './alert/rectification.tsx';
import { UndoButton } from './alert/undo-button.tsx';
import { Bulk, Keys, markColumn } from './alerts/bulk.tsx';
import { AlertChoice, ORDERS } from './alerts/choice.tsx';
import { listAddress, type Outcome, OutcomeView, outcomeIn } from './alerts/outcome.tsx';

const PAGE = 100;
const EXPORTED = 50_000;
const MENDED: readonly AlertState[] = ['rectified', 'closed'];
const CHARTED = 2000;
/** Reminders and notices to ourselves are sent, too, but nobody owes an answer to them. */
const OWED = { state: 'sent', owed: 'yes' } as const;

/** All alerts: filter, sort, work on many at once. */
export const registerAlerts: Register = (app, services) => {
  app.section('alerts', '/alerts', ALL, (c) => alertList(c, services, { status: 200, outcome: outcomeIn(c) }));
};

/** What the list has to say of an act on it, with the HTTP status that says so too. */
interface Said {
  readonly status: ContentfulStatusCode;
  readonly outcome?: Outcome | null;
  readonly problem?: string;
}

/** The list that the address asks for, also in answer to an act on it. */
export async function alertList(c: ConsoleContext, services: ConsoleServices, { status, outcome, problem }: Said): Promise<Response> {
  const { words, language } = c.var;
  const names = namesOf(services.config, language);
  const today = dayIn(services.config.estate.timezone, services.clock.now());
  const asked = askedDays(c, today);
  const query = alertQuery(c, services, asked);
  const order = ORDERS.find((one) => one === asked.order) ?? 'gravest';
  const offset = offsetOf(c);
  const wanted: AlertPage = asked.format === undefined ? { order, limit: PAGE, offset } : { order, limit: EXPORTED };
  const [listed, found, counts, owed, late, mended] = await Promise.all([
    services.store.alerts.list(query, wanted),
    countAlerts(c, services, asked),
    services.store.alerts.counts(alertsOpenTo(visitorOf(c))),
    countAlerts(c, services, OWED),
    countAlerts(c, services, { late: 'yes' }),
    services.store.alerts.list({ ...alertsOpenTo(visitorOf(c)), states: MENDED }, { order: 'newest', limit: CHARTED }),
  ]);
  const { took } = asked;
  const alerts = took ? mended.filter((alert) => String(mendingBand(alert)) === took) : listed;
  const mayWork = isTheirs(visitorOf(c), 'confirmed');
  const table: Table<Alert> = {
    name: 'alerts',
    caption: words.alerts.ledger,
    rows: alerts,
    total: took ? alerts.length : found,
    ...(!took && found > EXPORTED ? { ends: words.alerts.fileEnds(EXPORTED) } : {}),
    columns: [
      ...alertColumns({ names, language }, words),
      ...(asked.format ? ledgerColumns(await services.judgementFor(c), services, names, c.var) : []),
    ],
    rowId: (alert) => `alert-${alert.id}`,
  };
  const rectification = rectificationTable(mended, words);
  const file = await exported(c, table, rectification.table);
  if (file) return file;
  const marked: Table<Alert> = mayWork ? { ...table, columns: [markColumn(words.alerts.mark, c.var.language), ...table.columns] } : table;
  const address = listAddress(c);
  c.status(status);
  return page(
    c,
    { title: words.nav.alerts, section: 'alerts', charts: true },
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {outcome && <OutcomeView c={c} outcome={outcome} />}
      {mayWork && <UndoButton c={c} services={services} />}
      <ul class="tiles">
        {ALERT_STATES.map((state) => {
          const [count, filters] = state === 'sent' ? [owed, OWED] : [counts[state], { state }];
          return (
            <li>
              <a
                class={count > 0 ? TONES[state] : ''}
                href={alertsPath(filters)}
                {...(asked.state === state ? { 'aria-current': 'true' as const } : {})}
              >
                <strong>{count}</strong> {words.alerts.states[state]}
              </a>
            </li>
          );
        })}
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
      {ALERT_STATES.every((state) => counts[state] === 0) && <WhyNone c={c} services={services} />}
      <p class="hint">{words.span.opened}</p>
      <PeriodLinks c={c} today={today} />
      <AlertChoice c={c} services={services} />
      <KeptFilters c={c} services={services} />
      {mayWork && <Keys c={c} />}
      <form class="listing" method="post" action={address.pathname + address.search}>
        <FormToken c={c} />
        <input type="hidden" name="from" value="list" />
        <TableView c={c} table={marked} />
        {mayWork && alerts.length > 0 && <Bulk c={c} services={services} />}
      </form>
      <Turner c={c} address={address} label={words.nav.alerts} offset={offset} size={PAGE} more={!took && alerts.length === PAGE} />
      {mended.length > 0 && <Chart c={c} title={words.alerts.rectification} data={rectification.data} table={rectification.table} />}
      <p class="hint">
        <a href="/feeds/alerts.atom">{words.alerts.feed}</a> <a href="/feeds/due.ics">{words.alerts.calendar}</a>
      </p>
    </>,
  );
}

/** That there is no alert says nothing as long as no audit was there to open one. */
async function WhyNone({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const why = whyNone((await services.judgementFor(c)).run, services.config.estate.timezone);
  return why && <p class="note">{c.var.words.alerts.whyNone(why)}</p>;
}

const TONES: Partial<Record<AlertState, string>> = { open: 'warn', confirmed: 'warn', rectified: 'good', closed: 'good' };
