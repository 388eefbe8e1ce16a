import type { Day } from '../model/day.ts';
import type { Rule, RulePack } from '../model/rules.ts';

/**
 * The pack as it holds on a day: a rule whose document is no longer valid judges nobody. What is asked of a category then is the
 * taxonomy's default. A pack that was not yet valid may still be asked what it would have said.
 */
export function inForce(pack: RulePack, day: Day): RulePack {
  return { ...pack, rules: pack.rules.filter((rule) => !hasExpired(rule, day)) };
}

/** The documents, as a circular cites them, whose rules in a pack no longer hold; each once. */
export function expiredDocuments(pack: RulePack, day: Day): string[] {
  const expired = pack.rules.filter((rule) => hasExpired(rule, day));
  return [...new Set(expired.map(({ source: { document, validTo } }) => `${document}（至 ${validTo}）`))];
}

/** A duty keeps its rule for terms that ended while it was law; which those are, its terms say. */
function hasExpired({ kind, source: { validTo } }: Rule, day: Day): boolean {
  return kind !== 'duty' && validTo !== null && validTo < day;
}
