import type { Hono } from 'hono';
import type { Sentence } from '../../model/sentence.ts';
import type { ConsoleEnv } from '../context.ts';

/** One estate of an installation that serves several. */
export interface ServedEstate {
  /** Name of its folder. */
  readonly id: string;
  /** Its city, as people know it; its folder's name where it could not be opened. */
  readonly name: string;
  /** Its console, or why there is none. */
  readonly served: Pick<Hono<ConsoleEnv>, 'fetch'> | { readonly fault: Sentence };
}

/** The cookie that says which estate a browser looks at; consoles keep their sessions apart by names of their own. */
export const CHOICE = 'gongkai-estate';

/** Where the page of all estates is. */
export const ESTATES_PATH = '/estates';

/** The address at which an estate is chosen: `/at/lanting/columns` leads to its `/columns`. */
export const estatePath = (id: string): string => `/at/${id}`;

const AT = /^\/at\/(?<id>[a-z0-9-]+)(?<rest>\/.*)?$/;

/** What a path says about the estate it is of: its id and the path within its console; null: nothing. */
export function chosenBy(path: string): { readonly id: string; readonly rest: string } | null {
  const { id, rest } = AT.exec(path)?.groups ?? {};
  return id === undefined ? null : { id, rest: rest ?? '/' };
}
