import type { ConsoleContext } from '../context.ts';

/**
 * The token that a program came with, empty where what it sent is none; null for a browser. Readers of feeds and calendars can send
 * no headers, so those two take the token in their address.
 */
export function tokenOf(c: ConsoleContext): string | null {
  const header = c.req.header('authorization');
  if (header === undefined) return c.req.path.startsWith('/feeds/') ? (c.req.query('token') ?? null) : null;
  const [scheme, token = ''] = header.split(' ');
  return scheme?.toLowerCase() === 'bearer' ? token : '';
}
