import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import type { Connection, Database } from './database.ts';
import { explained, StoreError } from './errors.ts';

const CONNECTIONS = 8;
const CONNECT_MS = 10_000;
/** A process that stands still in the middle of a transaction holds up all others no longer than this. */
const STOOD_STILL_MS = 30_000;

/** Opens a PostgreSQL that many processes share. */
export async function openShared(databaseUrl: string): Promise<Connection> {
  const place = placeOf(databaseUrl);
  const pool = new Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'gongkai',
    keepAlive: true,
    // Workers take longer to start than a page's read takes, and those of fifty people get into each other's way.
    onConnect: async (client) => {
      await client.query('set max_parallel_workers_per_gather = 0');
      await client.query(`set idle_in_transaction_session_timeout = ${STOOD_STILL_MS}`);
    },
  });
  // A connection that breaks while nobody waits for it tells here, and nobody listening would end the process;
  // whoever uses it next gets the error.
  const ignore = () => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw explained(error, place);
  }
  return { db: database(pool), place, shared: true, embedded: null, close: () => pool.end() };
}

/**
 * Transactions take their connection here: drizzle's own never gives back one on which BEGIN fails, and after a few restarts
 * of the database none would be left.
 */
function database(pool: Pool): Database {
  const db = drizzle({ client: pool });
  const transaction: typeof db.transaction = async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzle({ client }).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return Object.assign(db, { transaction }) as unknown as Database;
}

/** Host and database of a connection URL, without its password. */
function placeOf(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new StoreError(
      'DATABASE_URL 不是 PostgreSQL 地址。写法：postgres://用户:密码@主机:5432/数据库',
      'DATABASE_URL is no PostgreSQL address. Write it as postgres://user:password@host:5432/database',
    );
  }
  return `${url.host}${url.pathname}`;
}
