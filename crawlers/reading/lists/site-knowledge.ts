import type { FrameBlock, SiteProfile } from '../../../src/model/site-profile.ts';
import type { Candidate } from './evidence.ts';
import type { Outline } from './outline.ts';
import { placeOf, stepOf } from './place.ts';

/** What is known of the page's site: where columns have their lists, what stands on pages of several of them, and which scripts fill none. */
export type SiteKnowledge = Pick<SiteProfile, 'frame' | 'template' | 'scripts'>;

/** Columns that must have their list at a place before it is one for lists. */
export const COLUMNS_AT_PLACE = 2;
/** Share of a block's rows that must be those of a block of the frame. */
const SAME_ROWS = 0.6;
/** How much heavier a block at a place for lists is. */
const AT_PLACE = 3;

/** Finds the elements of a page that stand where other columns of the site have their lists. */
export function listPlaces(outline: Outline, knowledge: SiteKnowledge | null): (element: number) => boolean {
  const places = new Set<string>();
  for (const { place, columns } of knowledge?.template ?? []) if (columns >= COLUMNS_AT_PLACE) places.add(place);
  const lastSteps = new Set([...places].map((place) => place.slice(place.lastIndexOf('>') + 1)));
  return (element) => lastSteps.has(stepOf(outline.elements[element]!)) && places.has(placeOf(outline, element));
}

/** A candidate, weighed anew by what other pages of the site say of its place. */
export function weighBySite(
  candidate: Candidate,
  outline: Outline,
  { frame }: SiteKnowledge,
  isListPlace: (element: number) => boolean,
): Candidate {
  const { container } = candidate.group;
  const isList = isListPlace(container);
  const links = candidate.entries.flatMap(({ url }) => url ?? []);
  const isOfFrame =
    !candidate.named && links.length > 0 && frame.some((block) => isBlock(block, placeOf(outline, container), links, isList));
  if (isOfFrame) return { ...candidate, known: 'frame', score: 0 };
  return isList ? { ...candidate, known: 'template', score: candidate.score * AT_PLACE } : candidate;
}

/**
 * Whether a block is one of the frame: the same rows, or its place where no column has a list, as hot lists change from day to day. A
 * short list is not, although a box of news shows all its rows.
 */
function isBlock({ place: framePlace, rows }: FrameBlock, place: string, links: readonly string[], isList: boolean): boolean {
  if (isList && place !== framePlace) return false;
  const shared = links.filter((url) => rows.includes(url)).length;
  return (
    shared >= SAME_ROWS * Math.max(links.length, rows.length) || (place === framePlace && (!isList || shared >= SAME_ROWS * rows.length))
  );
}
