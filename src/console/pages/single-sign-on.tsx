import { z } from 'zod';
import { ownPath } from '../assets.ts';
import type { ConsoleContext } from '../context.ts';
import { askAuth, passCookies, tellAuth } from '../people/ask-auth.ts';
import { SINGLE_SIGN_ON } from '../people/auth.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';
import { tellProblem } from '../view/problem.tsx';

const FORM = z.object({ next: z.string().optional() });

/** Signing in where the office signs in everywhere (OpenID Connect Core 1.0, code flow with state, nonce and PKCE). */
export const registerSingleSignOn: Register = (app, services) => {
  app.write('/login/single-sign-on', 'public', async (c) => {
    const form = await readForm(c, FORM);
    if (form === null) return tellProblem(c, 400, c.var.words.error.invalid);
    const answer = await askAuth(c, services, '/sign-in/social', {
      provider: SINGLE_SIGN_ON,
      callbackURL: ownPath(form.next ?? '/'),
      errorCallbackURL: '/login',
      disableRedirect: true,
    });
    const { url } = answer.ok ? ((await answer.clone().json()) as { url?: string }) : {};
    if (!url) return c.redirect('/login?error=provider_not_reached');
    passCookies(c, answer);
    return leave(c, url);
  });

  app.read('/api/auth/callback/:provider', 'public', async (c) => {
    const answer = await tellAuth(c, services);
    const signedIn = await whoSignedIn(services, answer);
    if (signedIn === null) return answer;
    const { user, session } = signedIn;
    if (user.active !== true) {
      await services.store.people.endSession(user.id, session.id);
      return c.redirect('/login?error=account_closed');
    }
    await services.store.people.log({
      id: services.randomness.id(),
      at: services.clock.now(),
      by: user.email,
      action: 'login',
      target: 'session',
      detail: `${SINGLE_SIGN_ON} ${c.var.address}`,
    });
    return answer;
  });
};

/** Sends a browser to another origin, which a redirect could not: our policy lets forms lead to ourselves alone. */
function leave(c: ConsoleContext, url: string): Response | Promise<Response> {
  c.header('refresh', `0; url=${url}`);
  const { words } = c.var;
  return page(
    c,
    { title: words.login.title },
    <p>
      <a href={url}>{words.login.goOn}</a>
    </p>,
  );
}

/** The session that an answer opens in a browser; null where it opens none. */
async function whoSignedIn({ auth }: ConsoleServices, answer: Response) {
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (cookies.length === 0) return null;
  return auth.api.getSession({ headers: new Headers({ cookie: cookies.join('; ') }) });
}
