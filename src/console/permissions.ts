import type { PersonRole, TokenScope } from '../model/people.ts';
import type { Words } from './words/words.ts';

/** Who may use a route: everybody, or people of some roles. */
export type Access = 'public' | readonly PersonRole[];

export const ALL = ['supervisor', 'officer', 'unit-editor', 'viewer'] as const;
/** Those who see the whole estate. */
export const OFFICE = ['supervisor', 'officer', 'viewer'] as const;
/** Those who work on alerts and set things right. */
export const WORK = ['supervisor', 'officer'] as const;
/** Those who say something about an alert. */
export const ANSWER = ['supervisor', 'officer', 'unit-editor'] as const;
export const LEAD = ['supervisor'] as const;

export interface Permission {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: Access;
  /** What a program's token must allow; null: a route for people with a browser only. */
  readonly scope: TokenScope | null;
}

/** An entry of the menu, by its name in the words of the console. */
export type Section = Exclude<keyof Words['nav'], 'menu'>;

/** Every route of a console and who may use it, and those that stand in the menu, in its order. A route that is not here answers nobody. */
export interface RouteTable {
  readonly permissions: readonly Permission[];
  readonly menu: readonly { readonly section: Section; readonly path: string; readonly access: Access }[];
}

/** Whether somebody of a role may use a route, named by its path as it is registered. */
export function mayUse(table: RouteTable, role: PersonRole, method: Permission['method'], path: string): boolean {
  const access = table.permissions.find((one) => one.method === method && one.path === path)?.access;
  return access === 'public' || access?.includes(role) === true;
}
