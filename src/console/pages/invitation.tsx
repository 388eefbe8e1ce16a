import { z } from 'zod';
import type { Invitation } from '../../model/people.ts';
import type { ConsoleContext } from '../context.ts';
import { hashOf } from '../guard/hash.ts';
import { openAccount } from '../people/open-account.ts';
import { passwordProblem } from '../people/password.ts';
import type { Register } from '../registrations.ts';
import { readForm } from '../view/form.ts';
import { page } from '../view/layout.tsx';
import { NewPassword } from '../view/new-password.tsx';
import { tellProblem } from '../view/problem.tsx';

const FORM = z.object({ password: z.string().max(1000), again: z.string().max(1000) });

/** Where the link of an invitation leads: the invited person chooses a password. */
export const registerInvitation: Register = (app, desk) => {
  const invitationOf = (token: string) => desk.store.people.invitation(hashOf(token), desk.clock.now());

  app.get('/invitation/:token', async (c) => {
    const invitation = await invitationOf(c.req.param('token'));
    return invitation ? invitationPage(c, invitation, null) : tellProblem(c, 404, c.var.words.people.gone);
  });

  app.post('/invitation/:token', async (c) => {
    const { words } = c.var;
    const invitation = await invitationOf(c.req.param('token'));
    if (!invitation) return tellProblem(c, 404, words.people.gone);
    const form = await readForm(c, FORM);
    if (form === null) return invitationPage(c, invitation, words.error.invalid);
    const problem = form.password === form.again ? passwordProblem(form.password, invitation, words) : words.account.differ;
    if (problem) return invitationPage(c, invitation, problem);
    if (!(await desk.store.people.accept(invitation.id, desk.clock.now()))) return tellProblem(c, 404, words.people.gone);
    await openAccount(desk, invitation, form.password);
    await desk.note(c, 'invitation-accepted', `person/${invitation.email}`, invitation.role);
    return c.redirect('/login');
  });
};

function invitationPage(c: ConsoleContext, { role, email }: Invitation, problem: string | null) {
  const { words } = c.var;
  if (problem) c.status(400);
  return page(
    c,
    { title: words.people.accept, lead: words.people.acceptLead(words.roles[role]), narrow: true },
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
        <button type="submit">{words.people.accept}</button>
      </form>
    </>,
  );
}
