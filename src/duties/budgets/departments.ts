import type { Span } from '../../model/estate.ts';
import type { RulePack } from '../../model/rules.ts';
import { dutiesOf } from '../documents.ts';
import type { BudgetDocument } from './documents.ts';

/** How many published their budget or accounts of one year, as an annual report counts them (部门预算117家). */
export interface DepartmentBudgets {
  readonly what: 'budget' | 'accounts';
  readonly year: number;
  /** One for each that published: the first, with the sum (万元) that any of its documents names. */
  readonly documents: readonly BudgetDocument[];
  /** 万元 of those whose sum could be read, and how many these are. */
  readonly sum: number;
  readonly read: number;
}

/**
 * Budgets and accounts of departments and of the units below them, by kind and year, the newest year first. Those of the government itself
 * and what stands for many are of no department. `within`: only what was published then.
 */
export function departmentBudgets(budgets: readonly BudgetDocument[], pack: RulePack, within: Span | null = null): DepartmentBudgets[] {
  const isOfGovernment = governmentReader(pack);
  const groups = new Map<string, BudgetDocument[]>();
  for (const document of budgets) {
    const { what, year, bundle, publishedOn } = document;
    if (what === 'adjustment' || bundle || isOfGovernment(document)) continue;
    if (within !== null && (publishedOn === null || publishedOn < within.from || publishedOn > within.to)) continue;
    const key = `${what} ${year}`;
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups.values()].map(counted).sort((one, other) => other.year - one.year || (one.what < other.what ? 1 : -1));
}

function counted(documents: readonly BudgetDocument[]): DepartmentBudgets {
  const owners = new Map<string, BudgetDocument>();
  const inOrder = documents.toSorted((one, other) => ((one.publishedOn ?? '') < (other.publishedOn ?? '') ? -1 : 1));
  for (const document of inOrder) {
    const { units, stranger, url, title } = document;
    const owner = units.length > 0 ? units.join() : (stranger ?? url ?? title);
    const first = owners.get(owner);
    if (first === undefined) owners.set(owner, document);
    else if (first.total === null) owners.set(owner, { ...first, total: document.total });
  }
  const first = [...owners.values()];
  const totals = first.flatMap(({ total }) => total ?? []);
  const { what, year } = documents[0] as BudgetDocument & { what: DepartmentBudgets['what'] };
  return { what, year, documents: first, sum: Math.round(totals.reduce((all, total) => all + total, 0) * 100) / 100, read: totals.length };
}

/** Tells the government's own budget (政府预算) by its title: what the rules ask of the one office that publishes it for all. */
function governmentReader(pack: RulePack): (document: Pick<BudgetDocument, 'what' | 'title'>) => boolean {
  const rules = dutiesOf(pack).flatMap(({ after, unitNames = [], titleWords, notTitleWords = [] }) =>
    !after || unitNames.length === 0
      ? []
      : [
          {
            what: after.approval,
            words: titleWords.map((word) => new RegExp(word, 'u')),
            not: notTitleWords.map((word) => new RegExp(word, 'u')),
          },
        ],
  );
  return ({ what, title: written }) => {
    const title = written.replace(/\s+/gu, '');
    return rules.some(
      (rule) => rule.what === what && rule.words.some((word) => word.test(title)) && !rule.not.some((word) => word.test(title)),
    );
  };
}
