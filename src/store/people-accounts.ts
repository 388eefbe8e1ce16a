import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Database } from './database.ts';
import { accounts, people, rateLimits, sessions, verifications } from './schema/people.ts';

/** Our tables of people, sessions and ways in, as better-auth works on them. */
export function accountTables(db: Database) {
  return drizzleAdapter(db, {
    provider: 'pg',
    schema: { user: people, session: sessions, account: accounts, verification: verifications, rateLimit: rateLimits },
    transaction: true,
  });
}
