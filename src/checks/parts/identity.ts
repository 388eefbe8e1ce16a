import type { Subject } from '../../model/findings.ts';
import type { Check } from '../check.ts';

/**
 * What makes two findings the same alert: the kind, what its check is about, and the check's term. Kept with every alert: a key that
 * changes its form makes each alert of its kind twice.
 */
export function keyOf<Facts>(check: Check<Facts>, subject: Subject, facts: Facts): string {
  const { kind, sharedKey = kind } = check;
  const { site, column, unit, url } = about(check, subject);
  const term = check.term?.(facts) ?? url;
  return JSON.stringify([sharedKey, site, column, unit, term]);
}

/** The term in a key; null where it has none. */
export function termIn(key: string): string | null {
  return (JSON.parse(key || '[]') as (string | null)[])[4] ?? null;
}

/** What of a subject belongs to the identity of a check's findings. */
function about({ subject: of }: Check, { unit, site, column, url }: Subject): Subject {
  switch (of) {
    case 'column':
      return { site, column, unit: null, url: null };
    case 'site':
      return { site, column: null, unit: null, url: null };
    case 'unit':
      return { site, column: null, unit, url: null };
    case 'item':
      return { site, column, unit, url };
    case 'estate':
    case 'ourselves':
      return { site: null, column: null, unit: null, url: null };
  }
}
