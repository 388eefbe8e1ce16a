import type { Day } from '../../model/day.ts';
import type { Approval } from '../../model/estate.ts';
import type { ItemKey } from '../../model/records.ts';
import type { DutyRule } from '../../model/rules.ts';
import { type DutyDocument, whoIsNamed } from '../documents.ts';
import type { References } from '../pairs/references.ts';
import type { DocumentReading } from './reading.ts';

/** A published budget, accounts or adjustment, whosever it is. */
export interface BudgetDocument {
  readonly what: Approval['what'];
  readonly year: number;
  readonly title: string;
  readonly url: string | null;
  readonly publishedOn: Day | null;
  /** Ids of the units that it names, or of the one in whose column it stands; none of a budget unit that the estate does not know. */
  readonly units: readonly string[];
  /** Who it is by its title, where the estate does not know them; null: it names nobody. */
  readonly stranger: string | null;
  /** Id of the unit that its title names as the one above it, or null. */
  readonly above: string | null;
  /** One for many. */
  readonly bundle: boolean;
  /** In 万元, where its text says it. */
  readonly total: number | null;
  readonly threePublic: number | null;
  /** URLs of others that it links to or that link to it. */
  readonly linked: readonly string[];
}

/** The budgets and accounts that stand anywhere on the estate, of the last two years, each once: of a department's and of a town's rule the first. */
export function budgetDocuments(
  rules: readonly DutyRule[],
  byRule: ReadonlyMap<string, readonly DutyDocument[]>,
  { readings, references }: { readonly readings: ReadonlyMap<ItemKey, DocumentReading>; readonly references: Pick<References, 'beside'> },
  today: Day,
): BudgetDocument[] {
  const found = new Map<string, BudgetDocument>();
  const urls = new Map<ItemKey, string>();
  for (const rule of rules) {
    if (!rule.after) continue;
    const { approval: what } = rule.after;
    for (const document of byRule.get(rule.id) ?? []) {
      const { item, day, owner, at, bundle, stranger } = document;
      const year = document.years[0] ?? yearAbout(day, rule);
      if (
        document.doubtful ||
        (owner.foreign && owner.above === null) ||
        year === null ||
        year < Number(today.slice(0, 4)) - 2 ||
        found.has(`${what} ${item.item}`)
      )
        continue;
      const isStrange = owner.above !== null || (stranger && owner.units.length === 0);
      const reading = readings.get(item.item);
      if (item.url !== null) urls.set(item.item, item.url);
      found.set(`${what} ${item.item}`, {
        what,
        year,
        title: item.title,
        url: item.url,
        publishedOn: day,
        units: owner.units.length > 0 ? owner.units : isStrange || bundle ? [] : [at],
        above: owner.above,
        stranger: isStrange ? whoIsNamed(item.title) : null,
        bundle,
        total: reading?.total ?? null,
        threePublic: reading?.threePublic ?? null,
        linked: [],
      });
    }
  }
  return [...found].map(([key, document]) => ({ ...document, linked: linkedWith(key.slice(key.indexOf(' ') + 1), urls, references) }));
}

function linkedWith(item: ItemKey, urls: ReadonlyMap<ItemKey, string>, references: Pick<References, 'beside'>): string[] {
  return [...references.beside(item).keys()].flatMap((other) => urls.get(other) ?? []);
}

/** A title that names no year is of the year in whose time it came: accounts of the year before. */
function yearAbout(day: Day | null, { dueIn }: DutyRule): number | null {
  if (day === null) return null;
  return Number(day.slice(0, 4)) - (dueIn === 'same-year' ? 0 : 1);
}
