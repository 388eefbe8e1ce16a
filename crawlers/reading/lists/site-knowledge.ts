import type { FrameBlock, SiteProfile } from '../../../src/model/site-profile.ts';
import type { Candidate } from './evidence.ts';
import type { Outline } from './outline.ts';
import { placeOf } from './place.ts';

/** What is known of the page's site: where columns have their lists, and what stands on pages of several of them. */
export type SiteKnowledge = Pick<SiteProfile, 'frame' | 'template'>;

/** Columns that must have their list at a place before it is one for lists. */
const COLUMNS = 2;
/** Share of a block's rows that must be those of a block of the frame. */
const SAME_ROWS = 0.6;
/** How much heavier a block at a place for lists is. */
const AT_PLACE = 3;

/** A candidate, weighed anew by what other pages of the site say of its place. */
export function weighBySite(candidate: Candidate, outline: Outline, { frame, template }: SiteKnowledge): Candidate {
  const place = placeOf(outline, candidate.group.container);
  const links = candidate.entries.flatMap(({ url }) => url ?? []);
  if (!candidate.named && frame.some((block) => isBlock(block, place, links))) return { ...candidate, known: 'frame', score: 0 };
  const isList = template.some((list) => list.place === place && list.columns >= COLUMNS);
  return isList ? { ...candidate, known: 'template', score: candidate.score * AT_PLACE } : candidate;
}

/** Whether a block is one of the frame: the same rows, or the same place with some of them, as hot lists change from day to day. */
function isBlock(block: FrameBlock, place: string, links: readonly string[]): boolean {
  const shared = links.filter((url) => block.rows.includes(url)).length;
  return links.length > 0 && (shared >= SAME_ROWS * Math.min(links.length, block.rows.length) || (place === block.place && shared > 0));
}
