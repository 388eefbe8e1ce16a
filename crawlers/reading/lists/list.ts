import type { Block, ListFingerprint, ListReading, PageRequest } from '../../../src/model/reading.ts';
import type { Sentence } from '../../../src/model/sentence.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { dialectOf } from '../../dialects/dialects.ts';
import { rowsInScripts } from '../data/script-rows.ts';
import { isHidden, type Page, parsePage } from '../page.ts';
import { framePages } from '../pages/frame-pages.ts';
import { furtherPages } from '../pages/further.ts';
import { listApis } from '../pages/list-apis.ts';
import { pagerPlaces } from '../pages/pager.ts';
import { type Emptiness, emptinessOf, emptyLists } from './blank.ts';
import { blocksOf } from './blocks.ts';
import { columnNames } from './column-names.ts';
import { type Candidate, isClaimed, isCount, type PageFacts, weigh } from './evidence.ts';
import { holdsFolded, isCutByYears } from './folded-years.ts';
import { hasArticleHead, inFrame, proseLetters } from './frame.ts';
import { findGroups, type Group } from './groups.ts';
import { saysName } from './headings.ts';
import { withHeadline } from './headlines.ts';
import { lettersIn, type Marks, markOutline } from './marks.ts';
import { type Outline, outlineOf } from './outline.ts';
import { placeOf } from './place.ts';
import { isPlausible } from './plausible.ts';
import { withRowsAtPlaces } from './rows-at-place.ts';
import { apartAtSeams } from './seams.ts';
import { listPlaces, type SiteKnowledge, weighBySite } from './site-knowledge.ts';
import { storedMarkup } from './stored-markup.ts';
import { type Trail, trailOf } from './trail.ts';
import { whyOf, withDoubt } from './why.ts';

/** Running text of so many characters makes a page that is not blank. */
const PROSE = 200;
/** Letters in a row of a list on average. */
const LEAST_LETTERS = 7;
/** A group that weighs less is a menu. */
const LEAST_SCORE = 3;

/** What a page shows as a list, and what speaks for its being one. */
export interface ListFindings {
  readonly reading: ListReading;
  /** The list that was chosen, or null. */
  readonly best: Candidate | null;
  /** The blocks that were weighed, heaviest first, and the page that they stand on. */
  readonly candidates: readonly Candidate[];
  readonly outline: Outline;
  /** Characters of running text outside links, and outside the rows of a dated list: those are its summaries. */
  readonly prose: number;
  /** Whether lines such as `发布时间：… 来源：… 浏览次数：…` stand outside the list: an article's head. */
  readonly articleHead: boolean;
  /** The way to the page as it prints it, without the home page; empty where it prints none. */
  readonly trail: readonly string[];
}

/**
 * Reads a page as a list: all groups of repeating rows are found and weighed; the heaviest is the page's list, unless several stand side by side
 * as teasers of other pages (a landing page) or the list's place is there and empty (a blank column).
 */
export function findList(page: Page, dialect: Dialect | null = null, knowledge: SiteKnowledge | null = null): ListFindings {
  const shown = findIn(page, outlineOf(page), dialect, knowledge);
  if (shown.best !== null && shown.reading.state !== 'blank') {
    const unclaimed = shown.reading.state !== 'landing' && !isClaimed(shown.best) && !shown.best.named;
    return wholeList(page, shown, dialect, knowledge) ?? (unclaimed ? withScriptRows(page, shown) : shown);
  }
  const hidden = HIDDEN_ROW.test(page.html) ? hiddenRows(page, dialect, knowledge) : null;
  return hidden ?? storedRows(page, dialect, knowledge) ?? withScriptRows(page, shown);
}

/** The list with its years that are folded away, where what is shown is one of them. */
function wholeList(
  page: Page,
  { best, reading }: ListFindings,
  dialect: Dialect | null,
  knowledge: SiteKnowledge | null,
): ListFindings | null {
  if (reading.state !== 'list' || best!.dated < 0.5 || !holdsFolded(page)) return null;
  const outline = outlineOf(page, true);
  const all = findIn(page, outline, dialect, knowledge);
  const urls = new Set(all.reading.items.map(({ url }) => url));
  const isMore = urls.size > best!.entries.length && best!.entries.every(({ url }) => urls.has(url));
  return isMore && all.best!.dated >= 0.5 && isCutByYears(outline, all.best!.group) ? all : null;
}

