import type { PersonRole, TokenScope } from '../model/people.ts';

/** Who may use a route: everybody, everybody with an account, or some roles. */
export type Access = 'public' | readonly PersonRole[];

const ALL = ['supervisor', 'officer', 'unit-editor', 'viewer'] as const;
/** Those who see the whole estate. */
const OFFICE = ['supervisor', 'officer', 'viewer'] as const;
/** Those who work on alerts and set things right. */
const WORK = ['supervisor', 'officer'] as const;
/** Those who say something about an alert. */
const ANSWER = ['supervisor', 'officer', 'unit-editor'] as const;
const LEAD = ['supervisor'] as const;

export interface Permission {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: Access;
  /** What a program's token must allow; null: a route for people with a browser only. */
  readonly scope: TokenScope | null;
}

const read = (path: string, access: Access, scope: TokenScope | null = null): Permission => ({ method: 'GET', path, access, scope });
const write = (path: string, access: Access, scope: TokenScope | null = null): Permission => ({ method: 'POST', path, access, scope });

/**
 * Every route of the console and who may use it. A route that is not here answers nobody. Where a unit editor is let in, the page
 * gets nothing to show but what belongs to the editor's unit (`judgementFor`, `ownUnit`).
 */
export const PERMISSIONS: readonly Permission[] = [
  read('/assets/:file', 'public'),
  read('/health', 'public'),
  read('/language/:language', 'public'),
  read('/login', 'public'),
  write('/login', 'public'),
  write('/login/single-sign-on', 'public'),
  read('/api/auth/callback/:provider', 'public'),
  read('/setup', 'public'),
  write('/setup', 'public'),
  read('/invitation/:token', 'public'),
  write('/invitation/:token', 'public'),
  write('/logout', ALL),

  read('/', ALL),
  read('/columns', ALL),
  read('/columns/:site/:column', ALL),
  write('/columns/:site/:column/category', WORK),
  read('/pages/:hash', ALL),
  read('/pages/:hash/view', ALL, 'read'),
  read('/pages/:hash/screenshot', ALL, 'read'),
  read('/alerts', ALL),
  write('/alerts', ANSWER),
  read('/alerts/:alert', ALL),
  read('/duties', ALL),
  read('/duties/approvals', OFFICE),
  write('/duties/approvals', WORK),
  write('/duties/approvals/withdraw', WORK),
  read('/duty', ALL),
  read('/pairs', ALL),
  read('/units', ALL),
  read('/units/:unit', ALL),
  read('/sites', OFFICE),
  read('/sites/:site', OFFICE),
  read('/categories', OFFICE),
  read('/items', ALL),
  read('/item', ALL),
  write('/item/category', WORK),
  read('/runs', OFFICE),
  read('/runs/:run', OFFICE),
  write('/runs', LEAD),
  read('/rules', ALL),
  read('/deliveries', OFFICE),
  read('/deliveries/:delivery', OFFICE),
  write('/deliveries/:delivery/retry', WORK),

  read('/account', ALL),
  write('/account/password', ALL),
  write('/account/sessions/end', ALL),
  write('/account/tokens', ALL),
  write('/account/tokens/revoke', ALL),
  read('/settings', LEAD),
  read('/people', LEAD),
  write('/people/invite', LEAD),
  write('/people/invitations/withdraw', LEAD),
  write('/people/tokens/revoke', LEAD),
  write('/people/:person/tokens/revoke', LEAD),
  write('/people/:person', LEAD),
  write('/people/:person/password', LEAD),
  read('/log', LEAD),
  write('/settings/channels/:channel/test', LEAD),

  read('/api/openapi.json', 'public'),
  read('/api/v1/columns', ALL, 'read'),
  read('/api/v1/columns/:site/:column', ALL, 'read'),
  read('/api/v1/units', ALL, 'read'),
  read('/api/v1/sites', OFFICE, 'read'),
  read('/api/v1/sites/:site/visits', OFFICE, 'read'),
  read('/api/v1/counts', OFFICE, 'read'),
  read('/api/v1/findings', ALL, 'read'),
  read('/api/v1/items', ALL, 'read'),
  write('/api/v1/corrections', WORK, 'corrections'),
  read('/api/v1/alerts', ALL, 'read'),
  read('/api/v1/alerts/:alert', ALL, 'read'),
  write('/api/v1/alerts/:alert/acts', ANSWER, 'alerts'),
  read('/api/v1/alerts/:alert/evidence', ALL, 'read'),
  read('/api/v1/duties', ALL, 'read'),
  read('/api/v1/approvals', OFFICE, 'read'),
  write('/api/v1/approvals', WORK, 'corrections'),
  write('/api/v1/approvals/:approval/withdraw', WORK, 'corrections'),
  read('/api/v1/forecast', ALL, 'read'),
  read('/api/v1/columns/:site/:column/year', ALL, 'read'),
  read('/api/v1/columns/:site/:column/readings', ALL, 'read'),
  read('/api/v1/columns/:site/:column/corrections', ALL, 'read'),
  read('/api/v1/rules', ALL, 'read'),
  read('/api/v1/runs', OFFICE, 'read'),
  write('/api/v1/runs', LEAD, 'runs'),
  read('/api/v1/runs/:run', OFFICE, 'read'),
  read('/api/v1/deliveries', OFFICE, 'read'),
  read('/api/v1/deliveries/:delivery/attempts', OFFICE, 'read'),
  write('/api/v1/deliveries/:delivery/retry', WORK, 'alerts'),
  read('/api/v1/people', LEAD, 'admin'),
  write('/api/v1/people/:person', LEAD, 'admin'),
  write('/api/v1/people/:person/password', LEAD, 'admin'),
  read('/api/v1/tokens', LEAD, 'admin'),
  write('/api/v1/tokens/:token/revoke', LEAD, 'admin'),
  write('/api/v1/people/:person/tokens/revoke', LEAD, 'admin'),
  read('/api/v1/invitations', LEAD, 'admin'),
  write('/api/v1/invitations', LEAD, 'admin'),
  write('/api/v1/invitations/:invitation/withdraw', LEAD, 'admin'),
  read('/api/v1/log', LEAD, 'admin'),
  read('/api/v1/settings', LEAD, 'admin'),
  write('/api/v1/channels/:channel/test', LEAD, 'admin'),
  read('/feeds/alerts.atom', ALL, 'read'),
  read('/feeds/due.ics', ALL, 'read'),
];
