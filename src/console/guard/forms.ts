import type { MiddlewareHandler } from 'hono';
import type { ConsoleContext, ConsoleEnv } from '../context.ts';
import { tellProblem } from '../view/problem.tsx';
import { isSame } from './hash.ts';

const READS = ['GET', 'HEAD'];

/**
 * Changes only come from our own pages: the browser must say that it sends from our origin, and with a session the form must hold
 * the session's token. Programs with a token of their own send no cookies and need neither.
 */
export function ownForms(publicUrl: string): MiddlewareHandler<ConsoleEnv> {
  const { origin } = new URL(publicUrl);
  return async (c, next) => {
    if (READS.includes(c.req.method) || c.var.visitor?.session === null) return next();
    if (!comesFrom(c, origin) || !(await holdsToken(c))) return tellProblem(c, 403, c.var.words.error.form);
    await next();
  };
}

function comesFrom(c: ConsoleContext, origin: string): boolean {
  const given = c.req.header('origin');
  if (given !== undefined) return given === origin;
  return c.req.header('sec-fetch-site') === 'same-origin';
}

async function holdsToken(c: ConsoleContext): Promise<boolean> {
  if (c.var.visitor === null) return true;
  const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  return typeof body._token === 'string' && isSame(body._token, c.var.formToken);
}
