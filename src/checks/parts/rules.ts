import type { CheckRule, HonestyRule, RulePack } from '../../model/rules.ts';
import type { Check } from '../check.ts';

/** The pack's rule of a check of honesty, or null where it has none. */
export function ownRule(pack: RulePack, kind: string): HonestyRule | null {
  return pack.rules.find((rule): rule is HonestyRule => rule.kind === 'check' && rule.check === kind) ?? null;
}

/** The pack's rules of a check, in its order, with the fields of the check's own form. */
export function rulesOf<Ruled extends CheckRule>({ kind }: Pick<Check<never, Ruled>, 'kind' | 'form'>, pack: RulePack): Ruled[] {
  return pack.rules.filter((rule): rule is Ruled => rule.kind === 'check' && rule.check === kind);
}

/** Whether a pack switched off, with its reason, the rule that makes a kind of finding. */
export function isSwitchedOff(pack: RulePack, kind: string): boolean {
  return pack.off?.some((rule) => rule.id === kind) ?? false;
}
