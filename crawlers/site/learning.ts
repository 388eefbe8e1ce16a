import type { ListReading, WeighedBlock } from '../../src/model/reading.ts';
import type { FrameBlock, ListPlace, SiteProfile } from '../../src/model/site-profile.ts';

/** First pages of columns, by column: what a site is learnt from. */
export type PagesSeen = ReadonlyMap<string, ListReading>;

/** Pages of different columns that a site is learnt from at least: what two columns share may be a list that stands in both. */
const FEWEST_PAGES = 3;
/** Pages on which a block must stand with the same rows to be of the frame. */
const FRAME_PAGES = 3;
/** Share of a block's rows that stay the same from page to page. */
const SAME_ROWS = 0.6;
/** A list of fewer rows says little of where lists stand. */
const TELLING_ROWS = 3;

/**
 * What pages of several columns show of their site; null where they are too few. What is known already stays where they say nothing.
 * `drawn` names the columns whose rows a browser had to draw.
 */
export function learnFrom(pages: PagesSeen, known: SiteProfile, drawn: ReadonlySet<string> = new Set()): Partial<SiteProfile> | null {
  if (pages.size < FEWEST_PAGES) return null;
  const readings = [...pages.values()];
  const frame = frameOf(readings);
  return {
    frame: withKnown(frame, known.frame),
    template: withKnown(templateOf(readings, frame), known.template),
    scripts: [...new Set([...idleScripts(readings), ...known.scripts])].slice(0, MOST_SCRIPTS),
    drawn: drawnBy(pages, drawn) ?? known.drawn,
  };
}

/** What these pages show, and what others showed before of places that these do not have. */
function withKnown<At extends { readonly place: string }>(now: readonly At[], before: readonly At[]): At[] {
  const places = new Set(now.map(({ place }) => place));
  return [...now, ...before.filter(({ place }) => !places.has(place))].slice(0, MOST_PLACES);
}
const MOST_PLACES = 20;
const MOST_SCRIPTS = 100;

/** Scripts that stand on several pages whose lists are in their markup. */
function idleScripts(pages: readonly ListReading[]): string[] {
  const counts = new Map<string, number>();
  for (const { state, fingerprint, why } of pages) {
    if (state !== 'list' || fingerprint === null || wayOf(fingerprint.place) !== 'markup' || fingerprint.rows < TELLING_ROWS) continue;
    for (const script of new Set(why.scripts)) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= FEWEST_PAGES).map(([script]) => script);
}

/** Blocks that stand with the same rows on pages of several columns. */
function frameOf(pages: readonly ListReading[]): FrameBlock[] {
  const places = new Map<string, WeighedBlock[]>();
  for (const { why } of pages) {
    for (const block of why.blocks) if (block.links.length > 1) places.set(block.place, [...(places.get(block.place) ?? []), block]);
  }
  return [...places].flatMap(([place, blocks]) => {
    const counts = new Map<string, number>();
    for (const { links } of blocks) for (const link of new Set(links)) counts.set(link, (counts.get(link) ?? 0) + 1);
    const rows = [...counts].filter(([, count]) => count >= FRAME_PAGES).map(([link]) => link);
    const alike = blocks.filter(({ links }) => links.filter((link) => rows.includes(link)).length >= SAME_ROWS * links.length);
    return alike.length >= FRAME_PAGES ? [{ place, rows, columns: alike.length }] : [];
  });
}

/** Where lists stand, the commonest place first. */
function templateOf(pages: readonly ListReading[], frame: readonly FrameBlock[]): ListPlace[] {
  const isFrame = ({ links }: WeighedBlock) =>
    frame.some(({ rows }) => links.filter((link) => rows.includes(link)).length >= SAME_ROWS * links.length);
  const places = new Map<string, ListPlace>();
  for (const { state, fingerprint, why } of pages) {
    const chosen = why.blocks.find((block) => block.chosen);
    if (state !== 'list' || fingerprint === null || fingerprint.rows < TELLING_ROWS || (chosen && isFrame(chosen))) continue;
    const { columns = 0, rows = 0, dated = 0 } = places.get(fingerprint.place) ?? {};
    places.set(fingerprint.place, {
      place: fingerprint.place,
      columns: columns + 1,
      rows: Math.max(rows, fingerprint.rows),
      dated: (dated * columns + fingerprint.dated) / (columns + 1),
    });
  }
  return [...places.values()].filter(({ columns }) => columns > 1).sort((one, other) => other.columns - one.columns);
}

/** How most of the lists are had; null where none was. */
function drawnBy(pages: PagesSeen, drawn: ReadonlySet<string>): SiteProfile['drawn'] {
  const ways = [...pages].flatMap(([column, { state, fingerprint }]) =>
    state === 'list' && fingerprint ? [drawn.has(column) ? ('browser' as const) : wayOf(fingerprint.place)] : [],
  );
  const count = (way: SiteProfile['drawn']) => ways.filter((one) => one === way).length;
  return [...new Set(ways)].sort((one, other) => count(other) - count(one))[0] ?? null;
}

function wayOf(place: string): NonNullable<SiteProfile['drawn']> {
  return place === 'data' ? 'api' : place === 'script' ? 'scripts' : 'markup';
}
