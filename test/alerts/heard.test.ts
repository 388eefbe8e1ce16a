import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertEvent, type Now, next } from '../../src/alerts/alert.ts';
import { deadlineOf, escalationOf } from '../../src/alerts/escalation.ts';
import { alertsSchema } from '../../src/config/alerts-file.ts';
import { type Alert, RUNGS } from '../../src/model/alerts.ts';
import { addDays, type Day } from '../../src/model/day.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import { makeAlert, seen } from './make.ts';

const calendar = createWorkingDays([{ year: 2024, source: 'test', holidays: [], workdays: [] }]);
const everybody = alertsSchema.parse({
  channels: [{ type: 'dingtalk', id: 'group', urlFrom: 'GROUP' }],
  contacts: (['contact', 'head', 'supervisor'] as const).map((role) => ({
    ...{ name: role, role, via: [{ channel: 'group' }] },
    ...(role === 'supervisor' ? {} : { unit: 'water' }),
  })),
});
/** Instants are noon of their day. */
const at = (day: Day) => new Date(`${day}T04:00:00Z`);

type Happening = 'night' | 'arrives' | 'sent' | 'told' | 'acknowledged' | 'objected' | 'kept' | 'head leaves' | 'gone';
const HAPPENINGS: readonly Happening[] = ['night', 'arrives', 'sent', 'told', 'acknowledged', 'objected', 'kept', 'head leaves', 'gone'];

describe('whatever happens to an alert, and however long messages are on their way', () => {
  it('it climbs only after a rung that was reached had all its days, and only to a rung where somebody hears of it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...HAPPENINGS), fc.integer({ min: 0, max: 9 })), { maxLength: 60 }), (happenings) => {
        let today: Day = '2024-03-04';
        let settings = everybody;
        let alert = makeAlert({ state: 'confirmed' });
        let place = 0;
        for (const [happening, days] of happenings) {
          today = addDays(today, days);
          place += 1;
          const now: Now = { at: at(today), today };
          if (happening === 'head leaves') settings = { ...settings, contacts: settings.contacts.filter(({ role }) => role !== 'head') };
          const event = eventOf(happening, alert, now);
          const step = event && next(alert, { ...event, id: `e${place}` } as AlertEvent, now);
          if (step && 'alert' in step) alert = step.alert;
          if (happening !== 'night') continue;
          const climb = escalationOf(alert, now, settings, calendar, () => `c${place}`);
          if (climb === null) continue;
          const owed = deadlineOf(alert, alert.reachedAt!.toISOString().slice(0, 10), settings, calendar);
          expect(owed! < today).toBe(true);
          const rung = RUNGS[alert.level + 1]!;
          expect(rung === 'circular' || settings.contacts.some(({ role }) => role === rung)).toBe(true);
          const after = next(alert, climb, now);
          if ('refused' in after) throw new Error(after.refused.en);
          alert = after.alert;
          expect([alert.reachedAt, alert.dueOn]).toEqual([null, null]);
        }

        function eventOf(kind: Happening, { level, state }: Alert, now: Now): Omit<AlertEvent, 'id'> | null {
          const by = 'x';
          const dueOn = deadlineOf(alert, now.today, settings, calendar);
          switch (kind) {
            case 'night':
              return { kind: 'observed', by, run: `r${place}`, seen } as Omit<AlertEvent, 'id'>;
            case 'gone':
              return { kind, by, run: `r${place}`, because: { reason: 'no-longer-found' } } as Omit<AlertEvent, 'id'>;
            case 'arrives': {
              if ((state !== 'sent' && state !== 'acknowledged') || alert.reachedAt !== null || dueOn === null) return null;
              const because = { reason: 'reached', rung: RUNGS[level]!, dueOn } as const;
              return { kind: 'reached', by, at: now.at, dueOn, because } as Omit<AlertEvent, 'id'>;
            }
            case 'told':
              return { kind, by, whom: '王五', how: 'phone', on: now.today, at: now.at, why: '', dueOn } as Omit<AlertEvent, 'id'>;
            case 'acknowledged':
              return { kind, by, what: '补发', until: now.today, dueOn } as Omit<AlertEvent, 'id'>;
            case 'head leaves':
              return null;
            default:
              return { kind, by, why: '理由' } as Omit<AlertEvent, 'id'>;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
