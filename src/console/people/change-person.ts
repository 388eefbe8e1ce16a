import { z } from 'zod';
import { PERSON_ROLES, type Person } from '../../model/people.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import type { ConsoleServices } from '../services.ts';
import { unitFor } from './unit-for.ts';

/** What somebody may do from now on, as forms and programs write it. */
export const CHANGE = z.object({ role: z.enum(PERSON_ROLES), unit: z.string().max(100).default(''), active: z.enum(['yes', 'no']) });

/** Changes what a person may do, which ends the person's sessions; gives what is wrong, in words, or null. */
export async function changePerson(
  c: ConsoleContext,
  services: ConsoleServices,
  person: Person,
  asked: z.output<typeof CHANGE>,
): Promise<string | null> {
  const { words } = c.var;
  const unit = unitFor(asked, services);
  if (unit === undefined) return words.people.needUnit;
  const change = { role: asked.role, unit, active: asked.active === 'yes' };
  // So that there is always somebody who can open the door again.
  if (person.id === visitorOf(c).id && (!change.active || change.role !== 'supervisor')) return words.people.self;
  await services.store.people.change(person.id, change, services.clock.now());
  await services.note(c, 'change-person', `person/${person.email}`, `${change.role} ${unit ?? ''} ${change.active ? 'active' : 'closed'}`);
  return null;
}