/** Rows that the page keeps in markup that is not drawn are its list where they have days. */
function storedRows(page: Page, dialect: Dialect | null, knowledge: SiteKnowledge | null): ListFindings | null {
  const { markup, mayBeStale } = storedMarkup(page.html);
  if (markup === '') return null;
  const stored = parsePage(markup, page.url);
  const found = findIn(stored, outlineOf(stored), dialect, knowledge);
  if (found.reading.state !== 'list' || found.best!.dated < 0.5 || found.reading.items.length < 2) return null;
  return mayBeStale ? { ...found, reading: { ...found.reading, why: withDoubt(found.reading.why, FOR_NO_SCRIPTS) } } : found;
}

const FOR_NO_SCRIPTS: Sentence = {
  zh: '这些行是给不运行脚本的浏览器看的，脚本显示的可能更新',
  en: 'these rows are for browsers without scripts: what a script shows may be newer',
};

/** Rows that a script holds as data are the list where the markup shows none, or fewer that nothing claims. */
function withScriptRows(page: Page, shown: ListFindings): ListFindings {
  const items = rowsInScripts(page);
  if (items.length === 0 || items.length < shown.reading.items.length) return shown;
  const dated = items.filter((entry) => entry.publishedOn !== null).length / items.length;
  return {
    ...shown,
    best: null,
    reading: { ...shown.reading, state: 'list', items, fingerprint: { place: 'script', rows: items.length, dated } },
  };
}

/** All rows are in the page and hidden, and a script shows them in portions: then the hidden ones are the list. */
function hiddenRows(page: Page, dialect: Dialect | null, knowledge: SiteKnowledge | null): ListFindings | null {
  const outline = outlineOf(page, true);
  const all = findIn(page, outline, dialect, knowledge);
  const hidden = all.best?.group.rows.filter((row) => isHidden(outline.elements[row.elementFrom]!)).length ?? 0;
  return all.reading.state === 'list' && all.best!.dated >= 0.5 && hidden > 1 ? all : null;
}
const HIDDEN_ROW = /<(?:li|tr|dl|div)\b[^<>]{0,200}display\s{0,3}:\s{0,3}none/i;

function findIn(page: Page, outline: Outline, dialect: Dialect | null, knowledge: SiteKnowledge | null): ListFindings {
  const marks = markOutline(outline);
  const prose = proseLetters(outline);
  const trail = trailOf(outline);
  const isListPlace = listPlaces(outline, knowledge);
  const names = columnNames(page, trail.steps);
  const pagers = pagerPlaces(outline);
  const further = furtherPages(page, outline, pagers);
  const total = dialect?.list?.total?.(page) ?? further.total;
  const facts: PageFacts = {
    page,
    outline,
    marks,
    pagers,
    records: total,
    emptyLists: emptyLists(outline),
    columnNames: names,
    saysName: saysName(outline, trail.steps.length > 0 ? trail.to : 0, page, names),
    trailAt: trail.steps.length > 0 ? trail.from : 0,
    trailTo: trail.steps.length > 0 ? trail.to : 0,
    prose: prose >= PROSE,
    knownScripts: knowledge && new Set(knowledge.scripts),
    isListPlace,
    inFrame: (element) => inFrame(outline, element),
  };
  const candidates = candidatesOf(facts, trail, knowledge);
  const best = bestOf(candidates.filter((candidate) => candidate.score >= LEAST_SCORE && isPlausible(facts, candidate)));
  const blocks = best ? blocksOf(facts, best, candidates) : [];
  const articleHead = hasArticleHead(outline, best?.group ?? null);
  // "Related information" under an article is no column's list.
  const isRelated = best !== null && !best.paged && articleHead && (best.aside || (facts.prose && isBesideText(outline, best)));
  const emptiness = best === null || mayBeBeside(best) ? emptinessOf(facts, { records: total, pages: further.pages }) : null;
  const state = stateOf(facts, { best: isRelated ? null : best, blocks, emptiness });
  const asked = state === 'none' && further.next.length === 0 ? requestsFor(page) : further.next;
  const next = state === 'blank' || state === 'landing' ? [] : (dialect?.list?.further?.(page) ?? asked);
  return {
    best,
    candidates,
    outline,
    prose: best && best.dated >= 0.5 && best.entries.length >= 3 ? proseLetters(outline, best.group) : prose,
    articleHead,
    trail: trail.steps,
    reading: {
      kind: 'list',
      url: page.url,
      title: page.title,
      items: state === 'list' ? withHeadline(facts, best!) : [],
      next,
      total: state === 'landing' ? null : total,
      dialect: dialect?.name ?? 'generic',
      blocks: state === 'landing' ? (blocks satisfies Block[]) : [],
      state,
      fingerprint: fingerprintOf(outline, state, best, emptiness?.place ?? null),
      columnName: page.meta.get('columnname') ?? null,
      columnType: page.meta.get('columntype') ?? null,
      why: whyOf(facts, { state, best, candidates, emptiness }),
    },
  };
}

