import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Door } from '../../../crawlers/door/door.ts';
import { actOnAlert, Refused, undoActs } from '../../../jobs/alerts/act.ts';
import { alertsAfterRun } from '../../../jobs/alerts/after-run.ts';
import { deliverDue } from '../../../jobs/alerts/deliver.ts';
import { HUMAN_ACTIONS } from '../../../src/alerts/alert.ts';
import { UNDO_MS } from '../../../src/alerts/undo.ts';
import type { Config } from '../../../src/config/load.ts';
import { RUNGS } from '../../../src/model/alerts.ts';
import { addDays, type Day, dayIn } from '../../../src/model/day.ts';
import { createWorkingDays } from '../../../src/timeliness/working-days.ts';
import { makeFinding, makeResult, makeRow } from '../../alerts/audits.ts';
import { makeColumn, makeResult as makeReading, makeRun } from '../../store/records.ts';
import { configWith, type Office, openOffice, putAlert, TestClock } from './office.ts';

const ZONE = 'Asia/Shanghai';
/** Two units of a place: one letter tells of the alerts of one. */
const unitsOf = (place: number) => [`water${place}`, `health${place}`];
/** What nights and posts do is what is looked at: they come often, by how often is written. */
const HAPPENINGS = {
  ...{ night: 9, post: 6, sent: 4, told: 1, acknowledged: 1, objected: 1, kept: 1, undo: 1 },
  ...{ outage: 1, repair: 2, 'handed-over': 1, holidays: 3, 'more-days': 1, 'head-changes': 1 },
};
type Happening = keyof typeof HAPPENINGS;
const happenings = fc.oneof(
  ...(Object.entries(HAPPENINGS) as [Happening, number][]).map(([happening, weight]) => ({ weight, arbitrary: fc.constant(happening) })),
);

