import { type Looked, lookAt } from '../../crawlers/links/look.ts';
import { isPassing } from '../../crawlers/site/addresses.ts';
import type { CrawledColumn } from '../../crawlers/site/crawled.ts';
import { urlKey } from '../../crawlers/site/item-key.ts';
import { forEachOf } from '../../crawlers/site/pool.ts';
import { openBudgetTitles } from '../../src/duties/budgets/titles.ts';
import { addDays, type Day, daysBetween } from '../../src/model/day.ts';
import type { Column, Site } from '../../src/model/estate.ts';
import { LINK_FAULTS, type LinkState, type PageLink, provenFault, type WatchedLink, withLook } from '../../src/model/links.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { AddressHabits } from '../../src/model/site-profile.ts';
import type { LinkedPage, LookedLink } from '../../src/store/store.ts';
import { type Meter, metered } from '../crawl/meter.ts';
import type { Workshop } from '../workshop.ts';
import { lookDay } from './look-day.ts';

/** Items published longer ago are not looked at for links. */
const RECENT_DAYS = 30;
/** Days until a link that the crawl itself follows, or one that is alive, is looked at again. */
const CALM_DAYS = 7;
/** Days until a proven fault, or one that could not be told, is looked at again. */
const DOUBT_DAYS = 3;
/** Links of a site that nobody looked at yet, or that are in doubt, looked at in one night. */
const LINKS_A_NIGHT = 500;
/** Of those known to be alive so many a night, as a share of the site's columns: a night with nothing new stays a quiet one. */
const ALIVE_SHARE = 0.02;
/** Sites at once, and links of each; every host keeps its own pace. */
const SITES_AT_ONCE = 8;
const LINKS_AT_ONCE = 4;

/**
 * Pages of a crawled column whose links are watched: its list, and its items of the last days. An address that is another with each visit
 * is not watched: asked for later, it says nothing.
 */
export function linkedPages({ column, seen, items }: CrawledColumn, today: Day, addresses: AddressHabits): LinkedPage[] {
  const { site, unit } = column;
  const lasting = (links: readonly PageLink[]) => links.filter(({ url }) => !isPassing(url, addresses));
  const list = seen?.links ? [{ site, unit, page: column.url, links: lasting(seen.links) }] : [];
  const recent = items.filter(({ publishedOn }) => publishedOn !== null && Math.abs(daysBetween(publishedOn, today)) <= RECENT_DAYS);
  return [
    ...list,
    ...recent.flatMap(({ row, article }) =>
      article?.links && row.url ? [{ site, unit, page: row.url, links: lasting(article.links) }] : [],
    ),
  ];
}

/** Keeps what pages of a site link to. Columns and items are followed by the crawl itself, so that their turn comes later. */
export async function noteLinks(
  { store }: Pick<Workshop, 'store'>,
  pages: readonly LinkedPage[],
  columns: readonly Column[],
  today: Day,
): Promise<void> {
  const followed = new Set(columns.map(({ url }) => urlKey(url)));
  const keys = [...new Set(pages.flatMap(({ links }) => links.map(({ url }) => urlKey(url))))];
  const known = keys.length > 0 ? await store.items.known(keys) : new Map();
  const first = ({ url, kind }: PageLink): Pick<WatchedLink, 'state' | 'nextLook'> => {
    const isFollowed = kind === 'page' && (followed.has(urlKey(url)) || known.get(urlKey(url))?.outcome === 'ok');
    return isFollowed ? { state: 'alive', nextLook: addDays(today, CALM_DAYS) } : unseen(today);
  };
  for (const page of pages) await store.links.note(page, today, first);
}

/**
 * Looks where links lead whose turn it is: new ones and those in doubt at once, the others in turn, a few a night. Before a link is held to be faulty for
 * the second time, the page is asked whether it still shows it.
 */
