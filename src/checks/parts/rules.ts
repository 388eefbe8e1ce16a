import type { HonestyRule, Rule, RulePack } from '../../model/rules.ts';

/** The pack's rule of a check's own name, or null where it has none. */
export function ownRule(pack: RulePack, kind: string): HonestyRule | null {
  return pack.rules.find((rule): rule is HonestyRule => rule.kind === 'honesty' && rule.finding === kind) ?? null;
}

/** The pack's rules of one kind, in its order. */
export function rulesOf<Kind extends Rule['kind']>(pack: RulePack, kind: Kind): Extract<Rule, { kind: Kind }>[] {
  return pack.rules.filter((rule): rule is Extract<Rule, { kind: Kind }> => rule.kind === kind);
}

/** Whether a pack switched off, with its reason, the rule that makes a kind of finding. */
export function isSwitchedOff(pack: RulePack, kind: string): boolean {
  return pack.off?.some((rule) => rule.id === kind) ?? false;
}