describe('through random acts, outages and days, with the store and the post as they are', () => {
  const clock = new TestClock('2024-03-04T10:00:00+08:00');
  const START = clock.time;
  let office: Office;
  /** Whether the channel takes messages. */
  let isUp = true;
  let place = 0;
  const configOf = (units: readonly string[]) =>
    configWith({
      channels: [{ type: 'webhook', id: 'hook', urlFrom: 'UNHEARD_URL', secretFrom: 'UNHEARD_SECRET', perMinute: 1000 }],
      contacts: [
        { name: '督办', role: 'supervisor', via: [{ channel: 'hook' }] },
        ...units.flatMap((unit) => (['contact', 'head'] as const).map((role) => ({ name: role, role, unit, via: [{ channel: 'hook' }] }))),
      ],
    });
  /** What held from when on: whose column it is, by which settings and calendar. */
  interface Held {
    readonly from: number;
    readonly unit: string;
    readonly config: Config;
  }
  let held: Held[] = [];
  const heldAt = (at: number): Held => held.findLast(({ from }) => from <= at)!;
  const holds = (change: Partial<Held>) => held.push({ ...held.at(-1)!, ...change, from: clock.time });

  beforeAll(async () => {
    vi.stubEnv('UNHEARD_URL', 'https://hook.example/');
    vi.stubEnv('UNHEARD_SECRET', 'x');
    const opened = await openOffice();
    const answer = () => ({ status: isUp ? 200 : 503, bytes: new TextEncoder().encode('{}'), redirects: [], detail: null });
    office = { ...opened, door: { ...opened.door, fetch: async () => answer() } as unknown as Door };
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await office.close();
  });

  it('an alert climbs only from a rung that heard of it and had all its days, those that a letter named included', async () => {
    let climbs = 0;
    const steps = fc.array(fc.tuple(happenings, fc.integer({ min: 0, max: 8 })), { minLength: 25, maxLength: 35 });
    await fc.assert(
      fc.asyncProperty(steps, async (happenings) => {
        place += 1;
        isUp = true;
        const column = `c${place}`;
        // In years whose holidays are known, so that what a notice changes is seen.
        clock.time = START;
        const units = unitsOf(place);
        held = [{ from: clock.time, unit: units[0]!, config: configOf(units) }];
        await office.store.columns.save('portal', [makeColumn('portal', column, { unit: units[0]! })]);
        const opened = clock.now();
        const { id } = await putAlert(office.store, `alert${place}`, {
          key: JSON.stringify(['column-overdue', 'portal', column, null, null]),
          unit: units[0]!,
          column,
          openedAt: opened,
          lastSeen: opened,
        });
        for (const [index, [happening, days]] of happenings.entries()) {
          clock.minutesLater(days * 24 * 60 + 60);
          const workshop = { ...office, config: held.at(-1)!.config, clock };
          await happen(happening, id, column, days, `${place}-${index}`, workshop).catch((error: unknown) => {
            if (!(error instanceof Refused)) throw error;
          });
        }
        climbs += await provenClimbs(id);
      }),
      { numRuns: 12, seed: 7, endOnFailure: true },
    );
    // A property that nothing ever met would prove nothing.
    console.log('CLIMBS', climbs);
    expect(climbs).toBeGreaterThan(2);
  });

  async function happen(
    happening: Happening,
    id: string,
    column: string,
    back: number,
    name: string,
    workshop: Office & { config: Config; clock: TestClock },
  ): Promise<unknown> {
    const by = { name: '李四', theirs: HUMAN_ACTIONS, undoMs: UNDO_MS };
    const today = dayIn(ZONE, clock.now());
    switch (happening) {
      case 'night':
        return night(column, name, workshop);
      case 'post':
        return deliverDue(workshop, clock);
      case 'handed-over':
        return holds({ unit: unitsOf(place).find((unit) => unit !== heldAt(clock.time).unit)! });
      case 'holidays':
        return holds({ config: { ...workshop.config, calendar: withDaysOff(workshop.config.calendar, addDays(today, 1), back) } });
      case 'more-days':
        return holds({ config: withAlerts(workshop.config, { deadlines: { ...workshop.config.alerts.deadlines, major: 5 + back } }) });
      case 'head-changes':
        return holds({
          config: withAlerts(workshop.config, {
            contacts: configOf(unitsOf(place)).alerts.contacts.filter(({ role }) => back % 2 === 1 || role !== 'head'),
          }),
        });
      case 'outage':
      case 'repair':
        isUp = happening === 'repair';
        return null;
      case 'undo':
        await actOnAlert(workshop, id, { kind: 'objected', why: '点错了' }, by);
        return undoActs(workshop, '李四');
      case 'told':
        return actOnAlert(workshop, id, { kind: 'told', whom: '王五', how: 'phone', on: addDays(today, -back), why: '' }, by);
      case 'acknowledged':
        return actOnAlert(workshop, id, { kind: 'acknowledged', what: '补发', until: today }, by);
      default:
        return actOnAlert(workshop, id, { kind: happening, why: '理由' }, by);
    }
  }

  /** A run that reads the column and finds it overdue still. */
  async function night(column: string, name: string, workshop: Office & { config: Config; clock: TestClock }): Promise<void> {
    const at = clock.now();
    const run = makeRun(name, { asOf: at, startedAt: at, state: 'judging' });
    await office.store.runs.open(run);
    await office.store.runs.plan(run.id, [{ site: 'portal', column }]);
    await office.store.columns.record(makeReading({ run: run.id, site: 'portal', column, at, asOf: at }, [], {}));
    const site = { run: run.id, site: 'portal', at, status: 'ok', reason: null, tlsFallback: false, finalUrl: null } as const;
    await office.store.runs.recordSite({ ...site, homeUpdatedOn: null, homeReadAt: null, elements: null, traffic: run.traffic });
    const { unit } = heldAt(clock.time);
    const found = makeResult([makeRow('portal', column, { unit, status: 'overdue' })], [makeFinding({ unit, site: 'portal', column })]);
    await alertsAfterRun(workshop, run, found);
  }

  /** How often it climbed; each time by what history and post tell, and not by what the alert says of itself. */
  async function provenClimbs(id: string): Promise<number> {
    const [history, deliveries] = await Promise.all([office.store.alerts.history(id), office.store.outbox.list({ alert: id })]);
    const climbs = history.filter(({ event }) => event === 'escalated');
    for (const climb of climbs) {
      const all = history.slice(0, history.indexOf(climb));
      // What another unit heard, and the days that it had, count for nothing.
      const before = all.slice(all.findLastIndex(({ event }) => event === 'reopened') + 1);
      const { unit: theirs, config } = heldAt(climb.at.getTime());
      const calendar = createWorkingDays(config.calendar);
      const { deadlines, ladder } = config.alerts;
      const begun = before.findLast(({ event }) => event === 'escalated' || event === 'kept' || event === 'sent' || event === 'told');
      const since =
        begun?.event === 'told' ? (before.find(({ event }) => event === 'sent' || event === 'told')?.at ?? begun.at) : begun!.at;
      const rung = RUNGS[climb.level - 1]!;
      const letters = deliveries.filter(
        ({ sentAt, role, unit, createdAt }) =>
          sentAt !== null && role === rung && (unit === null || unit === theirs) && createdAt >= since && sentAt < climb.at,
      );
      const heard = [
        ...letters.map(({ sentAt }) => dayIn(ZONE, sentAt!)),
        ...before.filter(({ at }) => at >= since).flatMap(({ because }) => (because?.reason === 'told' ? [because.on] : [])),
        ...(rung === 'contact' ? before.filter(({ event }) => event === 'acknowledged').map(({ at }) => dayIn(ZONE, at)) : []),
      ].sort();
      expect(heard.length, JSON.stringify(history)).toBeGreaterThan(0);
      const days = rung === 'contact' ? deadlines.major : ladder[rung as 'head' | 'supervisor'];
      const climbedOn = dayIn(ZONE, climb.at);
      expect(climbedOn > calendar.addWorkingDays(heard[0]! as Day, days)).toBe(true);
      // Days on which an objection waited are none of theirs.
      const withdrawn = before.findLast(({ event, from }) => event === 'acknowledged' && from === 'objected');
      if (withdrawn && withdrawn.at >= since) {
        expect(climbedOn > calendar.addWorkingDays(dayIn(ZONE, withdrawn.at), days)).toBe(true);
      }
      const named = letters.flatMap(({ letter }) =>
        [...JSON.stringify(letter.sections).matchAll(/请于 (\d{4}-\d\d-\d\d) 前整改/g)].map(([, day]) => day!),
      );
      for (const day of named) expect(climbedOn > day).toBe(true);
      expect(before.findLast(({ event }) => ['objected', 'kept', 'acknowledged', 'undone'].includes(event))?.event).not.toBe('objected');
    }
    return climbs.length;
  }
});

const withAlerts = (config: Config, given: Partial<Config['alerts']>): Config => ({ ...config, alerts: { ...config.alerts, ...given } });

/** A notice makes days off of some that were worked. */
function withDaysOff(calendar: Config['calendar'], from: Day, days: number): Config['calendar'] {
  const off = Array.from({ length: days }, (_, place) => addDays(from, place));
  return calendar.map((year) => ({ ...year, holidays: [...year.holidays, ...off.filter((day) => day.startsWith(String(year.year)))] }));
}
