import type { Approval, Estate, Unit } from '../../model/estate.ts';
import type { ItemKey } from '../../model/records.ts';
import type { DutyRule } from '../../model/rules.ts';
import type { DutyDocument } from '../documents.ts';
import { isOfTheWhole, keepersOf, ownersOf } from '../roster.ts';

/** What a unit may be held to of a document, or null: it is none of its own. */
export type OwnShare = (rule: DutyRule, document: DutyDocument, unit: Unit) => DutyDocument | null;

/**
 * The budget and accounts of a government as a whole (政府预算, 预算草案的报告) are no department's (部门预算), not even those of the office
 * that publishes both. By its title alone 财政预算 may be either: where it names a department, it is that one's; where it names nobody and
 * stands in the column of one that keeps no other's, a person has to look. A township is a government itself.
 */
export function openOwnShare(
  rules: readonly DutyRule[],
  documents: ReadonlyMap<string, readonly DutyDocument[]>,
  estate: Pick<Estate, 'units' | 'sites' | 'roster'>,
): OwnShare {
  const wholes = new Map<Approval['what'], { items: Set<ItemKey>; keepers: Set<string> }>();
  for (const rule of rules) {
    if (!rule.after || !isOfTheWhole(rule)) continue;
    const known = wholes.get(rule.after.approval) ?? { items: new Set(), keepers: new Set() };
    for (const { item } of documents.get(rule.id) ?? []) known.items.add(item.item);
    for (const unit of keepersOf(rule, estate.units)) known.keepers.add(unit);
    for (const { unit } of ownersOf(rule, estate)) known.keepers.add(unit.id);
    wholes.set(rule.after.approval, known);
  }
  return (rule, document, { id, kind }) => {
    const whole = rule.after ? wholes.get(rule.after.approval) : undefined;
    if (whole === undefined || isOfTheWhole(rule) || kind === 'township' || !whole.items.has(document.item.item)) return document;
    const [isNamed, keeps] = [document.owner.units.includes(id), whole.keepers.has(id)];
    if (isNamed === keeps) return { ...document, doubtful: true };
    return isNamed ? document : null;
  };
}
