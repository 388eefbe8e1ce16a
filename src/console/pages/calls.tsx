import { actionsOf } from '../../alerts/alert.ts';
import { permanentLink } from '../../alerts/letter.ts';
import type { Alert } from '../../model/alerts.ts';
import { dayIn } from '../../model/day.ts';
import { namesOf } from '../../rows/names.ts';
import { type ConsoleContext, may } from '../context.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { FormToken, page } from '../view/layout.tsx';
import { alertsPath, unitPath } from '../view/links.ts';

/** More than a city's units have open. */
const ALL = 10_000;

/** Whom to phone today, and what to tell them: a unit a card, the gravest alert of each first; a call is noted by the act that tells. */
export const registerCalls: Register = (app, services) => {
  app.section('calls', '/calls', OFFICE, async (c) => {
    const { words } = c.var;
    const today = dayIn(services.config.estate.timezone, services.clock.now());
    const open = await services.store.alerts.list(
      { audience: 'unit', states: ['confirmed', 'sent', 'acknowledged'], kinds: ['column', 'site', 'unit'] },
      { limit: ALL, order: 'gravest' },
    );
    const { open: waiting } = await services.store.alerts.counts({ audience: 'unit', states: ['open'] });
    const units = new Map<string, Alert[]>();
    for (const alert of open) {
      if (alert.unit === null || alert.held || !actionsOf(alert, today).includes('told')) continue;
      units.set(alert.unit, [...(units.get(alert.unit) ?? []), alert]);
    }
    return page(
      c,
      { title: words.calls.title, section: 'calls', lead: words.calls.lead },
      units.size === 0 ? (
        <p class="empty">
          {words.calls.nobody} {waiting > 0 && <a href={alertsPath({ state: 'open' })}>{words.calls.waiting(waiting)}</a>}
        </p>
      ) : (
        [...units].map(([unit, alerts]) => <Call c={c} services={services} unit={unit} alerts={alerts} today={today} />)
      ),
    );
  });
};

interface Called {
  readonly c: ConsoleContext;
  readonly services: ConsoleServices;
  readonly unit: string;
  /** The gravest first; at least one. */
  readonly alerts: readonly Alert[];
  readonly today: string;
}

function Call({ c, services, unit, alerts, today }: Called) {
  const { words, language } = c.var;
  const { calls } = words;
  const names = namesOf(services.config, language);
  const worst = alerts[0]!;
  const people = services.config.alerts.contacts.filter((contact) => contact.unit === unit);
  return (
    <section class="call">
      <h2>
        <a href={unitPath(unit)} lang="zh-CN">
          {names.unit(unit)}
        </a>
      </h2>
      <p>
        {people.length === 0 && calls.noContact}
        {people.map(({ name, phone }) => (
          <>
            {name} {phone === undefined ? calls.noPhone : <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}{' '}
          </>
        ))}
      </p>
      <p>
        <a href={permanentLink(worst)}>{worst.message[language]}</a> {worst.since !== null && calls.since(worst.since)}{' '}
        {worst.dueOn !== null && calls.due(names.lastDay(worst.dueOn))}
      </p>
      {worst.answer !== null && <p>{calls.promised(worst.answer.until, worst.answer.what)}</p>}
      {alerts.length > 1 && (
        <p>
          <a href={alertsPath({ unit })}>{calls.others(alerts.length - 1)}</a>
        </p>
      )}
      {may(c, 'POST', '/alerts') && (
        <form class="filters" method="post" action="/alerts">
          <FormToken c={c} />
          <input type="hidden" name="how" value="phone" />
          {alerts.map(({ id }) => (
            <input type="hidden" name="alert" value={id} />
          ))}
          <div class="field">
            <label for={`whom-${unit}`}>{words.alerts.whom}</label>
            <input type="text" id={`whom-${unit}`} name="whom" value={people[0]?.name ?? ''} maxlength={200} required />
          </div>
          <div class="field">
            <label for={`on-${unit}`}>{words.alerts.toldOn}</label>
            <input type="date" id={`on-${unit}`} name="on" value={today} required />
          </div>
          <button type="submit" name="act" value="told">
            {calls.done}
          </button>
        </form>
      )}
    </section>
  );
}
