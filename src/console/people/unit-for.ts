import type { Person } from '../../model/people.ts';
import type { ConsoleServices } from '../services.ts';

/** The unit of somebody with a role: only unit editors have one, and they must; undefined where it is missing. */
export function unitFor(
  { role, unit }: { readonly role: Person['role']; readonly unit: string },
  { config }: Pick<ConsoleServices, 'config'>,
): string | null | undefined {
  if (role !== 'unit-editor') return null;
  return config.estate.units.some(({ id }) => id === unit) ? unit : undefined;
}
