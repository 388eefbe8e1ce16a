import type { Subject } from '../model/findings.ts';
import type { Check } from './check.ts';
import { checkOf } from './checks.ts';
import { type Fate, fateInColumn, fateOnSite, type Look, RULE_OFF, type Was } from './look.ts';

/** Whether a run looked where a finding or alert points, so that its word counts. */
export function wasLookedAt(check: Check, at: Subject, look: Look): boolean {
  if (check.wasLookedAt) return check.wasLookedAt(at, look);
  if (at.site === null) return true;
  return at.column === null ? look.wasSiteRead(at.site) : look.wasColumnRead(at.site, at.column);
}

/** What becomes of an alert whose finding a run did not make; one of a kind that only another version looks for is left as it is. */
export function fateOf(kind: string, was: Was, look: Look): Fate {
  const check = checkOf(kind);
  if (check === null) return 'hold';
  if (was.basis !== null && !look.isHeld(was.basis.rule)) return RULE_OFF;
  if (check.fate) return check.fate(was, look);
  if (check.subject === 'ourselves') return 'gone';
  return was.column !== null ? fateInColumn(was, look) : fateOnSite(was, look);
}
