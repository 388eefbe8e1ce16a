import { actionsOf, type HumanAction } from '../../alerts/alert.ts';
import { isOwed } from '../../alerts/escalation.ts';
import { type EvidencePacket, evidenceOf } from '../../alerts/evidence.ts';
import { reaches } from '../../alerts/notices.ts';
import { whyIn } from '../../alerts/wording/why.ts';
import { isMendable } from '../../checks/checks.ts';
import type { Alert, AlertEntry } from '../../model/alerts.ts';
import { dayIn } from '../../model/day.ts';
import { type Names, namesOf } from '../../rows/names.ts';
import { isTheirs } from '../acts.ts';
import { entriesOpenTo, maySee } from '../alerts-open-to.ts';
import { may, visitorOf } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { byColumn } from '../view/by-column.tsx';
import { FormToken, page } from '../view/layout.tsx';
import { deliveryPath, entryPath } from '../view/links.ts';
import { tellProblem } from '../view/problem.tsx';
import { Status } from '../view/status.tsx';
import { exported, type Table } from '../view/table.tsx';
import type { Words } from '../words/words.ts';
import { ActFields } from './alert/act-form.tsx';
import { EvidenceView } from './alert/evidence-view.tsx';
import { Files, Say } from './alert/say.tsx';
import { Talk } from './alert/talk.tsx';
import { UndoButton } from './alert/undo-button.tsx';

/** One alert on one page: its evidence, what happened to it, what can be done. */
export const registerAlert: Register = (app, services) => {
  app.read('/alerts/:alert', ALL, async (c) => {
    const { words, language } = c.var;
    const visitor = visitorOf(c);
    const seesDeliveries = may(c, 'GET', '/deliveries');
    const alert = await services.store.alerts.get(c.req.param('alert'));
    if (alert === null || !maySee(visitor, alert)) return tellProblem(c, 404, words.error.notFound);
    const names = namesOf(services.config, language);
    const packet = await evidenceOf(alert, services);
    const by = await byColumn<AlertEntry>(services.store, words);
    const history: Table<AlertEntry> = {
      name: 'history',
      caption: words.alerts.history,
      rows: entriesOpenTo(visitor, packet.history),
      columns: [
        { head: words.head.at, value: (row) => names.time(row.at) },
        { head: words.head.action, value: (row) => words.alerts.events[row.event] },
        {
          head: words.head.status,
          value: (row) => words.alerts.states[row.to],
        },
        by,
        { head: words.head.why, value: (row) => whyIn(language, row) },
      ],
    };
    const file = await exported(c, history);
    if (file) return file;
    const today = dayIn(services.config.estate.timezone, services.clock.now());
    const acts = actionsOf(alert, today).filter((act) => isTheirs(visitor, act));
    return page(
      c,
      {
        title: alert.message[language],
        section: 'alerts',
        lead: (
          <>
            <Status name={alert.severity} of={words.severity} /> <Status name={alert.state} of={words.alerts.states} />{' '}
            {clockOf(alert, names, words)}{' '}
            <button type="button" class="plain" data-print data-script hidden>
              {words.alerts.print}
            </button>
          </>
        ),
      },
      <>
        <UndoButton c={c} services={services} alert={alert.id} />
        {acts.includes('sent') && alert.unit !== null && isOwed(alert) && !reaches('contact', alert.unit, services.config.alerts) && (
          <p class="note">
            {words.alerts.nobodyHears}{' '}
            {may(c, 'POST', '/estate/contacts/entry') && (
              <a href={entryPath('contacts', null, { role: 'contact', unit: alert.unit })}>{words.estate.addFor}</a>
            )}
          </p>
        )}
        {seesDeliveries && isUnheard(packet) && (
          <p class="problem" role="alert">
            {words.alerts.untold}
          </p>
        )}
        <EvidenceView packet={packet} names={names} words={words} language={language} publicUrl={services.publicUrl} />
        <Talk c={c} alert={alert} table={history} by={by} files={await services.store.alerts.files(alert.id)} />
        {may(c, 'POST', '/alerts') && <Say c={c} services={services} alert={alert} />}
        {packet.deliveries.length + packet.waiting.length > 0 && seesDeliveries && (
          <section>
            <h2>{words.alerts.deliveries}</h2>
            <ul class="plain">
              {packet.deliveries.map((delivery) => (
                <li>
                  <a href={deliveryPath(delivery.id)}>{names.time(delivery.createdAt)}</a> {delivery.channel} {delivery.address}{' '}
                  {words.alerts.delivery[delivery.state]} {delivery.detail?.[language]}
                </li>
              ))}
              {packet.waiting.map((notice) => (
                <li>
                  {words.alerts.delivery.waiting} {notice.channel} {names.time(notice.notBefore)}
                </li>
              ))}
            </ul>
          </section>
        )}
        <div class="two">
          {together(acts).map((group) => (
            <form class="card" method="post" action="/alerts" enctype="multipart/form-data">
              <FormToken c={c} />
              <input type="hidden" name="alert" value={alert.id} />
              <h2>{group.map((act) => words.alerts.acts[act]).join(' · ')}</h2>
              {group.some((act) => act === 'acknowledged' || act === 'objected') && <Files c={c} of={group[0]!} />}
              <ActFields c={c} acts={group} />
            </form>
          ))}
        </div>
      </>,
    );
  });
};

/** By when it is to be mended, or why no clock runs. */
function clockOf(alert: Alert, names: Names, { alerts, head }: Words): string {
  if (alert.state === 'objected') return alerts.isObjected;
  if (alert.dueOn !== null) return `${isMendable(alert.rule) ? head.mendBy : alerts.objectBy} ${names.lastDay(alert.dueOn)}`;
  return alert.state === 'sent' && alert.reachedAt === null && isOwed(alert) ? alerts.waitsForDelivery : '';
}

/** Acts that ask for nothing but a word share a form; those that ask for more have one each. */
function together(acts: readonly HumanAction[]): HumanAction[][] {
  const asks = (act: HumanAction) => ['acknowledged', 'dismissed', 'told', 'objected'].includes(act);
  return [acts.filter((act) => !asks(act)), ...acts.filter(asks).map((act) => [act])].filter((group) => group.length > 0);
}

/** Whether it was sent to its unit, and nobody was written to or told in another way. */
function isUnheard({ alert, deliveries, waiting }: EvidencePacket): boolean {
  if (alert.state !== 'sent' || alert.audience !== 'unit' || alert.reachedAt !== null) return false;
  return [...deliveries, ...waiting].every(({ createdAt }) => alert.sentAt === null || createdAt < alert.sentAt);
}
