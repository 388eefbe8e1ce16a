import { consoleLink } from '../../model/console-link.ts';
import type { Invitation, Person } from '../../model/people.ts';
import type { Store } from '../../store/store.ts';
import type { ConsoleDeps } from '../deps.ts';
import { hashOf } from '../guard/hash.ts';

const INVITATION_MS = 7 * 86_400_000;

/** Keeps an invitation, or for somebody who has an account a new password's, and gives its link, which nobody can be told again. */
export async function makeInvitation(
  {
    store,
    clock,
    randomness,
    publicUrl,
  }: Pick<ConsoleDeps, 'clock' | 'randomness' | 'publicUrl'> & { readonly store: Pick<Store, 'people'> },
  { name, email, role, unit }: Pick<Person, 'name' | 'email' | 'role' | 'unit'>,
  by: string,
): Promise<{ readonly invitation: Invitation; readonly link: string }> {
  const token = randomness.token(32);
  const at = clock.now();
  const invitation: Invitation = {
    id: randomness.id(),
    tokenHash: hashOf(token),
    name,
    email,
    role,
    unit,
    by,
    at,
    expiresAt: new Date(at.getTime() + INVITATION_MS),
    acceptedAt: null,
  };
  await store.people.invite(invitation);
  return { invitation, link: consoleLink(`/invitation/${token}`, publicUrl) };
}
