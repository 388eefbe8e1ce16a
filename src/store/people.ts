import { and, asc, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { countedRows, storableText } from './rows.ts';
import { apiTokens, changeLog, failedSignIns, invitations, keptFilters, people, sessions } from './schema/people.ts';
import type { PeopleStore } from './store.ts';

/** Who may come in, and what they did. Passwords and single sign-on are kept by {@link accountTables}. */
export function peopleStore(db: Database): PeopleStore {
  return {
    async count() {
      const [found] = await db.select({ count: sql<number>`count(*)::int` }).from(people);
      return found?.count ?? 0;
    },

    list: () => db.select(person).from(people).orderBy(asc(people.createdAt), asc(people.id)),

    async get(id) {
      const [found] = await db.select(person).from(people).where(eq(people.id, id));
      return found ?? null;
    },

    async change(id, change, now) {
      await db.transaction(async (tx) => {
        await tx.update(people).set(change).where(eq(people.id, id));
        // Whoever is signed in with other rights than before signs in anew.
        await tx.delete(sessions).where(eq(sessions.userId, id));
        // An account that is opened again some day starts without the programs of before.
        if (change.active === false)
          await tx
            .update(apiTokens)
            .set({ revokedAt: now })
            .where(and(eq(apiTokens.person, id), isNull(apiTokens.revokedAt)));
      });
    },

    async invite(invitation) {
      await db.transaction(async (tx) => {
        await tx.delete(invitations).where(pendingFor(invitation.email));
        await tx.insert(invitations).values(invitation);
      });
    },

    async withdraw(id) {
      const gone = await db
        .delete(invitations)
        .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)))
        .returning({ id: invitations.id });
      return gone.length > 0;
    },

    invitations: () => db.select().from(invitations).where(isNull(invitations.acceptedAt)).orderBy(desc(invitations.at)),

    async invitation(tokenHash, now) {
      const [found] = await db
        .select()
        .from(invitations)
        .where(and(eq(invitations.tokenHash, tokenHash), open(now)));
      return found ?? null;
    },

    async accept(id, now) {
      const taken = await db
        .update(invitations)
        .set({ acceptedAt: now })
        .where(and(eq(invitations.id, id), open(now)))
        .returning({ id: invitations.id });
      return taken.length > 0;
    },

    async keepFilter(filter) {
      const { name, query } = filter;
      await db
        .insert(keptFilters)
        .values({ ...filter, name: storableText(name), query: storableText(query) })
        .onConflictDoUpdate({
          target: [keptFilters.person, keptFilters.list, keptFilters.name],
          set: { query: storableText(query), at: filter.at },
        });
    },

    keptFilters: (owner, list) =>
      db
        .select()
        .from(keptFilters)
        .where(and(eq(keptFilters.person, owner), eq(keptFilters.list, list)))
        .orderBy(asc(keptFilters.name)),

    async dropFilter(owner, id) {
      const [gone] = await db
        .delete(keptFilters)
        .where(and(eq(keptFilters.person, owner), eq(keptFilters.id, id)))
        .returning();
      return gone ?? null;
    },

    async addToken(token) {
      await db.insert(apiTokens).values({ ...token, scopes: [...token.scopes] });
    },

    tokens: (owner) =>
      db
        .select()
        .from(apiTokens)
        .where(owner === undefined ? undefined : eq(apiTokens.person, owner))
        .orderBy(desc(apiTokens.createdAt), asc(apiTokens.id)),

    async useToken(tokenHash, now) {
      const [found] = await db
        .update(apiTokens)
        .set({ lastUsed: now })
        .where(and(eq(apiTokens.tokenHash, tokenHash), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)))
        .returning();
      return found ?? null;
    },

    async revokeTokens({ person, id }, now) {
      const revoked = await db
        .update(apiTokens)
        .set({ revokedAt: now })
        .where(
          and(
            isNull(apiTokens.revokedAt),
            person === undefined ? undefined : eq(apiTokens.person, person),
            id === undefined ? undefined : eq(apiTokens.id, id),
          ),
        )
        .returning({ id: apiTokens.id });
      return revoked.length;
    },

    async beginSignIn(person, now, { allowed, waitMs }) {
      const over = new Date(now.getTime() - waitMs);
      const isOver = sql`${failedSignIns.last} <= ${over.toISOString()}`;
      // One statement: many guesses at once are no more than many one after the other.
      const [counted] = await db
        .insert(failedSignIns)
        .values({ person, count: 1, last: now })
        .onConflictDoUpdate({
          target: failedSignIns.person,
          set: { count: sql`case when ${isOver} then 1 else ${failedSignIns.count} + 1 end`, last: now },
          setWhere: sql`${isOver} or ${failedSignIns.count} < ${allowed}`,
        })
        .returning({ count: failedSignIns.count });
      if (counted) return { count: counted.count, heldSince: null };
      const [held] = await db.select().from(failedSignIns).where(eq(failedSignIns.person, person));
      return { count: held?.count ?? 0, heldSince: held?.last ?? null };
    },

    async forgetSignIns(person) {
      await db.delete(failedSignIns).where(eq(failedSignIns.person, person));
    },

    async dropSignIn(person) {
      await db
        .update(failedSignIns)
        .set({ count: sql`greatest(${failedSignIns.count} - 1, 0)` })
        .where(eq(failedSignIns.person, person));
    },

    sessions: (owner) =>
      db
        .select({
          id: sessions.id,
          createdAt: sessions.createdAt,
          lastUsed: sessions.updatedAt,
          expiresAt: sessions.expiresAt,
          address: sessions.ipAddress,
          agent: sessions.userAgent,
        })
        .from(sessions)
        .where(eq(sessions.userId, owner))
        .orderBy(desc(sessions.updatedAt)),

    async endSession(owner, id) {
      await db.delete(sessions).where(and(eq(sessions.userId, owner), eq(sessions.id, id)));
    },

    async endOtherSessions(owner, kept) {
      await db.delete(sessions).where(and(eq(sessions.userId, owner), ne(sessions.id, kept)));
    },

    async log(entry) {
      await db.insert(changeLog).values({ ...entry, target: storableText(entry.target), detail: storableText(entry.detail) });
    },

    logged: (limit, offset = 0) => db.select().from(changeLog).orderBy(desc(changeLog.at), desc(changeLog.id)).limit(limit).offset(offset),

    countLogged: (upTo) => countedRows(db, db.select({ one: sql`1` }).from(changeLog).limit(upTo)),
  };
}

const person = {
  id: people.id,
  name: people.name,
  email: people.email,
  role: people.role,
  unit: people.unit,
  active: people.active,
  createdAt: people.createdAt,
};

const pendingFor = (email: string) => and(eq(invitations.email, email), isNull(invitations.acceptedAt));
const open = (now: Date) => and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, now));
