import { ownPath } from '../assets.ts';
import type { ConsoleContext } from '../context.ts';
import type { Desk } from '../desk.ts';
import { addressOf, askAuth, passCookies } from '../people/ask-auth.ts';
import { createThrottle } from '../people/throttle.ts';
import type { Register } from '../registrations.ts';
import { page } from '../view/layout.tsx';

/** Signing in and out. */
export const registerLogin: Register = (app, desk) => {
  const throttle = createThrottle(desk.clock);

  app.get('/login', async (c) => {
    if (c.var.visitor) return c.redirect('/');
    if ((await desk.store.people.count()) === 0) return c.redirect('/setup');
    return loginPage(c, desk, problemOf(c));
  });

  app.post('/login', async (c) => {
    const form = await c.req.parseBody();
    const [email, password] = [form.email, form.password].map((field) => (typeof field === 'string' ? field : '')) as [string, string];
    const wait = throttle.wait(email);
    if (wait > 0) return refuse(c, desk, 429, c.var.words.login.slow(wait), email);
    const answer = await askAuth(c, desk, '/sign-in/email', { email, password });
    if (answer.status === 429) return refuse(c, desk, 429, c.var.words.login.slow(1), email);
    const person = answer.ok ? ((await answer.clone().json()) as { user: { active?: boolean } }).user : null;
    if (person?.active !== true) {
      throttle.failed(email);
      return refuse(c, desk, 401, c.var.words.login.wrong, email);
    }
    throttle.succeeded(email);
    passCookies(c, answer);
    await desk.store.people.log({
      id: desk.randomness.id(),
      at: desk.clock.now(),
      by: email,
      action: 'login',
      target: 'session',
      detail: addressOf(c),
    });
    return c.redirect(ownPath(typeof form.next === 'string' ? form.next : '/'));
  });

  app.post('/logout', async (c) => {
    const answer = await askAuth(c, desk, '/sign-out', {});
    passCookies(c, answer);
    await desk.note(c, 'logout', 'session', addressOf(c));
    return c.redirect('/login');
  });
};

async function refuse(c: ConsoleContext, desk: Desk, status: 401 | 429, message: string, email: string) {
  await desk.store.people.log({
    id: desk.randomness.id(),
    at: desk.clock.now(),
    by: email.slice(0, 200),
    action: 'login-refused',
    target: 'session',
    detail: addressOf(c),
  });
  c.status(status);
  return loginPage(c, desk, message);
}

/** Why a single sign-on led back here, in words; null where none did. */
function problemOf(c: ConsoleContext): string | null {
  const { login } = c.var.words;
  const error = c.req.query('error');
  if (error === undefined) return null;
  if (error === 'account_not_linked') return login.unverified;
  return error === 'signup_disabled' ? login.unknown : error === 'account_closed' ? login.closed : login.unfinished;
}

function loginPage(c: ConsoleContext, { singleSignOn, config: { estate } }: Desk, problem: string | null) {
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
          <input type="email" name="email" required autocomplete="username" autofocus />
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
