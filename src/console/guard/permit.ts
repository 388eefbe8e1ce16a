import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { ConsoleContext, ConsoleEnv } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { tellProblem } from '../view/problem.tsx';

/** Lets through who may use the route that is asked for, by the table of permissions; a route that is not in it answers nobody. */
export const permit: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL');
  const permission = route && c.var.routes.permissions.find(({ method, path }) => method === route.method && path === route.path);
  if (permission === undefined) return tellProblem(c, 404, c.var.words.error.notFound);
  if (permission.access === 'public') return next();
  const { visitor } = c.var;
  if (visitor === null) return askToSignIn(c);
  const allowed = permission.access.includes(visitor.role) && coversScope(visitor.scopes, permission.scope);
  if (!allowed) return tellProblem(c, 403, c.var.words.error.forbidden);
  await next();
};

function coversScope(scopes: readonly string[] | null, scope: Permission['scope']): boolean {
  return scopes === null || (scope !== null && scopes.includes(scope));
}

function askToSignIn(c: ConsoleContext): Response | Promise<Response> {
  const { path, method } = c.req;
  const isProgram = path.startsWith('/api/') || path.startsWith('/feeds/');
  if (isProgram) c.header('www-authenticate', 'Bearer');
  if (isProgram || method !== 'GET') return tellProblem(c, 401, c.var.words.login.title);
  const url = new URL(c.req.url);
  return c.redirect(`/login?next=${encodeURIComponent(url.pathname + url.search)}`);
}
