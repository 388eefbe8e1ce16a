import type { Alert, AlertEntry, Notice } from '../../src/model/alerts.ts';
import { quoted } from '../../src/model/sentence.ts';
import type { AlertChange } from '../../src/store/store.ts';
import { type MadeAlert, makeAlert } from '../alerts/make.ts';
import { march } from './records.ts';

/** An alert with ids of its own. */
export const alertOf = (id: string, given: MadeAlert = {}) => makeAlert({ id, key: `key ${id}`, stamp: `${id} 0`, ...given });

export function entryOf(alert: Alert, given: Partial<AlertEntry> = {}): AlertEntry {
  const { id, state: to, level } = alert;
  return {
    id: alert.stamp,
    alert: id,
    at: march(1),
    by: 'gongkai',
    event: 'opened',
    from: null,
    to,
    level,
    run: 'r',
    why: quoted('见附件\u0000'),
    because: null,
    ...given,
  };
}

/** The change that opens it. */
export const opening = (alert: Alert, notices: readonly Notice[] = []): AlertChange => ({
  alert,
  before: null,
  entries: [entryOf(alert)],
  notices,
});

export function noticeOf(alert: Alert, id: string, given: Partial<Notice> = {}): Notice {
  const to = { role: 'contact', unit: alert.unit, channel: `channel ${alert.id}`, address: 'a@example.gov.cn' } as const;
  return { id, alert: alert.id, topic: 'sent', ...to, urgent: false, createdAt: march(1), notBefore: march(2), ...given };
}
