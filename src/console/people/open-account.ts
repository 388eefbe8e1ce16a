import type { Person } from '../../model/people.ts';
import type { ConsoleServices } from '../services.ts';

/** Makes an account with a password; somebody who has one gets the new password, and every session of the old one ends. */
export async function openAccount(
  { auth }: Pick<ConsoleServices, 'auth'>,
  person: Pick<Person, 'name' | 'email' | 'role' | 'unit'>,
  password: string,
): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = await passwords.hash(password);
  const email = person.email.toLowerCase();
  const known = await internalAdapter.findUserByEmail(email, { includeAccounts: true });
  if (known === null) {
    const { name, role, unit } = person;
    const user = await internalAdapter.createUser({ name, email, role, unit, emailVerified: true, active: true }, { method: 'admin' });
    await internalAdapter.linkAccount({ userId: user.id, providerId: PASSWORD, accountId: user.id, password: hash });
    return;
  }
  const { id } = known.user;
  const hasPassword = known.accounts.some(({ providerId }) => providerId === PASSWORD);
  if (hasPassword) await internalAdapter.updatePassword(id, hash);
  else await internalAdapter.linkAccount({ userId: id, providerId: PASSWORD, accountId: id, password: hash });
  await internalAdapter.deleteUserSessions(id);
}

const PASSWORD = 'credential';
