import type { ConsoleContext } from '../context.ts';
import type { ConsoleServices } from '../services.ts';
import { ADDRESS_HEADER } from './auth.ts';

/** Asks better-auth as a browser of our own origin would; that it is one has been checked before. */
export function askAuth(c: ConsoleContext, { auth, publicUrl }: ConsoleServices, path: string, body: unknown): Promise<Response> {
  const headers = headersFor(c, { 'content-type': 'application/json', origin: new URL(publicUrl).origin });
  return auth.handler(new Request(new URL(`/api/auth${path}`, publicUrl), { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** Hands better-auth the address to which a provider sent a browser back. */
export function tellAuth(c: ConsoleContext, { auth, publicUrl }: ConsoleServices): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  return auth.handler(new Request(new URL(pathname + search, publicUrl), { headers: headersFor(c, {}) }));
}

/** Passes on what better-auth sets in the browser. */
export function passCookies(c: ConsoleContext, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
}

function headersFor(c: ConsoleContext, own: Record<string, string>): Headers {
  const headers = new Headers({ ...own, [ADDRESS_HEADER]: c.var.address });
  for (const name of ['cookie', 'user-agent']) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}
