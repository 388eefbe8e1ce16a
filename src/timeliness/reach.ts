import type { Moment } from '../counting/listed.ts';
import { type Day, dayIn } from '../model/day.ts';

/**
 * The last day of which an observation says anything. A run may be told to take another time than the clock's for "now": what it saw
 * belongs to that moment, but a page that was read today says nothing of next month.
 */
export function reachOf({ at, asOf }: { readonly at: Date; readonly asOf: Date }, { zone }: Pick<Moment, 'zone'>): Day {
  return dayIn(zone, at < asOf ? at : asOf);
}
