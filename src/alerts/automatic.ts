import type { AlertSettings } from '../config/alerts-file.ts';
import type { RulePack } from '../model/rules.ts';
import type { AlertChange } from '../store/store.ts';
import type { AlertEvent, Now } from './alert.ts';
import { isOwed, standsOnUnchecked } from './escalation.ts';
import { reaches } from './notices.ts';
import { follow, OURSELVES } from './open-alerts.ts';

/**
 * What follows from a change without a person: what falls due soon and faults of our own are told at once, for they accuse nobody;
 * where the configuration says so, what is confirmed is sent, if anybody of its unit hears of it and somebody compared its rule with the document.
 */
export function automatic(
  change: AlertChange,
  now: Now,
  { settings, pack }: { readonly settings: AlertSettings; readonly pack: RulePack },
  mint: () => string,
): AlertChange {
  const { alert } = change;
  const isNew = alert.state === 'open' && change.entries.some(({ event }) => event === 'opened' || event === 'reopened');
  const needsNoLook = alert.kind === 'due' || alert.audience === 'operators';
  const isConfirmed = alert.state === 'confirmed' && change.entries.some(({ to }) => to === 'confirmed');
  const send: AlertEvent = {
    kind: 'sent',
    id: mint(),
    by: OURSELVES,
    why: '',
    because: { reason: 'by-rule' },
  };
  const events: AlertEvent[] = [];
  if (isNew && needsNoLook) {
    events.push({ kind: 'confirmed', id: mint(), by: OURSELVES, why: '', because: { reason: 'needs-no-second-look' } }, send);
  }
  const isHeard = !isOwed(alert) || reaches('contact', alert.unit, settings);
  if (isConfirmed && settings.sending === 'when-confirmed' && isHeard && !standsOnUnchecked(alert, pack)) events.push(send);
  return (events.length > 0 && follow(change, events, now)) || change;
}
