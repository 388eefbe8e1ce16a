import type { Entry } from '../../../src/model/reading.ts';
import { entriesOf } from './entries.ts';
import { type Candidate, isBelow, type PageFacts } from './evidence.ts';
import type { Group } from './groups.ts';
import { datesIn, lettersIn, spanOf } from './marks.ts';

/** A headline with its summary. In letters. */
const LONGEST = 400;
const LEAST_TITLE = 6;

/**
 * The rows of a list with the headline that stands over it in larger letters: one more item of the column, with a day, that leads below the column's own
 * folder as the rows do. What leads where a row does is that row, shown twice.
 */
export function withHeadline({ outline, marks, page, trailTo }: PageFacts, { group, entries, own }: Candidate): readonly Entry[] {
  if (!own) return entries;
  const span = headlineBefore({ outline, marks }, group);
  if (span === null || span.runFrom < trailTo) return entries;
  const found = entriesOf(outline, marks, { ...group, rows: [span], seams: [] }, page.base);
  const [headline] = found;
  const isItem =
    headline?.url != null && headline.publishedOn !== null && headline.title.length >= LEAST_TITLE && isBelow(headline.url, page.url);
  return isItem && entries.every(({ url }) => url !== headline.url) ? [headline, ...entries] : entries;
}

/** The element right before a list, or before the box that the list fills, if it holds links to one address and a day. */
function headlineBefore({ outline, marks }: Pick<PageFacts, 'outline' | 'marks'>, { container, rows }: Group) {
  const first = rows[0]!.runFrom;
  let box = container;
  while (box >= 0 && outline.runFrom[box]! >= first) box = outline.parent[box]!;
  if (box < 0) return null;
  let before: number | null = null;
  for (let kid = box + 1; kid < outline.end[box]! && outline.runTo[kid]! <= first; kid = outline.end[kid]!)
    if (outline.runTo[kid]! > outline.runFrom[kid]!) before = kid;
  if (before === null) return null;
  const span = spanOf(outline, before);
  const hrefs = new Set(outline.links.slice(span.linkFrom, span.linkTo).map(({ href }) => href));
  return hrefs.size === 1 && datesIn(marks, span) === 1 && lettersIn(marks, span) <= LONGEST ? span : null;
}
