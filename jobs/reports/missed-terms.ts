import type { Day } from '../../src/model/day.ts';
import type { Store } from '../../src/store/store.ts';

/** More than a city's alerts go through, by far. */
const ALL = 1_000_000;

/** Of units' alerts that went up the ladder since they were opened last, by id: the last day that was over when they did. */
export async function missedTerms({ alerts }: Pick<Store, 'alerts'>): Promise<Map<string, Day>> {
  const missed = new Map<string, Day>();
  // The newest come first: what happened before the last opening is another story.
  const settled = new Set<string>();
  for (const { alert, event, because } of await alerts.entries({ audience: 'unit', limit: ALL })) {
    if (!settled.has(alert) && because?.reason === 'overdue-for-mending') missed.set(alert, because.dueOn);
    if (event === 'escalated' || event === 'opened' || event === 'reopened') settled.add(alert);
  }
  return missed;
}
