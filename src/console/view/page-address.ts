import type { ConsoleContext } from '../context.ts';

/** The address at which a page is read again. What answers a form at an address that cannot be read has that of the page above it. */
export function pageAddress(c: ConsoleContext): URL {
  const url = new URL(c.req.url);
  if (c.var.under !== undefined) url.pathname = c.var.under + url.pathname;
  if (c.req.method === 'GET') return url;
  const segments = url.pathname.split('/');
  if (isRead(c, segments)) return url;
  while (segments.length > 1 && !isRead(c, segments)) segments.pop();
  return new URL(segments.join('/') || '/', url);
}

function isRead(c: ConsoleContext, segments: readonly string[]): boolean {
  return c.var.routes.permissions.some(({ method, path }) => {
    const pattern = path.split('/');
    const fits = (part: string, place: number) => part.startsWith(':') || part === segments[place];
    return method === 'GET' && pattern.length === segments.length && pattern.every(fits);
  });
}
