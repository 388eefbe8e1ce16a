import type { MiddlewareHandler } from 'hono';
import type { ConsoleContext, ConsoleEnv } from '../context.ts';
import { tellProblem } from '../view/problem.tsx';

/** NUL as JSON escapes it, unless the backslash itself is escaped. */
const ESCAPED_NUL = /(?<!\\)(?:\\\\)*\\u0000/;

/**
 * PostgreSQL keeps no text that holds a NUL, and nobody types one: no page has it in its address, and no question or form that
 * holds one is answered.
 */
export const rejectNul: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  const { words } = c.var;
  const { pathname, search } = new URL(c.req.url);
  if (pathname.includes('%00')) return tellProblem(c, 404, words.error.notFound);
  if (search.includes('%00') || (await sendsNul(c))) return tellProblem(c, 400, words.error.nul);
  return next();
};

async function sendsNul(c: ConsoleContext): Promise<boolean> {
  const type = c.req.header('content-type') ?? '';
  if (c.req.raw.body === null) return false;
  if (type.includes('json')) {
    const text = await c.req.text();
    return text.includes('\0') || ESCAPED_NUL.test(text);
  }
  if (!type.startsWith('multipart/form-data') && !type.startsWith('application/x-www-form-urlencoded')) return false;
  // What cannot be read as a form is told by whoever asks for its fields.
  const form = await c.req.formData().catch(() => new FormData());
  return [...form].flat().some((text) => typeof text === 'string' && text.includes('\0'));
}