function candidatesOf(facts: PageFacts, trail: Trail, knowledge: SiteKnowledge | null): Candidate[] {
  const { outline, marks, page } = facts;
  const groups = findGroups(outline, marks);
  return (knowledge ? withRowsAtPlaces(outline, marks, groups, facts.isListPlace) : groups)
    .filter((group) => (isCount(facts.records, group.rows.length) || !isMenu(marks, group)) && !isWithin(trail, group))
    .flatMap((group) => apartAtSeams(outline, marks, group, page))
    .map((group) => weigh(facts, group))
    .filter((candidate) => candidate.entries.length > 0)
    .map((candidate) => (knowledge ? weighBySite(candidate, outline, knowledge, facts.isListPlace) : candidate))
    .sort((a, b) => b.score - a.score);
}

/** The heaviest of the blocks that may be the list; one that is the column's own goes before a heavier one that nothing claims, and rows without a heading before a box that has one of its own. */
function bestOf(plausible: readonly Candidate[]): Candidate | null {
  const [heaviest] = plausible;
  if (heaviest === undefined || isClaimed(heaviest)) return heaviest ?? null;
  const isList = ({ aside, frame, dated, leaves, titleLength }: Candidate) =>
    !aside && !frame && titleLength >= LEAST_LETTERS && (dated >= 0.5 || leaves >= 0.8);
  const claimed = plausible.find((candidate) => isClaimed(candidate) && isList(candidate));
  if (claimed || !(heaviest.otherwise || heaviest.aside)) return claimed ?? heaviest;
  return plausible.find((candidate) => !candidate.otherwise && candidate.dated >= 0.5 && isList(candidate)) ?? heaviest;
}

/** `best` is the heaviest block that can be the page's own. A place that is empty outweighs a block beside it, blank or not. */
function stateOf(
  facts: PageFacts,
  { best, blocks, emptiness }: { best: Candidate | null; blocks: readonly Block[]; emptiness: Emptiness | null },
): ListReading['state'] {
  const isBeside = best === null || isElsewhere(facts, best) || (emptiness?.atListPlace === true && best.known !== 'template');
  if (emptiness !== null && isBeside) return emptiness.doubts.length === 0 ? 'blank' : 'none';
  if (blocks.length > 0) return 'landing';
  return best && !isOfAnother(best) && !(emptiness?.named && !isClaimed(best)) ? 'list' : 'none';
}

/** The steps of the way to the page are no rows, however long the names of its columns are. */
function isWithin({ from, to }: Trail, { rows }: Group): boolean {
  return rows[0]!.runFrom >= from && rows.at(-1)!.runTo <= to;
}

/** Undated rows of a few signs are menus; most groups of a page are, and need no weighing. */
function isMenu(marks: Marks, group: Group): boolean {
  if (group.dated > 0) return false;
  const letters = group.rows.reduce((sum, row) => sum + lettersIn(marks, row), 0);
  return letters < LEAST_LETTERS * group.rows.length;
}

/** Rows of other columns beside a text that is longer than all their titles. */
function isBesideText(outline: Outline, { group, entries, named, own }: Candidate): boolean {
  const listed = entries.reduce((sum, { title }) => sum + title.length, 0);
  return !named && !own && proseLetters(outline, group) > Math.max(PROSE, listed);
}

/** Where the rows of a page come from that shows none. */
function requestsFor(page: Page): PageRequest[] {
  const asked = listApis(page);
  return asked.length > 0 ? asked : framePages(page);
}

/** Nothing about a group says for sure that it is the page's own. */
function mayBeBeside({ named, paged, own, aside, frame }: Candidate): boolean {
  return aside || frame || (!named && !paged && !own);
}

/** The page has a pager and the group does not stand at it, nor under the column's name: it may be a side box of a blank column. */
function isElsewhere(facts: PageFacts, best: Candidate): boolean {
  return best.frame || (!best.named && (best.aside || (!best.paged && facts.pagers.length > 0) || isOfAnother(best)));
}

/** A block under another name than the column's is none of its own, unless its rows, its place or the pager say so. */
function isOfAnother({ otherwise, own, paged, known }: Candidate): boolean {
  return otherwise && !own && !paged && known !== 'template';
}

function fingerprintOf(
  outline: Outline,
  state: ListReading['state'],
  best: Candidate | null,
  empty: number | null,
): ListFingerprint | null {
  if (state === 'list' && best) return { place: placeOf(outline, best.group.container), rows: best.entries.length, dated: best.dated };
  return state === 'blank' && empty !== null ? { place: placeOf(outline, empty), rows: 0, dated: 0 } : null;
}

/** The page read as a list. */
export function readList(page: Page): ListReading {
  return findList(page, dialectOf(page)).reading;
}
