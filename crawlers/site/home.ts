import type { Day } from '../../src/model/day.ts';
import type { Site } from '../../src/model/estate.ts';
import type { PageLink } from '../../src/model/links.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { HomeElement } from '../../src/model/page-elements.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { HomeMarks } from '../../src/model/site-profile.ts';
import type { CrawlPorts } from './ports.ts';

/** What the home page showed when it was last read. */
export interface CrawledHome {
  readonly outcome: Outcome;
  readonly detail: Sentence | null;
  readonly finalUrl: string | null;
  readonly tlsFallback: boolean;
  readonly tlsFault: string | null;
  readonly certificateEnd: Date | null;
  /** Newest day among the items on the home page that is not after the day asked about, or null where it shows none. */
  readonly updatedOn: Day | null;
  /** What it is known by, or null where it could not be read. */
  readonly marks: HomeMarks | null;
  /** What it shows of what the guidelines ask for; null where too little of it could be read to say that something is missing. */
  readonly elements: readonly HomeElement[] | null;
  /** What it links to; null where it was not read. */
  readonly links: readonly PageLink[] | null;
}

/** A page with fewer rows is a way in, or draws itself by scripts. */
const FEW_ROWS = 5;

/** Rows of the home page by which it is known again. */
export const ROWS_KEPT = 60;

/** Reads a site's home page for the rule that it must show something new. */
export async function readHome(site: Site, asOf: Day, ports: Pick<CrawlPorts, 'door' | 'readers' | 'signal'>): Promise<CrawledHome> {
  const fetched = await ports.door.fetch({ url: site.url, kind: 'page', settings: site.crawl, signal: ports.signal });
  const { outcome, detail, finalUrl, tlsFallback, tlsFault, certificateEnd } = fetched;
  const base = { outcome, detail, finalUrl, tlsFallback, tlsFault, certificateEnd };
  if (fetched.outcome !== 'ok' || fetched.bytes === null) return { ...base, updatedOn: null, marks: null, elements: null, links: null };
  const reading = await ports.readers.read({
    bytes: fetched.bytes,
    contentType: fetched.contentType,
    url: fetched.finalUrl,
    kind: 'list',
    home: true,
    links: true,
  });
  if (reading.kind !== 'list') return { ...base, updatedOn: null, marks: null, elements: null, links: null };
  const rows = [...reading.items, ...reading.blocks.flatMap((block) => block.items)];
  const days = rows.flatMap((entry) => entry.publishedOn ?? []);
  return {
    ...base,
    updatedOn:
      days
        .filter((day) => day <= asOf)
        .sort()
        .at(-1) ?? null,
    marks: { title: reading.title, rows: rows.flatMap(({ url }) => url ?? []).slice(0, ROWS_KEPT) },
    elements: rows.length >= FEW_ROWS ? (reading.elements ?? null) : null,
    links: reading.links ?? null,
  };
}
