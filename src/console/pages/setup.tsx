import { z } from 'zod';
import type { ConsoleContext } from '../context.ts';
import { isSame } from '../guard/hash.ts';
import { openAccount } from '../people/open-account.ts';
import { passwordProblem } from '../people/password.ts';
import type { Register } from '../register.ts';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';
import { NewPassword } from '../view/new-password.tsx';

const FORM = z.object({
  token: z.string().max(200),
  name: z.string().trim().min(1).max(80),
  email: z.email().max(200),
  password: z.string().max(1000),
  again: z.string().max(1000),
});

/** What is shown again of a form that was refused, whatever was wrong with it. */
const FILLED = z.object({ token: z.string(), name: z.string(), email: z.string() });

/** The first account, made by whoever reads what `serve` printed. */
export const registerSetup: Register = (app, services) => {
  let making = false;

  app.read('/setup', 'public', async (c) =>
    (await services.store.people.count()) > 0 ? c.redirect('/login') : setupPage(c, null, { token: c.req.query('token') }),
  );

  app.write('/setup', 'public', async (c) => {
    const { words } = c.var;
    if (making || (await services.store.people.count()) > 0) return c.redirect('/login');
    const form = await readForm(c, FORM);
    if (form === null) return setupPage(c, words.error.invalid, (await readForm(c, FILLED)) ?? {});
    if (!isSame(form.token, services.setupToken)) return setupPage(c, words.setup.wrongToken, form);
    const problem = form.password === form.again ? passwordProblem(form.password, form, words) : words.account.differ;
    if (problem) return setupPage(c, problem, form);
    making = true;
    try {
      await openAccount(services, { ...form, role: 'supervisor', unit: null }, form.password);
      await services.note(c, 'setup', `person/${form.email}`, 'supervisor');
    } finally {
      making = false;
    }
    return c.redirect('/login');
  });
};

function setupPage(c: ConsoleContext, problem: string | null, filled: Partial<Record<'token' | 'name' | 'email', string | undefined>>) {
  const { words } = c.var;
  if (problem) c.status(400);
  return page(
    c,
    { title: words.setup.title, lead: words.setup.lead, narrow: true },
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form class="card" method="post" action="/setup">
        <label>
          <span>{words.setup.token}</span>
          <input name="token" required value={filled.token ?? ''} autocomplete="off" />
        </label>
        <label>
          <span>{words.people.name}</span>
          <input name="name" required autocomplete="name" value={filled.name ?? ''} />
        </label>
        <label>
          <span>{words.login.email}</span>
          <input type="email" name="email" required autocomplete="username" value={filled.email ?? ''} />
        </label>
        <NewPassword words={words} />
        <button type="submit">{words.setup.submit}</button>
      </form>
    </>,
  );
}
