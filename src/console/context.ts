import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Person, TokenScope } from '../model/people.ts';
import type { Language } from '../model/sentence.ts';
import { mayUse, type Permission, type RouteTable } from './permissions.ts';
import type { Words } from './words/words.ts';

/** Whoever asks, once it is known. */
export interface Visitor extends Person {
  /** Id of the browser's session; null where a program comes with a token. */
  readonly session: string | null;
  /** What the token allows; null for a session, which may do all that its person may. */
  readonly scopes: readonly TokenScope[] | null;
}

export interface ConsoleEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    visitor: Visitor | null;
    /** Where the request comes from: of those through whom it came, the last that is no proxy of our own. */
    address: string;
    language: Language;
    /** Who may use which route, and what stands in the menu. */
    routes: RouteTable;
    words: Words;
    /** What stands before the page's path where it is reached without a choice of an estate; left out: nothing. */
    under?: string;
    /** Name of the estate, where there are others to change to. */
    among: string | null;
    /** Whether what the page shows was judged before the last change, which is being judged. */
    judging?: boolean;
    /** Whether the page counts by the period that its address asks for; left out: it does not, and says so where one is asked for. */
    periodTaken?: true;
    /** Stands in every form of this session. */
    formToken: string;
  };
}

export type ConsoleContext = Context<ConsoleEnv>;

/** The visitor of a page that only signed-in people reach. */
export function visitorOf(c: ConsoleContext): Visitor {
  const { visitor } = c.var;
  if (visitor === null) throw new Error(`${c.req.path} was reached without an account`);
  return visitor;
}

/** Whether the visitor may use a route, named by its path as it is registered. */
export function may(c: ConsoleContext, method: Permission['method'], path: string): boolean {
  return mayUse(c.var.routes, visitorOf(c).role, method, path);
}

/** The unit that all a visitor sees is bound to, or null where the visitor sees the whole estate. */
export function ownUnit(visitor: Visitor): string | null {
  if (visitor.role !== 'unit-editor') return null;
  // A unit editor without unit sees nothing: no unit has an empty name.
  return visitor.unit ?? '';
}
