import type { Seen } from '../../src/alerts/alert.ts';
import type { Alert } from '../../src/model/alerts.ts';
import { quoted } from '../../src/model/sentence.ts';

/** Noon of a day of March 2024 in Shanghai. */
export const noon = (day: number): Date => new Date(Date.UTC(2024, 2, day, 4));

export const seen: Seen = {
  severity: 'major',
  unit: 'water',
  url: 'http://portal.example/tzgg/',
  message: { zh: '栏目“通知公告”超期', en: 'Column "通知公告" is overdue.' },
  basis: null,
  since: '2024-03-01',
  evidence: ['2023-08-01 关于防汛的通知 http://portal.example/1'],
  measured: null,
  unmeasured: [],
};

export type MadeAlert = Partial<Omit<Alert, 'message'>> & { readonly message?: Alert['message'] | string };

/** An alert; a message in one language is the same in both. */
export function makeAlert({ message = seen.message, ...given }: MadeAlert = {}): Alert {
  return {
    id: 'a1',
    key: '["column-overdue","water","portal","tzgg",null]',
    kind: 'column',
    audience: 'unit',
    rule: 'column-overdue',
    site: 'portal',
    column: 'tzgg',
    ...seen,
    message: typeof message === 'string' ? quoted(message) : message,
    state: 'open',
    level: 0,
    observations: 1,
    openedAt: noon(1),
    firstRun: 'r1',
    lastSeen: noon(1),
    lastRun: 'r1',
    held: false,
    sentAt: null,
    reachedAt: null,
    objection: null,
    dueOn: null,
    answer: null,
    dismissal: null,
    assignee: null,
    rectifiedAt: null,
    closedAt: null,
    reopened: 0,
    stamp: 's0',
    ...given,
  };
}
