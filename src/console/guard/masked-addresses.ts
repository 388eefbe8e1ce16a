import type { MiddlewareHandler } from 'hono';
import { maskAddresses } from '../../privacy/leaving.ts';
import type { ConsoleEnv } from '../context.ts';

/** Answers that people and programs read. Files are masked where they are written, cell by cell. */
const READ = /^(?:text\/(?:html|calendar)|application\/(?:json|(?:atom\+)?xml))/;
/** What is watched is set right there, and goes back as it stands. */
const SET_RIGHT = /^\/estate(?:\/|$)/;

/** No answer tells a number of a person that stands in an address: the last door, whatever page forgets it. */
export const maskedAddresses: MiddlewareHandler<ConsoleEnv> = async (c, next) => {
  await next();
  if (!READ.test(c.res.headers.get('content-type') ?? '') || SET_RIGHT.test(c.req.path)) return;
  const text = await c.res.text();
  c.res = new Response(maskAddresses(text), c.res);
};
