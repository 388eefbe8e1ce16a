import { actionsOf } from '../../../alerts/alert.ts';
import { standsOnUnchecked } from '../../../alerts/escalation.ts';
import { permanentLink } from '../../../alerts/letter.ts';
import { recipientsOf } from '../../../alerts/notices.ts';
import type { Alert } from '../../../model/alerts.ts';
import { dayIn } from '../../../model/day.ts';
import { namesOf } from '../../../rows/names.ts';
import { groupBy } from '../../../timeliness/group-by.ts';
import { maySee } from '../../alerts-open-to.ts';
import { type ConsoleContext, visitorOf } from '../../context.ts';
import type { ConsoleServices } from '../../services.ts';
import { FormToken, page } from '../../view/layout.tsx';
import { listAddress } from './outcome.tsx';

/** What would go to whom, unit by unit, before many are sent at once; what cannot be sent stands apart. */
export async function sendingPreview(c: ConsoleContext, services: ConsoleServices, ids: readonly string[], why: string) {
  const { words, language } = c.var;
  const { config, clock, store } = services;
  const names = namesOf(config, language);
  const today = dayIn(config.estate.timezone, clock.now());
  const alerts = (await store.alerts.list({ ids }, { limit: ids.length, order: 'unit' })).filter((alert) => maySee(visitorOf(c), alert));
  const addresses = (alert: Alert) => recipientsOf(alert, 'sent', config.alerts);
  const canLeave = (alert: Alert) =>
    actionsOf(alert, today).includes('sent') && addresses(alert).length > 0 && !standsOnUnchecked(alert, config.pack);
  const units = groupBy(alerts.filter(canLeave), ({ unit }) => unit);
  const stay = alerts.filter((alert) => !canLeave(alert));
  const address = listAddress(c);
  const lines = (listed: readonly Alert[]) => (
    <ul class="plain">
      {listed.map((alert) => (
        <li>
          <a href={permanentLink(alert)}>{alert.message[language]}</a>
        </li>
      ))}
    </ul>
  );
  return page(
    c,
    { title: words.alerts.preview, section: 'alerts', lead: words.alerts.previewLead },
    <>
      {[...units].map(([unit, leaving]) => (
        <section>
          <h2>{names.unit(unit)}</h2>
          <p>
            {words.alerts.goesTo}
            {words.colon}
            {[...new Set(leaving.flatMap(addresses).map((way) => [way.channel, way.address].filter(Boolean).join(' ')))].join(
              language === 'zh' ? '；' : '; ',
            )}
          </p>
          {lines(leaving)}
        </section>
      ))}
      {stay.length > 0 && (
        <section>
          <h2>{words.alerts.staysHere}</h2>
          {lines(stay)}
        </section>
      )}
      <form method="post" action={address.pathname + address.search}>
        <FormToken c={c} />
        <input type="hidden" name="from" value="list" />
        <input type="hidden" name="sure" value="yes" />
        <input type="hidden" name="why" value={why} />
        {ids.map((id) => (
          <input type="hidden" name="alert" value={id} />
        ))}
        <p>
          <button type="submit" name="act" value="sent">
            {words.alerts.acts.sent}
          </button>{' '}
          <a href={address.pathname + address.search}>{words.alerts.backToList}</a>
        </p>
      </form>
    </>,
  );
}
