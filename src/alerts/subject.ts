import type { Check } from '../checks/check.ts';
import type { Alert, AlertKind } from '../model/alerts.ts';
import type { Subject } from '../model/findings.ts';
import type { Side } from '../model/outcome.ts';

/** What an alert is about, for filters and letters: by its check, else by how much of a subject it has. */
export function kindOf(check: Check, { site, column }: Subject): AlertKind {
  if (check.alertKind) return check.alertKind;
  if (check.audience === 'operators') return 'ours';
  return column !== null ? 'column' : site !== null ? 'site' : 'unit';
}

/** Whom it is for. `side` says whose fault it was that a site could not be read; where it was not the site's, no unit hears of it. */
export function audienceOf({ audience }: Check, side: Side | null): Alert['audience'] {
  return typeof audience === 'function' ? audience(side) : audience;
}
