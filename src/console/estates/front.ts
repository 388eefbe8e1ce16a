import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ConsoleContext, ConsoleEnv } from '../context.ts';
import { safeHeaders } from '../guard/headers.ts';
import { chosenLanguage } from '../guard/language.ts';
import { tellProblem } from '../view/problem.tsx';
import { CHOICE, chosenBy, ESTATES_PATH, type ServedEstate } from './estate-choice.ts';
import { overview } from './overview.tsx';

/** A year: the estate that somebody works for changes seldom. */
const REMEMBERED_S = 365 * 86_400;
/** What programs ask for: they keep no cookies and follow no detours, so the estate stands in the address. */
const FOR_PROGRAMS = /^\/(?:api|feeds)\//;
/** The page for everybody, which keeps no cookies either where it stands as a frame in others' pages. */
const FOR_EVERYBODY = /^\/openness(?:\/[^/]+)?$/;
/** Files that are the same in every console. */
const SAME_EVERYWHERE = /^\/(?:assets|language)\//;

/**
 * One address before the consoles of several estates. `/at/ID/…` chooses an estate; what follows goes to the chosen one, and a page
 * of all of them stands at `/estates`. Who may see what is each console's own matter: the front knows nobody.
 */
export function createFront(estates: readonly ServedEstate[]): Hono<ConsoleEnv> {
  const front = new Hono<ConsoleEnv>();
  const find = (id: string | undefined) => estates.find((estate) => estate.id === id);

  front.get(ESTATES_PATH, safeHeaders, chosenLanguage, (c) => {
    c.set('routes', { permissions: [], menu: [] });
    return overview(c, estates);
  });

  front.all('*', async (c) => {
    const asked = chosenBy(c.req.path);
    if (asked === null) {
      const chosen = find(getCookie(c, CHOICE)) ?? (SAME_EVERYWHERE.test(c.req.path) ? estates.find(isOpen) : undefined);
      return chosen === undefined ? c.redirect(ESTATES_PATH) : hand(c, chosen, c.req.raw);
    }
    const estate = find(asked.id);
    if (estate === undefined) return c.redirect(ESTATES_PATH);
    const url = new URL(c.req.url);
    url.pathname = asked.rest;
    if (FOR_PROGRAMS.test(asked.rest)) return hand(c, estate, new Request(url, c.req.raw));
    // Nothing of whoever asks goes with it: it is the same for all.
    if (FOR_EVERYBODY.test(asked.rest) && ['GET', 'HEAD'].includes(c.req.method))
      return hand(c, estate, new Request(url, { method: c.req.method }));
    setCookie(c, CHOICE, estate.id, {
      path: '/',
      maxAge: REMEMBERED_S,
      sameSite: 'Lax',
      httpOnly: true,
      secure: url.protocol === 'https:',
    });
    return c.redirect(`${asked.rest.replace(/^\/+/, '/')}${url.search}`);
  });
  return front;
}

const isOpen = ({ served }: ServedEstate) => 'fetch' in served;

async function hand(c: ConsoleContext, { served }: ServedEstate, request: Request): Promise<Response> {
  if ('fetch' in served) return served.fetch(request, c.env);
  await chosenLanguage(c, () => Promise.resolve());
  c.set('routes', { permissions: [], menu: [] });
  return tellProblem(c, 503, served.fault[c.var.language]);
}
