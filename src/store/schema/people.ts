import { bigint, boolean, index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core';
import type { PersonRole, TokenScope } from '../../model/people.ts';
import { gongkai, instant } from './types.ts';

/** Accounts of people. The names of fields here and in the next four tables are better-auth's. */
export const people = gongkai.table('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull(),
  image: text('image'),
  role: text('role').$type<PersonRole>().notNull(),
  unit: text('unit'),
  active: boolean('active').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const sessions = gongkai.table(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('person')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    ipAddress: text('address'),
    userAgent: text('agent'),
  },
  (table) => [index('sessions_person').on(table.userId)],
);

/** Ways in of a person: a password, or an identity at a single sign-on provider. */
export const accounts = gongkai.table(
  'accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('person')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('accounts_person').on(table.userId)],
);

export const verifications = gongkai.table(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
);

export const rateLimits = gongkai.table('rate_limits', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});

export const invitations = gongkai.table('invitations', {
  id: text('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  role: text('role').$type<PersonRole>().notNull(),
  unit: text('unit'),
  by: text('by').notNull(),
  at: instant('at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  acceptedAt: instant('accepted_at'),
});

export const apiTokens = gongkai.table(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    person: text('person')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    scopes: jsonb('scopes').$type<readonly TokenScope[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    lastUsed: instant('last_used'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('api_tokens_person').on(table.person)],
);

/** Filters of lists that people gave names to; a name is used once a person and list. */
export const keptFilters = gongkai.table(
  'kept_filters',
  {
    id: text('id').primaryKey(),
    person: text('person')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    list: text('list').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [unique('kept_filters_name').on(table.person, table.list, table.name)],
);

/** Passwords tried in vain for one account, and when last: one row an account, whatever names strangers type. */
export const failedSignIns = gongkai.table('failed_sign_ins', {
  person: text('person')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  count: integer('count').notNull(),
  last: instant('last').notNull(),
});

/** Append-only: a trigger of the migration refuses to change or drop a row. */
export const changeLog = gongkai.table(
  'change_log',
  {
    id: text('id').primaryKey(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    action: text('action').notNull(),
    target: text('target').notNull(),
    detail: text('detail').notNull(),
  },
  (table) => [index('change_log_newest').on(table.at.desc(), table.id)],
);
