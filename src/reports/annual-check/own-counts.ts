import type { Counts } from '../../counting/count.ts';
import type { DepartmentBudgets } from '../../duties/budgets/departments.ts';
import type { Estate, Span, Taxonomy } from '../../model/estate.ts';
import type { CheckedReport } from './check-reports.ts';
import { type AccountCounted, mediaCounted } from './own-media.ts';

/** A number of a report beside what was counted of the same thing; they differ. */
export interface OwnCount {
  readonly measure: string;
  readonly claimed: number;
  readonly counted: number;
  readonly quote: string;
  /** What is behind our number: a path of the console. */
  readonly list: string;
}

/** What our counts must know of a report's year. */
export interface YearCounted {
  readonly estate: Estate;
  readonly taxonomy: Taxonomy;
  readonly span: Span;
  /** Of the reporting unit alone where the report is of one of ours, else of all; key areas are counted of all only. */
  readonly counts: Pick<Counts, 'items' | 'classes' | 'categories' | 'keyAreas'>;
  /** Departments' budgets and accounts that came out in the year, of all; none where these are not known any more. */
  readonly budgets: readonly DepartmentBudgets[];
  /** Accounts of new media that ran in the year: of the reporting unit, or of all. */
  readonly accounts: readonly AccountCounted[];
  readonly unit: string | null;
}

/** Something that was counted, and the list behind it. */
interface Counted {
  readonly counted: number;
  readonly list: string;
}

type Told = Pick<CheckedReport['claims'][number], 'measure' | 'unit'>;

/** What may stand before a total without making it one of a part: a channel other than the website, a unit, a kind of answer does. */
const WHOLE =
  '(?:全[市县区]|本机关|[我本][市县区局镇乡]|全年|本年度?|年度|\\d{4}年度?|累计|共计?|总计|已|(?:在|通过|利用).{0,12}(?:网站|门户)(?:平台)?上?)*';
/** Words in which a report tells of all that it published. */
const TOTAL = new RegExp(
  `^${WHOLE}(?:主动)?公开(?:各类|的)?政府信息(?:总数|总量|数量?|量)?$|^信息发布总(?:数|量)$|^(?:发布|公开)信息总(?:数|量)$`,
);
const KEY_AREAS = /(?:公开|发布)(?:各类)?重点领域(?:政府)?信息(?:总数|总量|数量?|量)?$/;
const BUDGETS = /(\d{4})年(?:度)?(?:[市县区]直|[市县区]级|全[市县区]|本级)?部门(预|决)算(?:信息)?$/;

/** Whose report it is, among those whose numbers we count: a unit of the estate, or a government (`unit: null`); null for anybody else's. */
export function reporterOf(
  { unit }: Pick<CheckedReport, 'unit'>,
  { name, units }: Pick<Estate, 'name' | 'units'>,
): { readonly unit: string | null } | null {
  const own = units.find((one) => unit !== '' && (unit === one.name || unit.endsWith(one.name)));
  if (own) return { unit: own.id };
  return unit === '' || unit === name || /政府(?:办公室)?$/.test(unit) ? { unit: null } : null;
}

/**
 * Numbers of a report that differ from ours: the total, classes, categories and key areas, each by its own name and told as 条, and how
 * many departments published budgets and accounts, accounts of new media and their posts by platform. A report may count other sites, channels and days than we watch, so a difference is a
 * question and never a fault; what agrees is not told.
 */
export function compareWithOwn({ claims }: Pick<CheckedReport, 'claims'>, own: YearCounted): OwnCount[] {
  const countedOf = reader(own);
  const link = { ...own.span, ...(own.unit === null ? {} : { unit: own.unit }) };
  return claims.flatMap(({ measure, value, unit, quote, exact }, at): OwnCount[] => {
    if (!exact) return [];
    const found = [...countedOf({ measure, unit }), ...mediaCounted(claims, at, own.accounts, link)];
    if (found.length === 0 || found.some(({ counted }) => counted === value)) return [];
    return [{ measure, claimed: value, quote, ...found[0]! }];
  });
}

/** What we counted of what a claim is about: more than one where its name is a category's and a key area's. */
function reader({ taxonomy, span, counts, budgets, unit }: YearCounted): (told: Told) => Counted[] {
  const items = (query: Readonly<Record<string, string>>) =>
    `/items?${new URLSearchParams({ ...query, ...span, ...(unit === null ? {} : { unit }) })}`;
  const areas = unit === null ? taxonomy.keyAreas : [];
  const named = [
    ...taxonomy.classes.map(({ id, name }) => ({ name, counted: counts.classes.get(id) ?? 0, list: items({ class: id }) })),
    ...taxonomy.categories.map(({ id, name }) => ({ name, counted: counts.categories.get(id) ?? 0, list: items({ category: id }) })),
    ...areas.map(({ number, name }) => ({ name, counted: counts.keyAreas.get(number) ?? 0, list: items({ area: String(number) }) })),
  ].map(({ name, ...counted }) => ({ name: plain(name), counted }));
  const inAreas = areas.reduce((sum, { number }) => sum + (counts.keyAreas.get(number) ?? 0), 0);
  return ({ measure, unit: told }) => {
    if (told === '家' || told === '个' || told === '份') return budgetsOf(measure, budgets, span);
    if (told !== '条') return [];
    if (TOTAL.test(measure)) return [{ counted: counts.items, list: items({}) }];
    if (KEY_AREAS.test(measure) && areas.length > 0)
      return [{ counted: inAreas, list: `/categories?${new URLSearchParams({ ...span })}#table-key-areas` }];
    return named.flatMap(({ name, counted }) => (name === plain(measure) ? [counted] : []));
  };
}

/** `政府采购` in 政府采购类信息更新量. */
function plain(name: string): string {
  return name.replace(/^(?:其中|全年|共)/, '').replace(/类?(?:政府)?(?:信息)?(?:更新|公开|发布)?(?:信息)?(?:总?量|总?数|数量|条数)?$/, '');
}

function budgetsOf(measure: string, budgets: readonly DepartmentBudgets[], span: Span): Counted[] {
  const [, year, which] = BUDGETS.exec(measure) ?? [];
  const what = which === '预' ? 'budget' : 'accounts';
  const count = budgets.find((one) => one.what === what && String(one.year) === year);
  if (year === undefined || count === undefined) return [];
  const asked = new URLSearchParams({ what, of: year, ...span });
  return [{ counted: count.documents.length, list: `/duties/budgets?${asked}#table-published` }];
}
