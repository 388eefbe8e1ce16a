import { z } from 'zod';
import type { Invitation } from '../../model/people.ts';
import type { ConsoleContext } from '../context.ts';
import { hashOf } from '../guard/hash.ts';
import { openAccount } from '../people/open-account.ts';
import { passwordProblem } from '../people/password.ts';
import { revokeTokensOf, TOKENS_OF_OLD } from '../people/revoke-tokens.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';
import { NewPassword } from '../view/new-password.tsx';
import { tellProblem } from '../view/problem.tsx';
import { TokensChoice } from '../view/tokens-choice.tsx';

const FORM = z.object({ password: z.string().max(1000), again: z.string().max(1000), tokens: TOKENS_OF_OLD });

/** Where the link of an invitation leads: the invited person chooses a password, or a new one who has an account. */
export const registerInvitation: Register = (app, services) => {
  const invitationOf = (token: string) => services.store.people.invitation(hashOf(token), services.clock.now());

  app.read('/invitation/:token', 'public', async (c) => {
    const invitation = await invitationOf(c.req.param('token'));
    return invitation ? invitationPage(c, services, invitation, null) : tellProblem(c, 404, c.var.words.people.gone);
  });

  app.write('/invitation/:token', 'public', async (c) => {
    const { words } = c.var;
    const invitation = await invitationOf(c.req.param('token'));
    if (!invitation) return tellProblem(c, 404, words.people.gone);
    const form = await readForm(c, FORM);
    if (form === null) return invitationPage(c, services, invitation, words.error.invalid);
    const problem = form.password === form.again ? passwordProblem(form.password, invitation, words) : words.account.differ;
    if (problem) return invitationPage(c, services, invitation, problem);
    if (!(await services.store.people.accept(invitation.id, services.clock.now()))) return tellProblem(c, 404, words.people.gone);
    await openAccount(services, invitation, form.password);
    const person = await personOf(services, invitation);
    if (person !== null && form.tokens === 'revoke') await revokeTokensOf(c, services, person);
    await services.note(c, 'invitation-accepted', `person/${invitation.email}`, invitation.role);
    return c.redirect('/login');
  });
};

async function personOf({ store }: ConsoleServices, { email }: Invitation) {
  return (await store.people.list()).find((person) => person.email.toLowerCase() === email.toLowerCase()) ?? null;
}

async function invitationPage(c: ConsoleContext, services: ConsoleServices, invitation: Invitation, problem: string | null) {
  const { words } = c.var;
  const { people } = words;
  const { role, email } = invitation;
  const hasAccount = (await personOf(services, invitation)) !== null;
  const title = hasAccount ? people.choosePassword : people.accept;
  const lead = hasAccount ? people.choosePasswordLead : people.acceptLead(words.roles[role]);
  if (problem) c.status(400);
  return page(
    c,
    { title, lead, narrow: true },
    <>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <form class="card" method="post">
        <label>
          <span>{words.login.email}</span>
          <input type="email" name="shown" value={email} readonly autocomplete="username" />
        </label>
        <NewPassword words={words} />
        {hasAccount && <TokensChoice words={words} />}
        <button type="submit">{title}</button>
      </form>
    </>,
  );
}
