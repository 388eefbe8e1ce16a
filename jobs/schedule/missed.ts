import type { Site } from '../../src/model/estate.ts';
import { type DueRun, lastDue, nextAudit, type Timetable } from './due.ts';
import { nextOpening } from './window.ts';

/**
 * The run that should be under way at `now`: the latest that was due, also where nobody was there to start it (the computer was
 * off). What is started late has as much time as it would have had, but ends before the next is due; and it is worth starting only
 * where some site may be asked until then. Nothing was missed before `since`.
 */
export function wantedRun(timetable: Timetable, sites: readonly Site[], now: Date, since: Date): DueRun | null {
  const due = lastDue(timetable, now);
  if (due === null || due.dueAt < since) return null;
  const next = nextAudit(timetable, now);
  const length = due.deadline.getTime() - due.dueAt.getTime();
  const late = new Date(Math.min(now.getTime() + length, next?.dueAt.getTime() ?? Number.POSITIVE_INFINITY));
  const deadline = now < due.deadline ? due.deadline : late;
  const canBeAsked = sites.some((site) => nextOpening(site.crawl.window, timetable.zone, now) < deadline);
  return canBeAsked ? { ...due, deadline } : null;
}
