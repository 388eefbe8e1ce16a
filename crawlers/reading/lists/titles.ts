import type { Element } from 'domhandler';
import { elementsOf, isBlock } from '../page.ts';
import { cleanText } from '../text.ts';
import { isDeputy, type Marks, rowAround, type Span } from './marks.ts';
import { type Outline, spanText } from './outline.ts';

/** Longer titles are cut: no real one comes near. */
const LONGEST_TITLE = 1000;

/** The link that carries a row's title, and the runs that are the title. */
export interface TitlePlace {
  readonly link: number;
  readonly runs: readonly number[];
}

/**
 * Finds the title among a row's links. `common` holds the hrefs that stand in several rows: categories, offices, the way back.
 * Null where no link could be a title.
 */
function titlePlace(outline: Outline, marks: Marks, row: Span, common: ReadonlySet<string>): TitlePlace | null {
  const links = strongLinks(marks, row);
  const own = links.filter((link) => !common.has(outline.links[link]!.href ?? ''));
  const among = own.length > 0 ? own : links;
  // In letters: an index number may be long as well.
  const length = (link: number) => titleRuns(outline, marks, link).reduce((sum, run) => sum + lettersOf(outline.runs[run]!.text), 0);
  const longest = Math.max(...among.map(length));
  // The first of the long ones: a summary may link to the same page, but it stands below its title; a `[category]` is short.
  const best =
    among.find((link) => inHeading(outline, link, row)) ??
    among.find((link) => length(link) >= Math.min(0.5 * longest, 12) && !isBracketed(outline.links[link]!.text));
  const link = best ?? among[0];
  if (link === undefined) return null;
  return { link, runs: isDeputy(outline.links[link]!) ? besideRuns(outline, marks, link) : titleRuns(outline, marks, link) };
}

/** The longest text outside the links of a link's row that is no day: the title that is no link itself. */
function besideRuns(outline: Outline, { dates }: Marks, link: number): number[] {
  const { runs, links, runFrom, runTo } = outline;
  const row = rowAround(outline, links[link]!.element);
  let longest: number | null = null;
  for (let run = runFrom[row]!; run < runTo[row]!; run++) {
    const isTitle = runs[run]!.link < 0 && dates[run] === null;
    if (isTitle && (longest === null || lettersOf(runs[run]!.text) > lettersOf(runs[longest]!.text))) longest = run;
  }
  return longest === null ? [] : [longest];
}

/**
 * The titles of rows. Rows built alike have theirs at one place among their links: so has the one row whose title is shorter than the office's name
 * beside it.
 */
export function titlePlaces(outline: Outline, marks: Marks, rows: readonly Span[], common: ReadonlySet<string>): (TitlePlace | null)[] {
  const places = rows.map((row) => titlePlace(outline, marks, row, common));
  const links = rows.map((row) => strongLinks(marks, row));
  const counted = new Map<string, number>();
  for (const [index, place] of places.entries()) {
    const make = place ? `${links[index]!.length} ${links[index]!.indexOf(place.link)}` : '';
    counted.set(make, (counted.get(make) ?? 0) + 1);
  }
  const [make, count] = [...counted].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0]);
  const [inRow, usual] = make.split(' ').map(Number);
  if (count === rows.length || count * 4 < rows.length * 3 || inRow! < 2) return places;
  return places.map((place, index) => {
    const link = links[index]![usual!];
    return link === undefined || links[index]!.length !== inRow ? place : { link, runs: titleRuns(outline, marks, link) };
  });
}

function strongLinks(marks: Marks, row: Span): number[] {
  const links: number[] = [];
  for (let link = row.linkFrom; link < row.linkTo && links.length < 40; link++) if (marks.strong[link]) links.push(link);
  return links;
}

const lettersOf = (text: string) => text.replace(/\P{L}/gu, '').length;
const isBracketed = (text: string) => /^[[【〔(（][^\]】〕)）]{1,12}[\]】〕)）]$/.test(text);

function inHeading(outline: Outline, link: number, row: Span): boolean {
  for (let at = outline.links[link]!.element; at >= row.elementFrom; at = outline.parent[at]!) {
    if (/^h[1-6]$/.test(outline.elements[at]!.name)) return true;
  }
  return false;
}

/** Signs beside a title that are no part of it: "new" flags, bullets, "picture" marks. */
const FLAG = /^(?:new!?|hot|top|最新|新|热|荐|置顶|图|\[图\]|\[?置顶\]?|[•·●▪■◆◇>»›→★☆※-]+)$/i;

/** The runs of a link that are its title: the whole link, or the heading of the card that the link wraps. */
function titleRuns(outline: Outline, marks: Marks, link: number): number[] {
  const element = outline.links[link]!.element;
  const runs: number[] = [];
  for (let run = outline.runFrom[element]!; run < outline.runTo[element]!; run++) {
    if (outline.runs[run]!.link === link && marks.dates[run] !== 'piece' && !FLAG.test(outline.runs[run]!.text)) runs.push(run);
  }
  const pieces = inPieces(outline, element, runs);
  if (pieces.length <= 1) return runs;
  const heading =
    pieces.find((piece) => piece.runs.some((run) => within(outline, run, element, (inner) => /^h[1-6]$/.test(inner.name)))) ??
    pieces.find((piece) => isSameStart(outline, element, piece.text)) ??
    pieces.find((piece) =>
      piece.runs.some((run) => within(outline, run, element, (inner) => /tit|name|标题/i.test(inner.attribs.class ?? ''))),
    ) ??
    pieces.find((piece) => piece.text.length >= 4 && !piece.runs.every((run) => marks.dates[run] !== null));
  return heading?.runs ?? pieces[0]!.runs;
}

