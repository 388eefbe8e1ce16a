import type { ConsoleContext } from '../context.ts';
import { PERMISSIONS } from '../permissions.ts';

/** The address at which a page is read again. What answers a form at an address that cannot be read has that of the page above it. */
export function pageAddress(c: ConsoleContext): URL {
  const url = new URL(c.req.url);
  if (c.req.method === 'GET') return url;
  const segments = url.pathname.split('/');
  if (isRead(segments)) return url;
  while (segments.length > 1 && !isRead(segments)) segments.pop();
  return new URL(segments.join('/') || '/', url);
}

function isRead(segments: readonly string[]): boolean {
  return PERMISSIONS.some(({ method, path }) => {
    const pattern = path.split('/');
    const fits = (part: string, place: number) => part.startsWith(':') || part === segments[place];
    return method === 'GET' && pattern.length === segments.length && pattern.every(fits);
  });
}
