import type { Person } from '../../model/people.ts';
import type { Store } from '../../store/store.ts';
import { WORK } from '../permissions.ts';

/** Those who work on alerts and can be assigned one, oldest account first. */
export async function colleagues({ people }: Pick<Store, 'people'>): Promise<Person[]> {
  return (await people.list()).filter(({ active, role }) => active && (WORK as readonly string[]).includes(role));
}
