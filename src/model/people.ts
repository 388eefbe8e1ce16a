/** What people may do at the console, from most to least. */
export const PERSON_ROLES = ['supervisor', 'officer', 'unit-editor', 'viewer'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Somebody with an account. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: PersonRole;
  /** The unit that a unit editor answers for; null for everybody else. */
  readonly unit: string | null;
  /** False once a supervisor closed the account; it stays, since the log names it. */
  readonly active: boolean;
  readonly createdAt: Date;
}

/** An account that somebody may open with a link. Only the link's hash is kept. */
export interface Invitation {
  readonly id: string;
  readonly tokenHash: string;
  readonly name: string;
  readonly email: string;
  readonly role: PersonRole;
  readonly unit: string | null;
  readonly by: string;
  readonly at: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
}

/** What a program may do with a token: look, work on alerts and their delivery, set categories right, start audits, manage people and settings. */
export const TOKEN_SCOPES = ['read', 'alerts', 'papers', 'corrections', 'runs', 'admin'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** A program's way in, in the name of a person and never with more rights. Only the token's hash is kept. */
export interface ApiToken {
  readonly id: string;
  readonly tokenHash: string;
  readonly person: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsed: Date | null;
  readonly revokedAt: Date | null;
}

/** Filters and order of a list that a person gave a name to. */
export interface KeptFilter {
  readonly id: string;
  readonly person: string;
  /** The list's path, such as `/columns`. */
  readonly list: string;
  readonly name: string;
  /** As its address has them, without the question mark. */
  readonly query: string;
  readonly at: Date;
}

/** An open session of a person. */
export interface OpenSession {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastUsed: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
}

/** One change that somebody made, or one try to come in; written once, never changed or dropped. */
export interface LogEntry {
  readonly id: string;
  readonly at: Date;
  /** E-mail of the person, `gongkai` for the tool itself. */
  readonly by: string;
  readonly action: string;
  /** What was changed, for example `item/…` or `person/…`. */
  readonly target: string;
  readonly detail: string;
}
