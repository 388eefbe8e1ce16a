import { z } from 'zod';
import { withValues } from '../../config/edit-estate.ts';
import type { Language } from '../../model/sentence.ts';
import type { ConsoleContext } from '../context.ts';
import { isSame } from '../guard/hash.ts';
import { openAccount } from '../people/open-account.ts';
import { passwordProblem } from '../people/password.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';
import { NewPassword } from '../view/new-password.tsx';

const FORM = z.object({
  token: z.string().max(200),
  name: z.string().trim().min(1).max(80),
  email: z.email().max(200),
  password: z.string().max(1000),
  again: z.string().max(1000),
  /** Of the estate, where nobody wrote one yet. */
  city: z.string().trim().min(1).max(200).optional(),
  speaks: z.enum(['zh', 'en']).optional(),
});

/** What is shown again of a form that was refused, whatever was wrong with it. */
const FILLED = z.object({ token: z.string(), name: z.string(), email: z.string(), city: z.string().optional() });

/** The first account, made by whoever reads what `serve` printed. */
export const registerSetup: Register = (app, services) => {
  let making = false;

  app.read('/setup', 'public', async (c) =>
    (await services.store.people.count()) > 0 ? c.redirect('/login') : setupPage(c, services, null, { token: c.req.query('token') }),
  );

  app.write('/setup', 'public', async (c) => {
    const { words } = c.var;
    if (making || (await services.store.people.count()) > 0) return c.redirect('/login');
    const form = await readForm(c, FORM);
    if (form === null) return setupPage(c, services, words.error.invalid, (await readForm(c, FILLED)) ?? {});
    if (!isSame(form.token, services.setupToken)) return setupPage(c, services, words.setup.wrongToken, form);
    const problem = form.password === form.again ? passwordProblem(form.password, form, words) : words.account.differ;
    if (problem) return setupPage(c, services, problem, form);
    making = true;
    try {
      await openAccount(services, { ...form, role: 'supervisor', unit: null }, form.password);
      await services.note(c, 'setup', `person/${form.email}`, 'supervisor');
      if (isBegun(services) && form.city !== undefined) await nameCity(services, form.email, form.city, form.speaks ?? 'zh');
    } finally {
      making = false;
    }
    return c.redirect(isBegun(services) ? '/login?next=/estate/sites/new' : '/login');
  });
};

/** Whether the estate watches nothing yet and is written here. */
function isBegun({ config, changeEstate }: ConsoleServices): boolean {
  return changeEstate !== undefined && config.estate.sites.length === 0;
}

/** The city's name, and the language of findings and letters. */
async function nameCity({ changeEstate }: ConsoleServices, by: string, city: string, language: Language): Promise<void> {
  const edit = (text: string) =>
    withValues(text, [
      [['name'], city],
      [['alerts', 'language'], language],
    ]);
  await changeEstate?.(edit, { by, why: city });
}

function setupPage(
  c: ConsoleContext,
  services: ConsoleServices,
  problem: string | null,
  filled: Partial<Record<'token' | 'name' | 'email' | 'city', string | undefined>>,
) {
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
        {isBegun(services) && (
          <>
            <label>
              <span>{words.setup.city}</span>
              <input name="city" required value={filled.city ?? ''} maxlength={200} />
            </label>
            <label>
              <span>{words.setup.speaks}</span>
              <select name="speaks">
                <option value="zh" selected={c.var.language === 'zh'}>
                  中文
                </option>
                <option value="en" selected={c.var.language === 'en'}>
                  English
                </option>
              </select>
            </label>
          </>
        )}
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
