import type { Alert, AlertKind } from '../model/alerts.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Side } from '../model/outcome.ts';
import type { Finding } from '../model/records.ts';

/** Rules that ask whether a site can be read at all: whichever of them speaks, it is one alert. */
const ACCESS_RULES = ['site-unreachable', 'site-blocked'];
/** What could not be read of a column, for whatever reason: for us to look at, and no word to a unit. */
const OUR_RULES = ['pages-unread', 'site-blocked'];
/** Rules that a site's units break each by itself. */
const RULES_OF_UNITS = ['duty-missing', 'disclosure-late', 'placeholder-reviewer', 'date-conflict'];

/** Rule of the alert that a column falls due soon, made from the forecast. */
export const DUE_RULE = 'column-due';
/** Rules of alerts about ourselves; no audit finds them. */
export const OWN_RULES = {
  nothingReadable: 'nothing-readable',
  runFailed: 'run-failed',
  deliveryFailed: 'delivery-failed',
  deliveriesLate: 'deliveries-late',
  workersGone: 'workers-gone',
  jobsWaiting: 'jobs-waiting',
  runStuck: 'run-stuck',
} as const;

/** What makes two findings the same alert: the rule, the site and the column; for rules of units the unit, for duties their term. */
export function alertKey(finding: Pick<Finding, 'rule' | 'site' | 'column' | 'unit' | 'since' | 'evidence'>): string {
  const rule = ACCESS_RULES.includes(finding.rule) ? 'site-access' : finding.rule;
  const unit = RULES_OF_UNITS.includes(finding.rule) ? finding.unit : null;
  const term = finding.rule === 'duty-missing' ? `${finding.evidence[0]} ${finding.since}` : null;
  return JSON.stringify([rule, finding.site, finding.column, unit, term]);
}

/** Key of the alert that a duty was not done in a term. */
export function dutyKey(rule: string, unit: string, dueOn: Day): string {
  return alertKey({ rule: 'duty-missing', site: null, column: null, unit, since: addDays(dueOn, 1), evidence: [rule] });
}

export function kindOf({ rule, site, column }: Pick<Finding, 'rule' | 'site' | 'column'>): AlertKind {
  if (ACCESS_RULES.includes(rule)) return 'access';
  if (rule === DUE_RULE) return 'due';
  if (OUR_RULES.includes(rule) || (Object.values(OWN_RULES) as string[]).includes(rule)) return 'ours';
  return column !== null ? 'column' : site !== null ? 'site' : 'unit';
}

/** Whom it is for. `side` says whose fault it was that a site could not be read; where it was not the site's, no unit hears of it. */
export function audienceOf(finding: Pick<Finding, 'rule' | 'site' | 'column'>, side: Side | null): Alert['audience'] {
  if (kindOf(finding) === 'ours' || OUR_RULES.includes(finding.rule)) return 'operators';
  return kindOf(finding) === 'access' && (side === 'us' || side === 'configuration') ? 'operators' : 'unit';
}
