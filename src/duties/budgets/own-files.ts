import type { Estate } from '../../model/estate.ts';
import type { ItemKey } from '../../model/records.ts';
import type { DutyRule } from '../../model/rules.ts';
import type { DutyDocument } from '../documents.ts';
import { yearsIn } from '../title-years.ts';
import { titleReader } from '../unit-names.ts';
import { type DocumentReading, documentOf, type PagesReading } from './reading.ts';

/** Whose a document is and of which year: pages that agree in it are one document, as a budget and its explanation are. */
interface Claim {
  readonly key: string;
  readonly units: readonly string[];
  readonly years: readonly number[];
  /** It stands for many, and links to the files of each. */
  readonly bundle: boolean;
}

/**
 * What documents say, in their pages and the files that are their own. A file to which pages of several owners or years link is told of
 * those alone that its name names; where it names none of them, or several, nobody can tell whose sums and tables it holds.
 */
export function readOwn(
  pages: ReadonlyMap<ItemKey, PagesReading>,
  rules: readonly DutyRule[],
  byRule: ReadonlyMap<string, readonly DutyDocument[]>,
  estate: Pick<Estate, 'units' | 'name'>,
): Map<ItemKey, DocumentReading> {
  const claims = claimsOf(pages, rules, byRule);
  const owners = ownersOfFiles(pages, claims, estate);
  return new Map(
    [...pages].map(([item, reading]) => [item, documentOf(reading, ({ url }) => owners.get(url) === (claims.get(item)?.key ?? item))]),
  );
}

function claimsOf(
  pages: ReadonlyMap<ItemKey, PagesReading>,
  rules: readonly DutyRule[],
  byRule: ReadonlyMap<string, readonly DutyDocument[]>,
): Map<ItemKey, Claim> {
  const documents = new Map<ItemKey, { readonly document: DutyDocument; readonly whats: Set<string> }>();
  for (const { id, after } of rules) {
    for (const document of byRule.get(id) ?? []) {
      const { item } = document.item;
      if (!after || !pages.has(item)) continue;
      const known = documents.get(item) ?? { document, whats: new Set() };
      documents.set(item, { ...known, whats: known.whats.add(after.approval) });
    }
  }
  return new Map([...documents].map(([item, { document, whats }]) => [item, claimOf(document, whats)]));
}

function claimOf({ owner, at, years, bundle, stranger, day, item }: DutyDocument, whats: ReadonlySet<string>): Claim {
  const isNobodys = owner.foreign || stranger || bundle;
  const whose = owner.units.length > 0 ? owner.units.toSorted() : [isNobodys ? item.title : at];
  // A title that names no year may be of this year or the last.
  const when = years.length > 0 ? years.toSorted() : [`~${day ?? ''}`];
  const units = owner.units.length > 0 || isNobodys ? owner.units : [at];
  return { key: JSON.stringify([[...whats].sort(), whose, when]), units, years, bundle };
}

/** Whose each file is, by its address: the key of its claim; of a file that may be several's there is none. */
function ownersOfFiles(
  pages: ReadonlyMap<ItemKey, PagesReading>,
  claims: ReadonlyMap<ItemKey, Claim>,
  estate: Pick<Estate, 'units' | 'name'>,
): Map<string, string> {
  const claimed = new Map<string, { readonly claims: Map<string, Claim>; readonly names: Set<string> }>();
  for (const [item, { files }] of pages) {
    const claim = claims.get(item) ?? { key: item, units: [], years: [], bundle: false };
    for (const { url, name } of files) {
      const known = claimed.get(url) ?? { claims: new Map(), names: new Set() };
      claimed.set(url, known);
      known.claims.set(claim.key, claim);
      known.names.add(name);
    }
  }
  const whoseName = titleReader(estate);
  return new Map(
    [...claimed].flatMap(([url, { claims: of, names }]) => {
      const all = [...of.values()];
      // A page for many links to what each of the others holds.
      const single = all.filter(({ bundle }) => !bundle);
      const those = single.length > 0 ? single : all;
      const [only, ...others] = those.length > 1 ? those.filter((claim) => isNamed(claim, [...names], whoseName)) : those;
      return only !== undefined && others.length === 0 ? [[url, only.key] as const] : [];
    }),
  );
}

/** Whether the names of a file name a claim's unit or year, and no other's. */
function isNamed({ units, years }: Claim, names: readonly string[], whoseName: ReturnType<typeof titleReader>): boolean {
  const named = new Set(names.flatMap((name) => whoseName(name).units));
  const ofYears = new Set(names.flatMap(yearsIn));
  if (named.size === 0 && ofYears.size === 0) return false;
  const isOnly = (own: readonly (string | number)[], all: ReadonlySet<string | number>) =>
    all.size === 0 || (own.length > 0 && own.every((one) => all.has(one)) && all.size === own.length);
  return isOnly(units, named) && isOnly(years, ofYears);
}
