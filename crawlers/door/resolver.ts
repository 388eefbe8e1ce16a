import type { Door } from './door.ts';

/** The central government's portal: a name that has addresses of both families wherever the internet is. */
const WELL_KNOWN = 'www.gov.cn';

/**
 * The families that our resolver tells of at all: one behind a wall may know no name outside, or leave IPv6 out of every answer, and then
 * a missing address is nobody's fault but ours. Empty where it knows nothing.
 */
export async function resolverKnows(door: Pick<Door, 'addressFamilies'>): Promise<readonly (4 | 6)[]> {
  return (await door.addressFamilies(WELL_KNOWN)) ?? [];
}