/** Runs grouped by the block they stand in. */
function inPieces(outline: Outline, element: number, runs: readonly number[]): { runs: number[]; text: string }[] {
  const pieces: { runs: number[]; text: string; block: number }[] = [];
  for (const run of runs) {
    let block = outline.runs[run]!.element;
    while (block > element && !isBlock(outline.elements[block]!)) block = outline.parent[block]!;
    const text = outline.runs[run]!.text;
    const last = pieces.at(-1);
    if (last && last.block === block) {
      last.runs.push(run);
      last.text += text;
    } else pieces.push({ runs: [run], text, block });
  }
  return pieces;
}

function within(outline: Outline, run: number, top: number, is: (element: Element) => boolean): boolean {
  for (let at = outline.runs[run]!.element; at > top; at = outline.parent[at]!) if (is(outline.elements[at]!)) return true;
  return false;
}

function isSameStart(outline: Outline, element: number, text: string): boolean {
  const whole = outline.elements[element]!.attribs.title;
  const stem = bare(text).replace(CUT, '');
  return whole !== undefined && stem.length >= 2 && bare(whole).startsWith(stem);
}

const CUT = /(?:\.{2,20}|…{1,20}|⋯{1,20})$/;
const bare = (text: string) => cleanText(text).replace(/\s/g, '');

/**
 * The title in full: what the row shows, or where that is cut the whole from an attribute or a comment of the row.
 * `shown` is the visible text without the day.
 */
export function wholeTitle(outline: Outline, row: Span, place: TitlePlace, shown: string): string {
  const stem = bare(shown).replace(CUT, '');
  const unlabelled = isBracketed(outline.runs[place.runs[0]!]?.text ?? '') ? stem.replace(LABEL, '') : stem;
  for (const whole of wholesOf(outline, row, place, CUT.test(shown.trim()))) {
    const candidate = tidy(whole.replace(PARTICULARS, ''));
    const flat = bare(candidate);
    const begin = flat.startsWith(stem) ? stem : unlabelled;
    if (begin !== '' && flat.startsWith(begin) && flat.length <= LONGEST_TITLE && !CUT.test(flat) && fits(shown, flat, begin))
      return candidate;
  }
  return tidy(shown).slice(0, LONGEST_TITLE);
}

/** `[县本级]` in an element of its own before the title: the title attribute leaves it out. */
const LABEL = /^[[【〔(（][^\]】〕)）]{1,12}[\]】〕)）]/;
/** Tooltips of several lines tell the title first: `标题：…\n作者：…\n更新时间：…`. */
const PARTICULARS =
  /[\r\n]\s{0,20}(?:作\s{0,8}者|来\s{0,8}源|时\s{0,8}间|日\s{0,8}期|[\u4e00-\u9fff]{2}(?:时间|日期|次数|数))\s{0,4}[:：][\s\S]*$/;

/** A title attribute may add what is no title (the day, a hint), so a text that is not cut is taken as it stands unless only its end is missing. */
function fits(shown: string, flat: string, stem: string): boolean {
  if (CUT.test(shown.trim())) return true;
  const rest = flat.slice(stem.length);
  return stem.length >= 8 && !/\d{4}[-/年.]\d{1,2}|发布|时间|日期|来源|点击|^[:：|]/.test(rest);
}

/** Texts near the title that may hold it whole: title attributes on the link and around it, alternative texts, comments. */
function* wholesOf(outline: Outline, row: Span, place: TitlePlace, cut: boolean): Generator<string> {
  const link = outline.links[place.link]!.element;
  for (let at = link; at >= row.elementFrom && at >= 0; at = outline.parent[at]!) yield* attributes(outline.elements[at]!);
  if (!cut) return;
  for (const element of elementsOf(outline.elements[link]!).slice(0, 20)) yield* attributes(element);
  for (let other = row.elementFrom; other < Math.min(row.elementTo, row.elementFrom + 40); other++)
    yield* attributes(outline.elements[other]!);
  yield* commentsOf(outline.elements[outline.parent[link]!] ?? outline.elements[link]!);
}

function* attributes(element: Element): Generator<string> {
  for (const name of ['title', 'data-title', 'alt', 'textvalue', 'value']) {
    const value = element.attribs[name];
    if (value) yield value;
  }
}

function* commentsOf(element: Element): Generator<string> {
  for (const child of element.children) if (child.type === 'comment') yield child.data.replace(/<[^>]{0,500}>/g, '');
}

/** A row that is pinned today is the same item tomorrow. */
const PINNED = /^(?:[[【(（]\s?置\s?顶\s?[\]】)）]|置\s?顶\s?[:：|])\s?[:：]?\s?/;

/** Without the signs that lists put before titles, without markup that was printed as text at its ends. */
function tidy(title: string): string {
  return cleanText(title)
    .replace(/^(?:文章|信息)?(?:标\s{0,4}题|名\s{0,4}称)[:：]\s?/, '')
    .replace(/^[\s•·●▪■◆◇►▶»›>※\u25aa\uf0b7]+/, '')
    .replace(/^\[图\]\s?/, '')
    .replace(PINNED, '')
    .trim();
}

/** The text that a title's runs show. */
export function shownTitle(outline: Outline, place: TitlePlace): string {
  return spanText(outline, place.runs);
}
