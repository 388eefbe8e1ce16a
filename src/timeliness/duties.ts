import { dayOf } from '../counting/listed.ts';
import type { Day } from '../model/day.ts';
import type { Unit } from '../model/estate.ts';
import type { DutyRule, RulePack } from '../model/rules.ts';
import type { SightedItem } from '../store/store.ts';
import type { JudgedColumn, JudgingContext } from './judged.ts';

/** Whether one unit did what one duty (应公开事项) asks of it for one year. */
export interface DutyResult {
  /** `<pack>/<id>` of the rule. */
  readonly rule: string;
  readonly name: string;
  readonly unit: string;
  /** The year it is about. */
  readonly year: number;
  /** Last day for it; a day off moves it to the next working day. */
  readonly dueOn: Day;
  /** `unknown`: it was not found, but not all places where it may stand were watched and read. */
  readonly status: 'found' | 'late' | 'missing' | 'pending' | 'unknown';
  readonly publishedOn: Day | null;
  readonly url: string | null;
}

function dutiesOf(pack: RulePack): DutyRule[] {
  return pack.rules.filter((rule): rule is DutyRule => rule.kind === 'duty');
}

/** Of listed items those that may be what some duty of the pack asks for: published by today, with one of its words in the title. */
export function findDutiful(listed: readonly SightedItem[], { pack, moment }: Pick<JudgingContext, 'pack' | 'moment'>): SightedItem[] {
  const words = [...new Set(dutiesOf(pack).flatMap((rule) => rule.titleWords))].map((word) => new RegExp(word, 'u'));
  return listed.filter((item) => (dayOf(item) ?? '') <= moment.today && words.some((word) => word.test(item.title)));
}

/** For each unit and duty the last term that is over and the next one. */
export function judgeDuties(judged: readonly JudgedColumn[], units: readonly Unit[], context: JudgingContext): DutyResult[] {
  return dutiesOf(context.pack).flatMap((rule) => {
    const words = rule.titleWords.map((word) => new RegExp(word, 'u'));
    const candidates = judged.flatMap(({ view, dutiful }) =>
      dutiful.filter((item) => words.some((word) => word.test(item.title))).map((item) => ({ item, unit: view.column.unit })),
    );
    const obliged = units.filter((unit) => rule.unitKinds.includes(unit.kind));
    return termsOf(rule, context).flatMap((term) => obliged.map((unit) => judgeDuty(rule, term, unit, candidates, judged, context)));
  });
}

interface Term {
  readonly year: number;
  readonly dueOn: Day;
}

/** The last term before today and the next one, as far as the rule was law on its last day. */
function termsOf(rule: DutyRule, { moment, calendar }: JudgingContext): Term[] {
  const thisYear = Number(moment.today.slice(0, 4));
  const terms = [thisYear - 1, thisYear, thisYear + 1].map((inYear) => ({
    year: rule.dueIn === 'same-year' ? inYear : inYear - 1,
    dueOn: calendar.endOfTerm(`${inYear}-${rule.by}`),
  }));
  const over = terms.filter((term) => term.dueOn < moment.today).slice(-1);
  const next = terms.filter((term) => term.dueOn >= moment.today).slice(0, 1);
  const { validFrom, validTo } = rule.source;
  return [...over, ...next].filter((term) => term.dueOn >= validFrom && (validTo === null || term.dueOn <= validTo));
}

function judgeDuty(
  rule: DutyRule,
  term: Term,
  unit: Unit,
  candidates: readonly { readonly item: SightedItem; readonly unit: string }[],
  judged: readonly JudgedColumn[],
  { moment, pack }: JudgingContext,
): DutyResult {
  const result = { rule: `${pack.id}/${rule.id}`, name: rule.name, unit: unit.id, ...term };
  const found = candidates
    .filter(({ item, unit: owner }) => namesYear(item.title, term.year) && (owner === unit.id || namesUnit(item.title, unit)))
    .map(({ item }) => item)
    .sort((a, b) => (dayOf(a) ?? '').localeCompare(dayOf(b) ?? ''))[0];
  if (found) {
    const publishedOn = dayOf(found);
    return { ...result, status: publishedOn !== null && publishedOn > term.dueOn ? 'late' : 'found', publishedOn, url: found.url };
  }
  const nothing = { ...result, publishedOn: null, url: null };
  if (term.dueOn >= moment.today) return { ...nothing, status: 'pending' };
  const wouldBeSeen = isWatched(rule, unit, judged, `${term.year}-01-01`);
  return { ...nothing, status: wouldBeSeen ? 'missing' : 'unknown' };
}

/**
 * Whether what a unit had to publish would have been seen: all of its columns could be read, and among them is one of the duty's
 * categories whose list is known back to before the year in question.
 */
function isWatched(rule: DutyRule, unit: Unit, judged: readonly JudgedColumn[], since: Day): boolean {
  const own = judged.filter(({ view, verdict }) => view.column.unit === unit.id && verdict.status !== 'exempt');
  const home = own.filter(({ view }) => view.column.category !== null && rule.categories.includes(view.column.category));
  if (home.length === 0 || own.some(({ verdict }) => verdict.status === 'unknown')) return false;
  return own.every(({ view: { reading }, oldest }) => reading?.complete || (oldest !== null && oldest < since));
}

const CHINESE_DIGITS = ['[〇○零Ｏ]', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function namesYear(title: string, year: number): boolean {
  const chinese = [...String(year)].map((digit) => CHINESE_DIGITS[Number(digit)]).join('');
  return new RegExp(`(?<!\\d)${year}(?!\\d)|${chinese}`, 'u').test(title);
}

/** Titles name a unit in full or without the 市 that stands before it in lists of one city. */
function namesUnit(title: string, unit: Unit): boolean {
  return title.includes(unit.name.replace(/^市/, ''));
}
