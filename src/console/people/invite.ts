import { z } from 'zod';
import { type Invitation, PERSON_ROLES, type Person } from '../../model/people.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import type { ConsoleServices } from '../services.ts';
import { makeInvitation } from './invitation-link.ts';
import { unitFor } from './unit-for.ts';

/** Whom somebody invites, as forms and programs write it. */
export const INVITE = z.object({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(200),
  role: z.enum(PERSON_ROLES),
  unit: z.string().max(100).default(''),
});

/** The invitation with its link, which nobody can be told again; or what is wrong, in words. */
export type Invited = { readonly invitation: Invitation; readonly link: string } | { readonly problem: string };

/** Invites somebody who has no account yet. */
export async function invite(c: ConsoleContext, services: ConsoleServices, asked: z.output<typeof INVITE>): Promise<Invited> {
  const { words } = c.var;
  const unit = unitFor(asked, services);
  if (unit === undefined) return { problem: words.people.needUnit };
  const email = asked.email.toLowerCase();
  if ((await services.store.people.list()).some((person) => person.email === email)) return { problem: words.people.exists };
  await services.note(c, 'invite', `person/${email}`, `${asked.role} ${unit ?? ''}`.trim());
  return makeInvitation(services, { ...asked, email, unit }, visitorOf(c).email);
}

/** A link by which somebody who has an account chooses a new password. */
export async function renewPassword(c: ConsoleContext, services: ConsoleServices, person: Person): Promise<Invited> {
  await services.note(c, 'renew-password', `person/${person.email}`, '');
  return makeInvitation(services, person, visitorOf(c).email);
}

/** Takes back an invitation that nobody accepted, and notes it; false where there is none. */
export async function withdrawInvitation(c: ConsoleContext, services: ConsoleServices, id: string): Promise<boolean> {
  const invitation = (await services.store.people.invitations()).find((one) => one.id === id);
  if (!invitation || !(await services.store.people.withdraw(id))) return false;
  await services.note(c, 'withdraw-invitation', `person/${invitation.email}`, '');
  return true;
}
