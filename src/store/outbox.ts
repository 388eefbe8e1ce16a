import { and, asc, count, desc, eq, getTableColumns, gt, inArray, isNull, lte, min, sql } from 'drizzle-orm';
import type { Delivery } from '../model/alerts.ts';
import { readAlert } from './alerts.ts';
import type { Database } from './database.ts';
import { countedRows, listed, selectAll } from './rows.ts';
import { alerts } from './schema/alerts.ts';
import { deliveries, deliveryAttempts, notices } from './schema/outbox.ts';
import type { DeliveryQuery, OutboxStore } from './store.ts';

const PAGE = 200;
const MINUTE = 60_000;
/** Notices composed at once: enough for every unit's digest of a morning. */
const NOTICES = 5000;

const { claim: _claim, claimedUntil: _claimedUntil, ...shown } = getTableColumns(deliveries);
const { delivery: _delivery, ...told } = getTableColumns(notices);

/** The transactional outbox: what is to be told, and the messages that tell it. */
export function outboxStore(db: Database): OutboxStore {
  return {
    async dueNotices(now) {
      const rows = await db
        .select({ notice: told, alert: alerts })
        .from(notices)
        .innerJoin(alerts, eq(alerts.id, notices.alert))
        .where(and(isNull(notices.delivery), lte(notices.notBefore, now)))
        .orderBy(asc(notices.createdAt), asc(notices.id))
        .limit(NOTICES);
      return rows.map(({ notice, alert }) => ({ ...notice, alertNow: readAlert(alert) }));
    },

    async compose(given) {
      for (const { delivery, notices: carried } of given) {
        await db.transaction(async (tx) => {
          const free = await tx
            .select({ id: notices.id })
            .from(notices)
            .where(and(sql`${notices.id} in ${listed(carried)}`, isNull(notices.delivery)))
            .for('update');
          if (free.length < carried.length) return;
          await tx
            .insert(deliveries)
            .select(selectAll(deliveries, [{ ...delivery, claim: null, claimedUntil: null }]))
            .onConflictDoNothing();
          await tx
            .update(notices)
            .set({ delivery: delivery.id })
            .where(sql`${notices.id} in ${listed(carried)}`);
        });
      }
    },

    async carried(delivery) {
      const rows = await db
        .select({ notice: told, alert: alerts })
        .from(notices)
        .innerJoin(alerts, eq(alerts.id, notices.alert))
        .where(eq(notices.delivery, delivery))
        .orderBy(asc(notices.createdAt), asc(notices.id));
      return rows.map(({ notice, alert }) => ({ ...notice, alertNow: readAlert(alert) }));
    },

    async rewrite(delivery, letter) {
      await db
        .update(deliveries)
        .set({ letter })
        .where(and(eq(deliveries.id, delivery), eq(deliveries.state, 'waiting')));
    },

    async arrivals() {
      const rung = sql`case ${alerts.level} when 0 then 'contact' when 1 then 'head' when 2 then 'supervisor' end`;
      const first = db
        .select({ alert: notices.alert, at: min(deliveries.sentAt).as('at') })
        .from(notices)
        .innerJoin(deliveries, eq(deliveries.id, notices.delivery))
        .innerJoin(alerts, eq(alerts.id, notices.alert))
        .where(
          and(
            inArray(alerts.state, ['sent', 'acknowledged']),
            isNull(alerts.reachedAt),
            eq(deliveries.state, 'sent'),
            inArray(notices.topic, ['sent', 'escalated', 'kept']),
            sql`${notices.role} = ${rung}`,
            // An office that several units' alerts go to has no unit of its own.
            sql`(${notices.unit} is null or ${notices.unit} = ${alerts.unit})`,
            // Of this round, and not what told of it before an objection or before it was sent again.
            sql`${notices.createdAt} >= ${alerts.sentAt}`,
            sql`(${alerts.objection} is null or ${notices.createdAt} > (${alerts.objection} ->> 'at')::timestamptz)`,
          ),
        )
        .groupBy(notices.alert)
        .as('first');
      const rows = await db.select({ alert: alerts, at: first.at }).from(first).innerJoin(alerts, eq(alerts.id, first.alert));
      return rows.map(({ alert, at }) => ({ alertNow: readAlert(alert), at: new Date(at!) }));
    },

    async withdraw(ids) {
      await db.delete(notices).where(and(sql`${notices.id} in ${listed(ids)}`, isNull(notices.delivery)));
    },

    claim: ({ channel, token, now, until, perMinute }) =>
      db.transaction(async (tx) => {
        // Whoever counts a channel's attempts waits for whoever is adding one.
        await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`gongkai channel ${channel}`}))`);
        const [again] = await tx.select(shown).from(deliveries).where(eq(deliveries.claim, token));
        if (again) return again;
        const [begun] = await tx
          .select({ count: count() })
          .from(deliveryAttempts)
          .where(and(eq(deliveryAttempts.channel, channel), gt(deliveryAttempts.startedAt, new Date(now.getTime() - MINUTE))));
        if ((begun?.count ?? 0) >= perMinute) return null;
        const isFree = sql`(${deliveries.claimedUntil} is null or ${deliveries.claimedUntil} <= ${now.toISOString()})`;
        const [due] = await tx
          .select({ id: deliveries.id })
          .from(deliveries)
          .where(and(eq(deliveries.channel, channel), eq(deliveries.state, 'waiting'), lte(deliveries.nextTry, now), isFree))
          .orderBy(asc(deliveries.nextTry), asc(deliveries.id))
          .limit(1)
          .for('update', { skipLocked: true });
        if (!due) return null;
        const [claimed] = await tx
          .update(deliveries)
          .set({ claim: token, claimedUntil: until, attempts: sql`${deliveries.attempts} + 1` })
          .where(eq(deliveries.id, due.id))
          .returning(shown);
        if (!claimed) return null;
        const unsettled = { endedAt: null, outcome: null, detail: null };
        await tx.insert(deliveryAttempts).values({ delivery: claimed.id, number: claimed.attempts, channel, startedAt: now, ...unsettled });
        return claimed;
      }),

    settle: ({ delivery, token, at, outcome, detail, nextTry }) =>
      db.transaction(async (tx) => {
        const [held] = await tx
          .select({ attempts: deliveries.attempts })
          .from(deliveries)
          .where(and(eq(deliveries.id, delivery), eq(deliveries.claim, token)))
          .for('update');
        if (!held) return false;
        const state = outcome === 'sent' || outcome === 'withdrawn' ? outcome : nextTry === null ? 'dead' : 'waiting';
        await tx
          .update(deliveries)
          .set({
            state,
            detail,
            claim: null,
            claimedUntil: null,
            ...(outcome === 'sent' ? { sentAt: at } : {}),
            ...(nextTry === null ? {} : { nextTry }),
          })
          .where(eq(deliveries.id, delivery));
        await tx
          .update(deliveryAttempts)
          .set({ endedAt: at, outcome, detail })
          .where(and(eq(deliveryAttempts.delivery, delivery), eq(deliveryAttempts.number, held.attempts)));
        return true;
      }),

    async get(id) {
      const [delivery] = await db.select(shown).from(deliveries).where(eq(deliveries.id, id));
      return delivery ?? null;
    },

    list: ({ limit = PAGE, offset = 0, ...query } = {}): Promise<Delivery[]> =>
      db
        .select(shown)
        .from(deliveries)
        .where(matching(db, query))
        .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
        .limit(limit)
        .offset(offset),

    count: (query, upTo) => countedRows(db, db.select({ one: sql`1` }).from(deliveries).where(matching(db, query)).limit(upTo)),

    async attempts(delivery) {
      const rows = await db
        .select()
        .from(deliveryAttempts)
        .where(eq(deliveryAttempts.delivery, delivery))
        .orderBy(asc(deliveryAttempts.number));
      return rows.map(({ channel: _, ...attempt }) => attempt);
    },

    async revive(delivery, at) {
      const revived = await db
        .update(deliveries)
        .set({ state: 'waiting', nextTry: at })
        .where(and(eq(deliveries.id, delivery), eq(deliveries.state, 'dead')))
        .returning({ id: deliveries.id });
      return revived.length > 0;
    },

    async late(now) {
      const [composed] = await db
        .select({ count: count(), since: min(deliveries.nextTry) })
        .from(deliveries)
        .where(and(eq(deliveries.state, 'waiting'), lte(deliveries.nextTry, now)));
      const [told] = await db
        .select({ count: count(), since: min(notices.notBefore) })
        .from(notices)
        .where(and(isNull(notices.delivery), lte(notices.notBefore, now)));
      const times = [composed?.since, told?.since].flatMap((since) => since?.getTime() ?? []);
      return { count: (composed?.count ?? 0) + (told?.count ?? 0), since: times.length > 0 ? new Date(Math.min(...times)) : null };
    },

    waiting: (alert) =>
      db
        .select(told)
        .from(notices)
        .where(and(eq(notices.alert, alert), isNull(notices.delivery)))
        .orderBy(asc(notices.notBefore), asc(notices.id)),
  };
}

function matching(db: Database, { states, channels, units, alert }: DeliveryQuery) {
  const carrying = (id: string) =>
    db
      .select({ id: sql<string>`${notices.delivery}` })
      .from(notices)
      .where(eq(notices.alert, id));
  return and(
    states && states.length > 0 ? inArray(deliveries.state, [...states]) : undefined,
    channels && channels.length > 0 ? inArray(deliveries.channel, [...channels]) : undefined,
    units && (units.length > 0 ? inArray(deliveries.unit, [...units]) : sql`false`),
    alert === undefined ? undefined : inArray(deliveries.id, carrying(alert)),
  );
}
