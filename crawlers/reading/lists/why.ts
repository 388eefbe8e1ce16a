import type { ListReading, ListWhy, WeighedBlock } from '../../../src/model/reading.ts';
import type { Sentence } from '../../../src/model/sentence.ts';
import type { Emptiness } from './blank.ts';
import { type Candidate, isClaimed, type PageFacts } from './evidence.ts';
import { scriptsOf } from './fillers.ts';
import { newerElsewhere } from './newer-elsewhere.ts';
import { placeOf } from './place.ts';

/** Blocks that are told of; the rest of a page's groups are menus. */
const MOST = 6;
/** Links that are told of a block. */
const LINKS = 12;
/** A block that weighs so much of the heaviest could be the list as well. */
const RIVAL = 0.55;
/** A list of so many rows is told from other blocks by itself. */
const SOME_ROWS = 3;

interface Findings {
  readonly state: ListReading['state'];
  readonly best: Candidate | null;
  readonly candidates: readonly Candidate[];
  readonly emptiness: Emptiness | null;
}

/** Why a page was read as it was, and how sure that is. */
export function whyOf(facts: PageFacts, findings: Findings): ListWhy {
  const { state, best, candidates, emptiness } = findings;
  const doubts = state === 'list' && best ? listDoubts(facts, best, candidates) : (emptiness?.doubts ?? []);
  return {
    certainty: certaintyOf(state, best, doubts),
    blocks: candidates.slice(0, MOST).map((candidate) => weighed(facts, candidate, state === 'list' && candidate === best)),
    doubts,
    emptyPlace: emptiness === null ? null : placeOf(facts.outline, emptiness.place),
    scripts: facts.knownScripts === null ? [] : scriptsOf(facts.page),
  };
}

/** The same with something more that speaks against it. */
export function withDoubt(why: ListWhy, doubt: Sentence): ListWhy {
  return { ...why, certainty: why.certainty === 'sure' ? 'likely' : why.certainty, doubts: [...why.doubts, doubt] };
}

function certaintyOf(state: ListReading['state'], best: Candidate | null, doubts: readonly Sentence[]): ListWhy['certainty'] {
  if (state === 'blank') return 'sure';
  if (state !== 'list' || best === null) return 'unsure';
  if (doubts.length === 0) return 'sure';
  return best.aside || best.frame || (best.entries.length < SOME_ROWS && !best.own && !best.named) ? 'unsure' : 'likely';
}

function listDoubts(facts: PageFacts, best: Candidate, candidates: readonly Candidate[]): Sentence[] {
  const doubts: Sentence[] = newerElsewhere(facts, best);
  if (best.aside) doubts.push({ zh: '标题像侧栏', en: 'its heading is that of a side box' });
  if (best.frame) doubts.push({ zh: '在页面公共区域', en: 'it stands in the frame of the page' });
  if (best.known === 'template') return doubts;
  if (best.dated < 0.5) doubts.push({ zh: '多数行没有日期', en: 'most of its rows have no day' });
  if (isClaimed(best)) return doubts;
  if (!best.named)
    doubts.push({ zh: '没有标题、翻页或地址表明这是本栏目的列表', en: 'no heading, pager or address says that it is the column’s own' });
  if (best.entries.length < SOME_ROWS) doubts.push({ zh: '行数很少', en: 'it has few rows' });
  const rival = candidates.find((candidate) => candidate !== best && isRival(candidate, best));
  if (rival) doubts.push({ zh: '另有相近的列表块', en: 'another block weighs nearly as much' });
  return doubts;
}

/** Whether a block could be the list as well; where only the trail speaks for the best one, any list that nothing speaks against could. */
function isRival({ score, titleLength, aside, otherwise, frame, leaves, group }: Candidate, best: Candidate): boolean {
  if (titleLength < 8 || score === 0) return false;
  return score >= RIVAL * best.score || (best.underTrail && !aside && !otherwise && !frame && leaves >= 0.6 && group.rows.length > 0);
}

function weighed({ outline }: PageFacts, candidate: Candidate, chosen: boolean): WeighedBlock {
  const { entries, dated, heading, aside, otherwise, known, frame, named, own, paged, more, leaves } = candidate;
  const isDated = dated >= 0.5;
  return {
    place: placeOf(outline, candidate.group.container),
    rows: entries.length,
    links: entries.flatMap(({ url }) => url ?? []).slice(0, LINKS),
    heading,
    chosen,
    for: said([
      [isDated, { zh: `${percent(dated)}的行有日期`, en: `${percent(dated)} of its rows show a day` }],
      [named, { zh: '标题就是栏目名', en: 'its heading names the column' }],
      [own, { zh: '链接都在本栏目路径下', en: 'its links lead below the column’s own path' }],
      [paged, { zh: '下方就是翻页', en: 'the pager stands right behind it' }],
      [known === 'template', { zh: '本站其他栏目的列表也在这个位置', en: 'other columns of the site have their lists here' }],
      [leaves >= 0.8, { zh: '链接都像文章', en: 'its links look like articles' }],
    ]),
    against: said([
      [!isDated, { zh: '多数行没有日期', en: 'most of its rows have no day' }],
      [known === 'frame', { zh: '本站多个栏目的页面上都有', en: 'it stands on pages of several columns' }],
      [otherwise, { zh: '所在板块另有标题', en: 'its box is headed by another name than the column’s' }],
      [aside, { zh: '标题像侧栏', en: 'its heading is that of a side box' }],
      [frame, { zh: '在页面公共区域', en: 'it stands in the frame of the page' }],
      [more !== null && !paged, { zh: '旁边有“更多”', en: 'a link to more of it stands beside it' }],
      [leaves < 0.5, { zh: '链接像栏目', en: 'its links look like columns' }],
    ]),
  };
}

function said(facts: readonly (readonly [boolean, Sentence])[]): Sentence[] {
  return facts.filter(([holds]) => holds).map(([, words]) => words);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
