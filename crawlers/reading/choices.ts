import type { CheerioAPI } from 'cheerio/slim';
import type { Element } from 'domhandler';
import type { ListReading, WeighedBlock } from '../../src/model/reading.ts';
import { maskLine } from '../../src/privacy/personal-data.ts';
import { dialectOf } from '../dialects/dialects.ts';
import { readDataList } from './data/data-list.ts';
import type { Candidate } from './lists/evidence.ts';
import type { Group } from './lists/groups.ts';
import { findList } from './lists/list.ts';
import type { Outline } from './lists/outline.ts';
import { elementsOf, isElement, parsePage, selectorsOf } from './page.ts';
import { type PageSource, readPage, textOf } from './read.ts';

/** A block of a page that a person may say is the column's list. */
export interface Choice extends Pick<WeighedBlock, 'heading' | 'chosen' | 'for' | 'against'> {
  /** CSS selector of its rows, as `read: rows` takes it. */
  readonly selector: string;
  readonly rows: number;
  /** Titles of its first rows, personal data masked. */
  readonly titles: readonly string[];
}

/** A list page with what was read of it and what could be read instead. */
export interface PageChoices {
  /** Null where the page is no list page that could be read. */
  readonly reading: ListReading | null;
  readonly choices: readonly Choice[];
  /**
   * The page's markup. Elements of rows that were read carry `data-read`, the rows of a choice `data-choice` with its place in `choices`; the
   * page's own attributes of these names are gone.
   */
  readonly html: string;
}

const READ = 'data-read';
const CHOICE = 'data-choice';
/** Titles that are shown of a choice. */
const TITLES = 3;
/** Steps of a selector above the rows. */
const MOST_STEPS = 8;

/** Reads a page as its column is read, and says which of its blocks could be told to be the list. */
export function choicesOf(source: PageSource): PageChoices {
  const read = readPage(source);
  const reading = read.kind === 'list' ? read : null;
  const text = textOf(source);
  if (reading === null || readDataList(text, source.url) !== null) return { reading, choices: [], html: text };
  const page = parsePage(text, source.url, source.drawn);
  const $ = selectorsOf(page);
  const {
    best,
    candidates,
    outline,
    reading: { why },
  } = findList(page, dialectOf(page), source.knowledge);
  for (const element of elementsOf(page.document)) {
    delete element.attribs[READ];
    delete element.attribs[CHOICE];
  }
  const told = source.told?.rows !== undefined && source.told.api === undefined ? source.told.rows : null;
  const own = told === null ? (best && reading.state === 'list' ? rowElements(outline, best.group) : []) : $(told).toArray();
  for (const element of own) if (isElement(element)) element.attribs[READ] = 'yes';
  const choices = why.blocks.flatMap((block, place) => {
    const selector = selectorOf($, outline, candidates[place]!.group);
    return selector === null
      ? []
      : [choiceOf(candidates[place]!, selector, told === null ? block : { ...block, chosen: selector === told })];
  });
  for (const [place, { selector }] of choices.entries())
    for (const element of $(selector).toArray()) if (isElement(element)) element.attribs[CHOICE] ??= String(place);
  return { reading, choices, html: $.html() };
}

function choiceOf({ entries, heading }: Candidate, selector: string, { chosen, ...weighed }: WeighedBlock): Choice {
  return {
    selector,
    rows: entries.length,
    titles: entries.slice(0, TITLES).map(({ title }) => maskLine(title)),
    heading: heading && maskLine(heading),
    chosen,
    for: weighed.for,
    against: weighed.against,
  };
}

/** The outermost elements of a group's rows. */
function rowElements(outline: Outline, { rows }: Group): Element[] {
  return rows.flatMap(({ elementFrom, elementTo }) => {
    const found: Element[] = [];
    for (let at = elementFrom; at < elementTo; at = outline.end[at]!) found.push(outline.elements[at]!);
    return found;
  });
}

/** The shortest selector that names a group's rows and, as far as that goes, nothing else; null where they are no elements of one kind. */
function selectorOf($: CheerioAPI, outline: Outline, { rows }: Group): string | null {
  const elements = rows.map(({ elementFrom, elementTo }) => (outline.end[elementFrom] === elementTo ? elementFrom : -1));
  if (elements.includes(-1)) return null;
  const row = stepFor(elements.map((element) => outline.elements[element]!));
  if (row === null) return null;
  let selector = row;
  let best: { readonly selector: string; readonly matched: number } | null = null;
  let around = elements.map((element) => outline.parent[element]!);
  for (let step = 0; step < MOST_STEPS && around.every((element) => element >= 0); step++) {
    const above = around.map((element) => outline.elements[element]!);
    const name = stepFor(above);
    if (name === null) break;
    selector = `${name} > ${selector}`;
    const matched = $(selector).toArray();
    const holdsAll = elements.every((element) => matched.includes(outline.elements[element]!));
    if (!holdsAll) break;
    if (best === null || matched.length < best.matched) best = { selector, matched: matched.length };
    if (matched.length === elements.length || name.includes('#')) break;
    around = around.map((element) => outline.parent[element]!);
  }
  return best?.selector ?? null;
}

/** One step of a selector that all of these elements fit: their tag with an id or a class that they share; null where their tags differ. */
function stepFor(elements: readonly Element[]): string | null {
  const [first] = elements;
  if (first === undefined || elements.some(({ name }) => name !== first.name)) return null;
  const id = first.attribs.id?.trim();
  // An id with a number in it is that of one page.
  if (id && !/\d{3}|\s/.test(id) && elements.every((element) => element.attribs.id?.trim() === id)) return `${first.name}#${escaped(id)}`;
  const classes = (element: Element) => element.attribs.class?.trim().split(/\s+/) ?? [];
  const shared = classes(first).find((one) => one !== '' && elements.every((element) => classes(element).includes(one)));
  return shared ? `${first.name}.${escaped(shared)}` : first.name;
}

/** A name as CSS writes it (CSSOM, "serialize an identifier"). */
function escaped(name: string): string {
  return [...name]
    .map((sign, place) => (place === 0 && /\d/.test(sign) ? `\\3${sign} ` : /[\w\u0080-\uffff-]/.test(sign) ? sign : `\\${sign}`))
    .join('');
}
