import type { Block } from '../../../src/model/reading.ts';
import { canonicalUrl } from '../urls.ts';
import type { Candidate, PageFacts } from './evidence.ts';

/** A block must weigh so much of the heaviest one to be one of several; less, and it is a side box. */
const PEER = 0.55;
const SHOWN = 0.2;
/** Lists of a column show more rows than teasers do. */
const LONGEST_TEASER = 12;

/**
 * The blocks of a landing page; empty where the page is one column's list. It is a landing page where its heaviest list is a teaser
 * (a "more" link leads to the list's own page) or where lists of like weight stand side by side, none of them named as the page's column or paged.
 */
export function blocksOf(facts: PageFacts, best: Candidate, candidates: readonly Candidate[]): Block[] {
  if (best.paged || best.named) return [];
  const blocks = candidates.filter((candidate) => isBlock(candidate, best)).sort((a, b) => first(a) - first(b));
  const peers = blocks.filter((candidate) => candidate.score >= PEER * best.score && candidate.heading !== null);
  const teaser = leadsElsewhere(facts, best) && best.entries.length <= LONGEST_TEASER;
  const sideBySide = peers.length >= 2 && best.entries.length <= LONGEST_TEASER;
  if (!teaser && !sideBySide) return [];
  return blocks.map((candidate) => ({
    name: candidate.heading,
    url: canonicalUrl(candidate.more, facts.page.base),
    items: candidate.entries,
  }));
}

function isBlock(candidate: Candidate, best: Candidate): boolean {
  return !candidate.frame && !candidate.aside && candidate.titleLength >= 8 && candidate.score >= SHOWN * best.score;
}

function leadsElsewhere({ page }: PageFacts, { more }: Candidate): boolean {
  const url = canonicalUrl(more, page.base);
  return url !== null && url !== canonicalUrl(page.url, page.url);
}

const first = (candidate: Candidate) => candidate.group.rows[0]!.elementFrom;
