import { z } from 'zod';
import { ownPath } from '../assets.ts';
import type { ConsoleContext } from '../context.ts';
import { createRateLimit } from '../guard/rate-limit.ts';
import { askAuth, passCookies } from '../people/ask-auth.ts';
import { createThrottle } from '../people/throttle.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';

const FORM = z.object({ email: z.string().max(200), password: z.string().max(1000), next: z.string().optional() });

/** Signing in and out. */
export const registerLogin: Register = (app, services) => {
  const throttle = createThrottle(services.clock, services.store.people);
  const refused = refusals(services);

  app.read('/login', 'public', async (c) => {
    if (c.var.visitor) return c.redirect('/');
    if ((await services.store.people.count()) === 0) return c.redirect('/setup');
    return loginPage(c, services, problemOf(c), '');
  });

  app.write('/login', 'public', async (c) => {
    const { login, error } = c.var.words;
    const refuse = (status: 400 | 401 | 429, message: string, email: string) => {
      c.status(status);
      return loginPage(c, services, message, email);
    };
    const form = await readForm(c, FORM);
    if (form === null) return refuse(400, error.invalid, '');
    const { email, password } = form;
    const { minutes, last } = await throttle.begin(email);
    if (minutes > 0) return refuse(429, login.slow(minutes), email);
    const answer = await askAuth(c, services, '/sign-in/email', { email, password });
    if (answer.status === 429) {
      await throttle.dropped(email);
      return refuse(429, login.slow(1), email);
    }
    const person = answer.ok ? ((await answer.clone().json()) as { user: { active?: boolean } }).user : null;
    if (person?.active !== true) {
      await refused(c, email, last ? 'login-locked' : 'login-refused');
      return refuse(401, login.wrong, email);
    }
    await throttle.succeeded(email);
    passCookies(c, answer);
    await write(c, services, email, 'login');
    return c.redirect(ownPath(form.next ?? '/'));
  });

  app.write('/logout', ALL, async (c) => {
    const answer = await askAuth(c, services, '/sign-out', {});
    passCookies(c, answer);
    await services.note(c, 'logout', 'session', c.var.address);
    return c.redirect('/login');
  });
};

/**
 * Writes down who was refused. The log is never shortened, so a stranger must not fill it: an account has a few refusals until it is
 * held up, and accounts that nobody has share one entry a minute for each address.
 */
function refusals(services: ConsoleServices) {
  const strangers = createRateLimit(services.clock, 1);
  return async (c: ConsoleContext, email: string, action: 'login-refused' | 'login-locked'): Promise<void> => {
    const { internalAdapter } = await services.auth.$context;
    if ((await internalAdapter.findUserByEmail(email)) === null) {
      if (strangers.wait(c.var.address) > 0) return;
      strangers.take(c.var.address);
    }
    await write(c, services, email, action);
  };
}

function write(c: ConsoleContext, { store, randomness, clock }: ConsoleServices, by: string, action: string): Promise<void> {
  return store.people.log({ id: randomness.id(), at: clock.now(), by, action, target: 'session', detail: c.var.address });
}

/** Why a single sign-on led back here, in words; null where none did. */
function problemOf(c: ConsoleContext): string | null {
  const { login } = c.var.words;
  const error = c.req.query('error');
  if (error === undefined) return null;
  if (error === 'account_not_linked') return login.unverified;
  return error === 'signup_disabled' ? login.unknown : error === 'account_closed' ? login.closed : login.unfinished;
}

function loginPage(c: ConsoleContext, { singleSignOn, config: { estate } }: ConsoleServices, problem: string | null, email: string) {
  const { words } = c.var;
  return page(
    c,
    { title: words.login.title, lead: words.login.lead(estate.name), narrow: true },
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form class="card" method="post" action="/login">
        <input type="hidden" name="next" value={ownPath(c.req.query('next'))} />
        <label>
          <span>{words.login.email}</span>
          <input type="email" name="email" required autocomplete="username" value={email} autofocus />
        </label>
        <label>
          <span>{words.login.password}</span>
          <input type="password" name="password" required autocomplete="current-password" />
        </label>
        <button type="submit">{words.login.submit}</button>
        <p class="hint">{words.login.forgotten}</p>
      </form>
      {singleSignOn && (
        <form method="post" action="/login/single-sign-on">
          <input type="hidden" name="next" value={ownPath(c.req.query('next'))} />
          <button type="submit" class="second">
            {words.login.singleSignOn(singleSignOn.name)}
          </button>
        </form>
      )}
    </>,
  );
}
