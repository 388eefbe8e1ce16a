import { getCookie, setCookie } from 'hono/cookie';
import type { ConsoleContext } from '../context.ts';

const COOKIE = 'gongkai-keys';
const YEAR_SECONDS = 365 * 86_400;

/** Whether single keys do something in this browser; they do unless their user switched them off (WCAG 2.1.4). */
export function hasKeys(c: ConsoleContext): boolean {
  return getCookie(c, COOKIE) !== 'off';
}

export function setKeys(c: ConsoleContext, on: boolean): void {
  setCookie(c, COOKIE, on ? 'on' : 'off', { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true });
}
