import type { Person } from '../../model/people.ts';
import type { Desk } from '../desk.ts';

/** Makes an account with a password. Throws where the e-mail has one already. */
export async function openAccount(
  { auth }: Desk,
  person: Pick<Person, 'name' | 'email' | 'role' | 'unit'>,
  password: string,
): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = await passwords.hash(password);
  const user = await internalAdapter.createUser(
    { ...person, email: person.email.toLowerCase(), emailVerified: true, active: true },
    { method: 'admin' },
  );
  await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash });
}