export async function lookAtLinks(workshop: Workshop, run: RunRecord, signal: AbortSignal): Promise<void> {
  const today = lookDay(run, workshop.config.estate.timezone);
  await forEachOf(workshop.config.estate.sites, SITES_AT_ONCE, signal, async (site) => {
    const { links, columns } = workshop.store;
    const meter = metered(workshop, run.id, site.id);
    const door = { ...meter.door, addressFamilies: (host: string) => workshop.door.addressFamilies(host) };
    const inDoubt = () => links.due(site.id, today, LINKS_A_NIGHT, 'others');
    await noteAgain({ ...workshop, ...meter }, site, await inDoubt(), today, signal);
    const watched = (await columns.list(site.id)).length;
    const due = [...(await inDoubt()), ...(await links.due(site.id, today, Math.ceil(ALIVE_SHARE * watched), 'calm'))];
    const isWanted = await budgetFiles(due, workshop);
    const looked: LookedLink[] = [];
    await forEachOf(due, LINKS_AT_ONCE, signal, async (link) => {
      const { state, outcome, status, finalUrl, ...body } = await lookAt(link, site, { door, signal });
      if (outcome === 'interrupted') return;
      const fault = isFault(state) ? state : null;
      const proves = fault !== null || state === 'alive';
      const file = await lookInto(link, { state, ...body }, isWanted(link), workshop);
      looked.push({
        site: site.id,
        url: link.url,
        // What was proved before stands until something else is.
        state: proves || link.looks.length === 0 ? state : link.state,
        looks: proves ? withLook(link.looks, { on: today, fault, outcome, status, finalUrl }) : link.looks,
        nextLook: addDays(today, file.personalData?.length ? 1 : daysUntilNext(state, link, today)),
        ...file,
      });
    });
    await links.keep(looked);
    await meter.keep();
  });
}

const unseen = (today: Day) => ({ state: 'new' as const, nextLook: today });

type FileSays = Pick<LookedLink, 'personalData' | 'contents'>;

/** What the file behind a link says now. One that could not be had is as it was; one that is gone holds nothing any more. */
async function lookInto(
  { kind, url, personalData: before }: WatchedLink,
  { state, bytes, contentType }: Pick<Looked, 'state' | 'bytes' | 'contentType'>,
  wanted: boolean,
  { readers }: Pick<Workshop, 'readers'>,
): Promise<FileSays> {
  if (kind !== 'attachment' || isFault(state)) return { personalData: null, contents: null };
  if (state !== 'alive' || bytes === null) return { personalData: before };
  const looked = await readers.lookInto({ url, bytes, contentType, text: wanted });
  if (looked.kind !== 'file') return { personalData: before };
  const { personalData, text, whole } = looked;
  return { personalData, ...(wanted && { contents: text === null ? null : { text, whole } }) };
}

/** Which files belong to a budget or accounts, by their own names or the titles of the pages that they stand on: what they say is kept, of no others. */
async function budgetFiles(due: readonly WatchedLink[], { store, config }: Pick<Workshop, 'store' | 'config'>) {
  const isBudget = openBudgetTitles(config.pack);
  const files = due.filter(({ kind }) => kind === 'attachment');
  const pages = files.length === 0 ? new Map() : await store.items.known([...new Set(files.map(({ page }) => urlKey(page)))]);
  return ({ kind, name, page }: WatchedLink) => kind === 'attachment' && [name, pages.get(urlKey(page))?.title ?? ''].some(isBudget);
}

/** A fault is looked at again the next day, which proves it; a proven one soon, so that what was mended is not held against anybody for long. */
function daysUntilNext(state: LinkState, link: WatchedLink, today: Day): number {
  if (isFault(state)) return provenFault(link, today) === null ? 1 : DOUBT_DAYS;
  return state === 'unsure' ? DOUBT_DAYS : CALM_DAYS;
}

const isFault = (state: LinkState): state is (typeof LINK_FAULTS)[number] => (LINK_FAULTS as readonly string[]).includes(state);

/** Asks the pages of faulty links again: one that was taken out is nobody's fault any more. */
async function noteAgain(
  { store, door, readers }: Pick<Workshop, 'store' | 'readers'> & Meter,
  site: Site,
  due: readonly WatchedLink[],
  today: Day,
  signal: AbortSignal,
): Promise<void> {
  const pages = new Map(due.filter(({ state }) => isFault(state)).map(({ page, unit }) => [page, unit]));
  await forEachOf([...pages], LINKS_AT_ONCE, signal, async ([page, unit]) => {
    const { outcome, bytes, contentType, finalUrl } = await door.fetch({ url: page, kind: 'page', settings: site.crawl, signal });
    if (outcome === 'gone') await store.links.note({ site: site.id, unit, page, links: [] }, today, () => unseen(today));
    if (outcome !== 'ok' || bytes === null) return;
    const reading = await readers.read({ bytes, contentType, url: finalUrl, kind: 'auto', links: true });
    if (reading.kind === 'error' || reading.links === undefined) return;
    await store.links.note({ site: site.id, unit, page, links: reading.links }, today, () => unseen(today));
  });
}
