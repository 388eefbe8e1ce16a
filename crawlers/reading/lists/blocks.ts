import type { Block } from '../../../src/model/reading.ts';
import { Clicks } from '../clicks.ts';
import { elementsOf, isElement, isHidden } from '../page.ts';
import { canonicalUrl } from '../urls.ts';
import { type Candidate, isBelow, type PageFacts } from './evidence.ts';

/** A block must weigh so much of the heaviest one to be one of several; less, and it is a side box. */
const PEER = 0.55;
const SHOWN = 0.2;
/** Lists of a column show more rows than teasers do. */
const LONGEST_TEASER = 12;

/**
 * The blocks of a landing page; empty where the page is one column's list. It is a landing page where its heaviest list is a teaser
 * (a "more" link leads to the list's own page), where lists of like weight stand side by side, none of them named as the page's column or paged, or
 * where tabs hide the others.
 */
export function blocksOf(facts: PageFacts, best: Candidate, candidates: readonly Candidate[]): Block[] {
  if (best.paged || best.named) return [];
  const blocks = candidates.filter((candidate) => isBlock(candidate, best)).sort((a, b) => first(a) - first(b));
  const peers = blocks.filter((candidate) => candidate.score >= PEER * best.score && candidate.heading !== null);
  const teaser = leadsElsewhere(facts, best) && best.entries.length <= LONGEST_TEASER;
  const sideBySide = peers.length >= 2 && best.entries.length <= LONGEST_TEASER;
  const tabs = best.entries.length <= LONGEST_TEASER && hasHiddenTabs(facts, best);
  if (!teaser && !sideBySide && !tabs) return [];
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

/**
 * Other lists of the same make lie hidden beside the shown one: tabs of several columns. Copies for other screens lead where the shown one does; and where
 * only the shown rows lie below the page's own folder, it is that tab's page.
 */
function hasHiddenTabs({ outline, page }: PageFacts, { group, entries, own }: Candidate): boolean {
  const shown = new Set(entries.map((entry) => entry.url));
  const clicks = new Clicks(page);
  let box = group.container;
  for (let up = 0; up < 2 && box > 0; up++, box = outline.parent[box]!) {
    const element = outline.elements[box]!;
    const tabs = (element.parent?.children ?? [])
      .slice(0, MOST_TABS)
      .filter((tab) => isElement(tab))
      .filter((tab) => tab.name === element.name && isHidden(tab));
    const links = tabs.map((tab) =>
      elementsOf(tab)
        .filter(({ name }) => name === 'a')
        .slice(0, LONGEST_TEASER),
    );
    const others = links
      .map((rows) => rows.map((link) => canonicalUrl(clicks.target(link), page.base)))
      .filter((urls) => urls.length >= 3 && urls.every((url) => !shown.has(url)));
    if (others.some((urls) => !own || urls.some((url) => url !== null && isBelow(url, page.url)))) return true;
  }
  return false;
}
const MOST_TABS = 40;

const first = (candidate: Candidate) => candidate.group.rows[0]!.elementFrom;
