import type { Subject } from '../../model/findings.ts';
import type { AuditedItem } from '../../store/store.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';
import type { Found, ItemHearing } from '../check.ts';

/** Further examples would prove nothing more. */
const EXAMPLES = 20;

/** Items with the same problem: how many, and the first of them. */
export interface Alike {
  count: number;
  readonly examples: [AuditedItem, ...AuditedItem[]];
}

/**
 * Hears the items of the span and makes one finding of all of a unit on a site with the same problem: it is one setting of the CMS, or
 * one person's habit. `problemOf` tells equal problems by equal text, and null where there is none.
 */
export function hearAlike<Facts>(
  { span }: JudgingContext,
  problemOf: (item: AuditedItem) => string | null,
  tell: (alike: Alike) => Pick<Found<Facts>, 'facts' | 'evidence'>,
): ItemHearing<Facts> {
  const groups = new Map<string, Alike>();
  return {
    hear(item) {
      if (item.publishedOn === null || item.publishedOn < span.from || item.publishedOn > span.to) return;
      const problem = problemOf(item);
      if (problem !== null) group(groups, JSON.stringify([item.site, item.unit, problem]), item);
    },
    found: () => [...groups.values()].map((alike) => ({ subject: subjectOf(alike), since: null, ...tell(alike) })),
  };
}

function subjectOf({ count, examples: [{ site, unit, url }] }: Alike): Subject {
  return { unit, site, column: null, url: count === 1 ? url : null };
}

function group(groups: Map<string, Alike>, key: string, item: AuditedItem): void {
  const known = groups.get(key);
  if (known === undefined) {
    groups.set(key, { count: 1, examples: [item] });
    return;
  }
  known.count += 1;
  if (known.count <= EXAMPLES) known.examples.push(item);
}
