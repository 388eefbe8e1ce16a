import { countAlerts } from '../../alerts-query.ts';
import type { ConsoleContext } from '../../context.ts';
import type { ConsoleServices } from '../../services.ts';
import { alertsPath } from '../../view/links.ts';

/** What waits for somebody, in the order of an alert's life, and what is late. */
const WAITING = [
  { name: 'toConfirm', filters: { state: 'open' }, tone: 'warn' },
  { name: 'toSend', filters: { state: 'confirmed' }, tone: 'warn' },
  { name: 'unanswered', filters: { state: 'sent', owed: 'yes' }, tone: '' },
  { name: 'objections', filters: { state: 'objected' }, tone: 'warn' },
  { name: 'late', filters: { late: 'yes' }, tone: 'bad' },
  { name: 'toClose', filters: { state: 'rectified' }, tone: 'good' },
] as const;

/** How many alerts wait for whom. */
export async function AlertSummary({ c, services }: { c: ConsoleContext; services: ConsoleServices }) {
  const { words } = c.var;
  const counts = await Promise.all(WAITING.map(({ filters }) => countAlerts(c, services, filters)));
  return (
    <>
      <h2>
        <a href={alertsPath({})}>{words.nav.alerts}</a>
      </h2>
      <ul class="tiles">
        {WAITING.map(({ name, filters, tone }, place) => (
          <li>
            <a class={counts[place]! > 0 ? tone : ''} href={alertsPath(filters)}>
              <strong>{counts[place]}</strong> {words.today.waiting[name]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
