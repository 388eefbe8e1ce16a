import type { AlertEvent } from '../../src/alerts/alert.ts';
import { deadlineOf, mayMove } from '../../src/alerts/escalation.ts';
import { follow, OURSELVES, unchanged } from '../../src/alerts/open-alerts.ts';
import { RUNGS } from '../../src/model/alerts.ts';
import { dayIn } from '../../src/model/day.ts';
import type { AlertChange } from '../../src/store/store.ts';
import { type AlertOffice, nowAt, postalOf } from './office.ts';

/** Rounds in which changes that people made at the same moment are taken up. */
const ROUNDS = 5;

/**
 * Begins the clock of alerts whose present rung was reached: from the day on which a message to it was first accepted. It asks what was
 * accepted and not what was just sent, so that a process that died in between is made up for by the next.
 */
export async function noteArrivals(office: AlertOffice): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const changes = await changesOf(office);
    if (changes.length === 0 || (await office.store.alerts.apply(changes)).length === 0) return;
  }
}

async function changesOf(office: AlertOffice): Promise<AlertChange[]> {
  const { settings, zone, calendar, mint } = postalOf(office);
  const now = nowAt(office.clock, zone);
  return (await office.store.outbox.arrivals()).flatMap(({ alertNow: alert, at }) => {
    const rung = RUNGS[alert.level];
    const dueOn = deadlineOf(alert, dayIn(zone, at), settings, calendar);
    if (rung === undefined || dueOn === null) return [];
    const because = { reason: 'reached' as const, rung, dueOn, ...(mayMove(dueOn, calendar) ? { mayMove: true as const } : {}) };
    const event: AlertEvent = { kind: 'reached', id: mint(), by: OURSELVES, at, dueOn, because };
    return follow(unchanged(alert), [event], now) ?? [];
  });
}
