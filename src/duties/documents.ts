import { dayOf } from '../counting/listed.ts';
import type { Day } from '../model/day.ts';
import type { Estate } from '../model/estate.ts';
import type { DutyRule, RulePack } from '../model/rules.ts';
import { unitOn } from '../model/taken-over.ts';
import type { SightedItem } from '../store/store.ts';
import type { JudgedColumn } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import { isAbout } from './about.ts';
import type { Dutiful } from './dutiful.ts';
import type { Owner } from './roster.ts';
import { isWrittenAsDocument } from './title-form.ts';
import { yearsIn } from './title-years.ts';
import { type TitleOwner, titleReader } from './unit-names.ts';

export function dutiesOf(pack: RulePack): DutyRule[] {
  return pack.rules.filter((rule): rule is DutyRule => rule.kind === 'duty');
}

/** What titles must fit to be shown to {@link openDutyReader}. */
export function dutyTitles(pack: RulePack): string[] {
  return dutiesOf(pack).flatMap(({ titleWords }) => titleWords);
}

/** Reads titles, those that fit, for what the duties of a pack ask for. A notice about a document is not the document. */
export function openDutyReader({ pack, moment }: Pick<JudgingContext, 'pack' | 'moment'>): (listed: readonly SightedItem[]) => Dutiful[] {
  const rules = dutiesOf(pack).map((rule) => ({
    id: rule.id,
    words: rule.titleWords.map((word) => new RegExp(word, 'u')),
    not: (rule.notTitleWords ?? []).map((word) => new RegExp(word, 'u')),
    parts: (rule.partWords ?? []).map((word) => new RegExp(word, 'u')),
  }));
  if (rules.length === 0) return () => [];
  const asked = (title: string) =>
    rules.filter(
      ({ words, not }) => !not.some((word) => word.test(title)) && words.some((word) => word.test(title)) && !isAbout(title, words),
    );
  return (listed) =>
    listed.flatMap((item) => {
      const title = /\s/u.test(item.title) ? item.title.replace(/\s+/gu, '') : item.title;
      if ((dayOf(item) ?? '') > moment.today) return [];
      const found = asked(title);
      if (found.length === 0) return [];
      const doubtful = found.filter(({ words, parts }) => parts.some((part) => part.test(title)) || !isWrittenAsDocument(title, words));
      return [{ item, rules: found.map(({ id }) => id), doubtful: doubtful.map(({ id }) => id) }];
    });
}

/** The duty that a column is kept for: what most of its items do, each in its time; null where most do none. */
export function dutyKeptIn(listed: readonly SightedItem[], dutiful: readonly Dutiful[], pack: RulePack): string | null {
  if (dutiful.length === 0 || dutiful.length * 2 < listed.length) return null;
  const timed = new Set(dutiesOf(pack).flatMap(({ id, standing }) => (standing ? [] : [id])));
  const kept = dutiful.flatMap(({ rules }) => rules.filter((rule) => timed.has(rule)).slice(0, 1));
  return kept.length * 2 < listed.length ? null : (kept[0] ?? null);
}

/** A document with what its title says of whose it is and of which year. */
export interface DutyDocument {
  readonly item: SightedItem;
  readonly day: Day | null;
  /** Unit that answered for the column it stands in when it came. */
  readonly at: string;
  readonly years: readonly number[];
  readonly owner: TitleOwner;
  /** One for many units: 市直部门2018年部门预算汇总. */
  readonly bundle: boolean;
  /** It stands among documents of other units and names somebody whom the estate does not know. */
  readonly stranger: boolean;
  /** Its title may as well be news about the document: a person has to look. */
  readonly doubtful: boolean;
}

/** Of what bears no day: the unit of now. */
const LATEST: Day = '9999-12-31';
const BUNDLE =
  /(?:市直|县直|区直|全市|全县|全区|各)(?:各)?(?:部门|单位|预算单位|乡镇|镇办)|(?:部门|单位|乡镇).{0,8}(?:预算|决算).{0,4}(?:汇总|集中公开|一览|目录|专栏)/u;
const SOMEBODY =
  /[\u4e00-\u9fa5]{2,}(?:局|委员会|委|办公室|办|[\u4e00-\u9fa5]会|院|学校|校|小学|中学|站|所|中心|大队|支队|馆|公司|部|镇|乡|街道|处|台|室|社|场|团)(?=关于|部门|单位|\d|[（(]|$)/u;

/** Whom a title names, by the office's name that ends before what the title is: 某某站 in 某某站2018年部门预算. */
export function whoIsNamed(title: string): string | null {
  return SOMEBODY.exec(title.replace(/\s+/gu, ''))?.[0].replace(/^关于/u, '') ?? null;
}

/** The documents of each rule, whatever columns they stand in; each once. */
export function documentsByRule(judged: readonly JudgedColumn[], estate: Pick<Estate, 'name' | 'units'>): Map<string, DutyDocument[]> {
  const read = titleReader(estate);
  const byRule = new Map<string, DutyDocument[]>();
  for (const { view, dutiful } of judged) {
    const { column } = view;
    const documents = dutiful.map(({ item, rules, doubtful }) => ({ item, rules, doubtful, owner: read(item.title) }));
    const platform = documents.some(({ owner: { units } }) => units.length > 0 && !units.includes(column.unit));
    for (const { item, rules, doubtful, owner } of documents) {
      const document: Omit<DutyDocument, 'doubtful'> = {
        item,
        day: dayOf(item),
        at: unitOn(column, dayOf(item) ?? LATEST),
        years: yearsIn(item.title),
        owner,
        bundle: BUNDLE.test(item.title),
        stranger: platform && owner.units.length === 0 && SOMEBODY.test(item.title),
      };
      for (const rule of rules) {
        const known = byRule.get(rule) ?? [];
        known.push({ ...document, doubtful: doubtful.includes(rule) });
        byRule.set(rule, known);
      }
    }
  }
  return byRule;
}

/**
 * Whether a document is an owner's. A title that names units is theirs, wherever it stands; one that names nobody is that of the unit
 * in whose column it stands, or, of what the city as a whole owes, of the office that owes it.
 */
export function isOf(
  { owner: named, at, item, stranger, bundle }: DutyDocument,
  owner: Owner,
  keepers: ReadonlySet<string> | null,
): boolean {
  if (named.foreign || stranger) return false;
  if (named.units.length > 0) return named.units.includes(owner.unit.id);
  if (bundle && keepers === null) return false;
  if (owner.site !== null && item.site === owner.site) return true;
  return at === owner.unit.id || (keepers?.has(at) ?? false);
}
