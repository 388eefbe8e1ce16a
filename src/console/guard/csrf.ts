import type { MiddlewareHandler } from 'hono';
import type { ConsoleContext, ConsoleEnv } from '../context.ts';
import { tellProblem } from '../view/problem.tsx';
import { isSame } from './hash.ts';
import { ownOrigins } from './own-origins.ts';

const READS = ['GET', 'HEAD'];

/**
 * CSRF guard: changes only come from our own pages: the browser must say that it sends from an origin of ours, and with a session the form must hold
 * the session's token. Programs with a token of their own send no cookies and need neither.
 */
export function csrfGuard(publicUrl: string): MiddlewareHandler<ConsoleEnv> {
  const origins = ownOrigins(publicUrl);
  return async (c, next) => {
    if (READS.includes(c.req.method) || c.var.visitor?.session === null) return next();
    const { error } = c.var.words;
    const given = c.req.header('origin');
    // Whoever opened the console by another address than its own learns which one that is.
    if (given !== undefined && !origins.includes(given)) return tellProblem(c, 403, error.elsewhere(new URL(publicUrl).origin));
    const isOurs = given !== undefined || c.req.header('sec-fetch-site') === 'same-origin';
    if (!isOurs || !(await holdsToken(c))) return tellProblem(c, 403, error.form);
    await next();
  };
}

async function holdsToken(c: ConsoleContext): Promise<boolean> {
  if (c.var.visitor === null) return true;
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  return typeof body._token === 'string' && isSame(body._token, c.var.formToken);
}
