import { addDays, dayIn, startOfDay } from '../../src/model/day.ts';
import type { Workshop } from '../workshop.ts';

/** List pages as fetched are kept this long after they were last used: a yearly assessment and the time to contest it. */
const KEPT_DAYS = 400;

/** Drops evidence whose time is over; what a finding rests on is kept. */
export async function pruneEvidence({ store, clock, config }: Workshop): Promise<void> {
  const zone = config.estate.timezone;
  await store.evidence.prune(startOfDay(zone, addDays(dayIn(zone, clock.now()), -KEPT_DAYS)));
}
