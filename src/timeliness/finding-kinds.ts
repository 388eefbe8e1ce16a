import type { Finding, Severity } from '../model/records.ts';
import type { HonestyRule, Rule, RulePack, RuleSource } from '../model/rules.ts';
import type { Wording } from './wording/wording.ts';

/** All findings there are, each with the severity it has where the rule pack says nothing about it. */
export const FINDING_KINDS = {
  'column-overdue': 'major',
  'column-blank': 'major',
  'silent-columns': 'veto',
  'overdue-columns': 'veto',
  'blank-columns': 'veto',
  'home-page': 'veto',
  reachability: 'veto',
  'site-unreachable': 'major',
  'site-blocked': 'notice',
  'tls-fallback': 'minor',
  'pages-unread': 'notice',
  'future-date': 'major',
  'undated-items': 'minor',
  'back-dated': 'major',
  'date-conflict': 'notice',
  removed: 'notice',
  'placeholder-reviewer': 'minor',
  'duty-missing': 'major',
  'disclosure-late': 'minor',
} as const satisfies Record<string, Severity>;

export type FindingKind = keyof typeof FINDING_KINDS;

type Honesty = HonestyRule['finding'];

/** The pack's rule for a finding, or null where it has none. */
export function honestyRule(pack: RulePack, kind: FindingKind): HonestyRule | null {
  return pack.rules.find((rule): rule is HonestyRule => rule.kind === 'honesty' && rule.finding === (kind as Honesty)) ?? null;
}

/**
 * The pack's rule that a finding stands on, or null where the tool's own check speaks. `name` tells which of many: the category of an
 * overdue column, the id of a duty; empty where nobody knows it.
 */
export function ruleBehind(finding: string, name: string, { rules }: RulePack): Rule | null {
  const speaks = (rule: Rule): boolean => {
    if (rule.kind === 'honesty') return rule.finding === finding && finding !== 'column-overdue';
    if (rule.kind === 'column') return finding === 'column-overdue' && rule.categories.includes(name);
    if (rule.kind === 'duty') return finding === 'duty-missing' && rule.id === name;
    return rule.kind === finding || (rule.kind === 'disclosure' && finding === 'disclosure-late');
  };
  return rules.find(speaks) ?? rules.find((rule) => rule.kind === 'honesty' && rule.finding === finding) ?? null;
}

/** Whether a pack switched off, with its reason, the rule that makes a finding. */
export function isSwitchedOff(pack: RulePack, kind: FindingKind): boolean {
  return pack.off?.some((rule) => rule.id === kind) ?? false;
}

/**
 * A finding by a rule of the pack, or, where the pack has none for it, by what every audit looks at. A standard whose wording nobody
 * checked says so in its findings; checks of honesty are this tool's own and hold nothing against a unit that a text would have to say.
 */
export function finding(kind: FindingKind, rule: Rule | null, of: Omit<Finding, 'rule' | 'severity'>, wording: Wording): Finding {
  return {
    rule: kind,
    severity: rule?.severity ?? FINDING_KINDS[kind],
    ...of,
    message: rule !== null && rule.kind !== 'honesty' && !rule.verified ? of.message + wording.unverified : of.message,
    evidence: [...of.evidence, ...(rule ? [cite(rule.source)] : [])],
  };
}

/** The document and article a rule stands on, as a circular cites it. */
function cite(source: RuleSource): string {
  return [source.issuer, source.document, source.article].filter(Boolean).join(' ');
}
