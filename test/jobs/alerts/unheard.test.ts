import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Door } from '../../../crawlers/door/door.ts';
import { actOnAlert, Refused, undoActs } from '../../../jobs/alerts/act.ts';
import { alertsAfterRun } from '../../../jobs/alerts/after-run.ts';
import { deliverDue } from '../../../jobs/alerts/deliver.ts';
import { HUMAN_ACTIONS } from '../../../src/alerts/alert.ts';
import { UNDO_MS } from '../../../src/alerts/undo.ts';
import { RUNGS } from '../../../src/model/alerts.ts';
import { addDays, type Day, dayIn } from '../../../src/model/day.ts';
import { createWorkingDays } from '../../../src/timeliness/working-days.ts';
import { makeFinding, makeResult, makeRow } from '../../alerts/audits.ts';
import { makeColumn, makeResult as makeReading, makeRun } from '../../store/records.ts';
import { configWith, type Office, openOffice, putAlert, TestClock } from './office.ts';

const ZONE = 'Asia/Shanghai';
/** What nights and posts do is what is looked at: they come often. */
const HAPPENINGS = [
  'night',
  'night',
  'night',
  'post',
  'post',
  'outage',
  'repair',
  'sent',
  'sent',
  'told',
  'acknowledged',
  'objected',
  'kept',
  'undo',
] as const;
type Happening = (typeof HAPPENINGS)[number];

describe('through random acts, outages and days, with the store and the post as they are', () => {
  const clock = new TestClock('2024-03-04T10:00:00+08:00');
  let office: Office;
  /** Whether the channel takes messages. */
  let isUp = true;
  let place = 0;
  const config = configWith({
    channels: [{ type: 'webhook', id: 'hook', urlFrom: 'UNHEARD_URL', secretFrom: 'UNHEARD_SECRET', perMinute: 1000 }],
    contacts: (['contact', 'head', 'supervisor'] as const).map((role) => ({
      ...{ name: role, role, via: [{ channel: 'hook' }] },
      ...(role === 'supervisor' ? {} : { unit: 'water' }),
    })),
  });
  const calendar = createWorkingDays(config.calendar);
  const { deadlines, ladder } = config.alerts;

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
    const steps = fc.array(fc.tuple(fc.constantFrom(...HAPPENINGS), fc.integer({ min: 0, max: 8 })), { minLength: 20, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(steps, async (happenings) => {
        place += 1;
        isUp = true;
        const column = `c${place}`;
        const workshop = { ...office, config, clock };
        await office.store.columns.save('portal', [makeColumn('portal', column, { unit: 'water' })]);
        const opened = clock.now();
        const { id } = await putAlert(office.store, `alert${place}`, {
          key: JSON.stringify(['column-overdue', 'portal', column, null, null]),
          column,
          openedAt: opened,
          lastSeen: opened,
        });
        for (const [index, [happening, days]] of happenings.entries()) {
          clock.minutesLater(days * 24 * 60 + 60);
          await happen(happening, id, column, days, `${place}-${index}`, workshop).catch((error: unknown) => {
            if (!(error instanceof Refused)) throw error;
          });
        }
        climbs += await provenClimbs(id);
      }),
      { numRuns: 8, seed: 7 },
    );
    // A property that nothing ever met would prove nothing.
    expect(climbs).toBeGreaterThan(2);
  });

  async function happen(
    happening: Happening,
    id: string,
    column: string,
    back: number,
    name: string,
    workshop: Office & { config: typeof config; clock: TestClock },
  ): Promise<unknown> {
    const by = { name: '李四', theirs: HUMAN_ACTIONS, undoMs: UNDO_MS };
    const today = dayIn(ZONE, clock.now());
    switch (happening) {
      case 'night':
        return night(column, name, workshop);
      case 'post':
        return deliverDue(workshop, clock);
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
  async function night(column: string, name: string, workshop: Office & { config: typeof config; clock: TestClock }): Promise<void> {
    const at = clock.now();
    const run = makeRun(name, { asOf: at, startedAt: at, state: 'judging' });
    await office.store.runs.open(run);
    await office.store.runs.plan(run.id, [{ site: 'portal', column }]);
    await office.store.columns.record(makeReading({ run: run.id, site: 'portal', column, at, asOf: at }, [], {}));
    const site = { run: run.id, site: 'portal', at, status: 'ok', reason: null, tlsFallback: false, finalUrl: null } as const;
    await office.store.runs.recordSite({ ...site, homeUpdatedOn: null, homeReadAt: null, elements: null, traffic: run.traffic });
    const found = makeResult([makeRow('portal', column, { status: 'overdue' })], [makeFinding({ site: 'portal', column })]);
    await alertsAfterRun(workshop, run, found);
  }

  /** How often it climbed; each time by what history and post tell, and not by what the alert says of itself. */
  async function provenClimbs(id: string): Promise<number> {
    const [history, deliveries] = await Promise.all([office.store.alerts.history(id), office.store.outbox.list({ alert: id })]);
    const climbs = history.filter(({ event }) => event === 'escalated');
    for (const climb of climbs) {
      const before = history.slice(0, history.indexOf(climb));
      const begun = before.findLast(({ event }) => event === 'escalated' || event === 'kept' || event === 'sent' || event === 'told');
      const since =
        begun?.event === 'told' ? (before.find(({ event }) => event === 'sent' || event === 'told')?.at ?? begun.at) : begun!.at;
      const rung = RUNGS[climb.level - 1]!;
      const letters = deliveries.filter(
        ({ sentAt, role, createdAt }) => sentAt !== null && role === rung && createdAt >= since && sentAt < climb.at,
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
      const named = letters.flatMap(({ letter }) =>
        [...JSON.stringify(letter.sections).matchAll(/请于 (\d{4}-\d\d-\d\d) 前整改/g)].map(([, day]) => day!),
      );
      for (const day of named) expect(climbedOn > day).toBe(true);
      expect(before.findLast(({ event }) => ['objected', 'kept', 'acknowledged', 'undone'].includes(event))?.event).not.toBe('objected');
    }
    return climbs.length;
  }
});
