import { addDays, daysBetween } from '../model/day.ts';
import type { Estate } from '../model/estate.ts';
import type { ItemKey } from '../model/records.ts';
import type { DutyRule } from '../model/rules.ts';
import type { JudgedColumn } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import { openOwnShare } from './budgets/of-the-whole.ts';
import { type DocumentReading, readTogether } from './budgets/reading.ts';
import { type DutyDocument, dutiesOf, isOf } from './documents.ts';
import type { DutyResult, Fault } from './duty.ts';
import { columnThatTells, lackingProof, type Search } from './places.ts';
import { answeredOn, isHeldByRoster, isOfTheWhole, isThere, keepersOf, type Owner, ownersOf } from './roster.ts';
import { type Term, termsOf } from './terms.ts';

/** Documents of each rule by its id, and what the texts of those that were read say. */
export interface Found {
  readonly documents: ReadonlyMap<string, readonly DutyDocument[]>;
  readonly readings: ReadonlyMap<ItemKey, DocumentReading>;
}

/** How each duty of the pack stands with each that owes it: the last term that is over, and the next one. */
export function judgeDuties(judged: readonly JudgedColumn[], estate: Estate, context: JudgingContext, found: Found): DutyResult[] {
  const { documents, readings } = found;
  const rules = dutiesOf(context.pack);
  const ownShare = openOwnShare(rules, documents, estate);
  return rules.flatMap((rule) => {
    const search = { ownShare, documents: documents.get(rule.id) ?? [], keepers: keepersOf(rule, estate.units), judged, readings };
    return ownersOf(rule, estate).flatMap((owner) =>
      termsOf(rule, owner.unit, estate.approvals ?? [], context)
        .filter((term) => answeredOn(owner, term.dueOn ?? context.moment.today))
        .filter((term) => isThere(owner.unit, term.dueOn ?? context.moment.today, term.year))
        .filter((term) => isHeldByRoster(rule, owner, term.dueOn ?? context.moment.today, estate))
        .map((term) => judgeDuty(rule, owner, term, search, context)),
    );
  });
}

function judgeDuty(rule: DutyRule, owner: Owner, term: Term, search: Search, context: JudgingContext): DutyResult {
  const { moment, pack } = context;
  const result: DutyResult = {
    rule: `${pack.id}/${rule.id}`,
    name: rule.name,
    nameEn: rule.nameEn ?? null,
    unit: owner.unit.id,
    site: owner.site,
    year: term.year,
    dueOn: term.dueOn,
    movedFrom: term.movedFrom,
    begunBy: term.begunBy && { what: term.begunBy.what, on: term.begunBy.on, source: term.begunBy.source },
    state: 'pending',
    publishedOn: null,
    url: null,
    since: null,
    certain: term.certain,
    source: { ...rule.source, verified: rule.verified },
    fault: null,
    lacking: null,
    toldBy: null,
    budget: null,
  };
  const own = search.documents
    .filter((document) => isOf(document, owner, isOfTheWhole(rule) ? search.keepers : null))
    .flatMap((document) => search.ownShare(rule, document, owner.unit) ?? [])
    .sort(byDay);
  const ofYear = rule.standing ? own : own.filter((document) => isOfYear(document, term));
  const whole = ofYear.filter((document) => faultOf(document) === null);
  const budget = rule.after
    ? readTogether(
        rule,
        whole.map(({ item }) => search.readings.get(item.item)),
      )
    : null;
  const isWithoutTables = budget?.whole === true && budget.lacking.length > 0;
  const [good] = isWithoutTables ? [] : whole.filter(({ doubtful }) => !doubtful);
  const [first] = whole;
  // What came first may be it, under a title of its own: then nobody was late.
  const standing = good && stateOf(good, term, rule);
  if (good && standing && !(standing.state === 'late' && first?.doubtful && stateOf(first, term, rule).state === 'done')) {
    return { ...result, ...standing, publishedOn: good.day, url: good.item.url, budget };
  }

  const { dueOn } = term;
  if (first?.doubtful && (dueOn === null || dueOn < moment.today)) {
    return { ...result, state: 'not-watched', url: first.item.url, lacking: { why: 'doubtful', of: [] } };
  }
  if (rule.standing) return { ...result, state: 'not-watched', lacking: { why: 'no-item', of: rule.categories } };
  if (dueOn === null) return { ...result, state: 'clock-not-begun' };
  if (dueOn >= moment.today) {
    return { ...result, state: daysBetween(moment.today, dueOn) <= pack.warningDays ? 'due' : 'pending' };
  }
  // Until the year's holidays are known its last day may still be another, and nobody is accused.
  if (!term.certain) return { ...result, state: 'not-watched', lacking: { why: 'holidays', of: [] } };
  const lacking = lackingProof(rule, owner, term, search, context);
  if (lacking) return { ...result, state: 'not-watched', lacking };
  const bundle = search.documents.find((document) => document.bundle && isOfYear(document, term));
  if (bundle) return { ...result, state: 'not-watched', url: bundle.item.url, lacking: { why: 'bundle', of: [] } };
  // Where no law says by when, nobody is held to a day: it is told that none was seen, and nothing more.
  if (rule.severity === 'notice') return { ...result, state: 'not-watched', lacking: { why: 'none-seen', of: [] } };
  const since = addDays(dueOn, 1);
  const wrong = whole[0] ?? ofYear[0] ?? own.findLast((document) => !document.doubtful && isInWindow(document, term));
  if (wrong === undefined) return { ...result, state: 'missing', since, toldBy: columnThatTells(rule, owner, search.judged) };
  const fault: Fault = faultOf(wrong) ?? (isWithoutTables && ofYear.length > 0 ? 'without-tables' : 'other-year');
  return { ...result, state: 'wrong', since, fault, publishedOn: wrong.day, url: wrong.item.url, budget };
}

/** What came after a day that may still move, or that no law says, is not called late. */
function stateOf({ day }: DutyDocument, { dueOn, certain }: Term, { severity }: DutyRule): Pick<DutyResult, 'state' | 'since'> {
  const late = severity !== 'notice' && certain && day !== null && dueOn !== null && day > dueOn;
  return late ? { state: 'late', since: addDays(dueOn, 1) } : { state: 'done', since: null };
}

/** A title that names no year is of the year in whose time it came. */
function isOfYear(document: DutyDocument, term: Term): boolean {
  const { years, day } = document;
  if (years.length === 0) return isInWindow(document, term);
  return years.includes(term.year) && (day === null || day >= term.opens);
}

function isInWindow({ day }: DutyDocument, { opens, closes }: Term): boolean {
  return day !== null && day >= opens && day < closes;
}

function faultOf({ item }: DutyDocument): Fault | null {
  if (item.outcome === 'gone' || item.outcome === 'soft-404') return 'dead';
  return item.empty === true ? 'empty' : null;
}

function byDay(one: DutyDocument, other: DutyDocument): number {
  return (one.day ?? '').localeCompare(other.day ?? '');
}
