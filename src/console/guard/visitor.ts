import type { MiddlewareHandler } from 'hono';
import type { ConsoleContext, ConsoleEnv, Visitor } from '../context.ts';
import type { ConsoleDeps } from '../deps.ts';
import type { Auth } from '../people/auth.ts';
import { sessionPrefix } from '../people/session-prefix.ts';
import { hashOf, sealOf } from './hash.ts';
import { tokenOf } from './token.ts';

/** Finds out who asks: a program by its token, else a person by the session's cookie. Closed accounts are nobody. */
export function knownVisitor(deps: ConsoleDeps, auth: Auth): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const token = tokenOf(c);
    const visitor = await (token === null ? bySession(c, auth, deps) : byToken(token, deps));
    c.set('visitor', visitor?.active ? visitor : null);
    if (visitor?.session) c.set('formToken', sealOf(deps.secret, `form ${visitor.session}`));
    await next();
  };
}

async function byToken(token: string, { store, clock }: ConsoleDeps): Promise<Visitor | null> {
  const known = await store.people.useToken(hashOf(token), clock.now());
  const person = known && (await store.people.get(known.person));
  return person && { ...person, session: null, scopes: known.scopes };
}

async function bySession(c: ConsoleContext, auth: Auth, deps: ConsoleDeps): Promise<Visitor | null> {
  if (!c.req.header('cookie')?.includes(`${sessionPrefix(deps)}.session`)) return null;
  const { headers, response } = await auth.api.getSession({ headers: c.req.raw.headers, returnHeaders: true });
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  if (!response) return null;
  const { id, name, email, role, unit, active, createdAt } = response.user;
  return {
    id,
    name,
    email,
    role: role as Visitor['role'],
    unit: unit ?? null,
    active: active === true,
    createdAt,
    session: response.session.id,
    scopes: null,
  };
}
