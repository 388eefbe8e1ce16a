import { urlKey } from '../../crawlers/site/item-key.ts';
import { forEachOf } from '../../crawlers/site/pool.ts';
import { guidesIn } from '../../src/checks/service-guides.ts';
import type { Block } from '../../src/model/document.ts';
import type { ItemRecord, RunRecord } from '../../src/model/records.ts';
import { findPersonalData, mask, summarize } from '../../src/privacy/personal-data.ts';
import type { Store } from '../../src/store/store.ts';
import { metered } from '../crawl/meter.ts';
import { mentionsOf, yearToDate } from '../judging/judge.ts';
import type { Workshop } from '../workshop.ts';

/** Texts in memory at once. */
const BATCH = 500;

/** Looks at texts that an earlier version kept as they were, and masks them where they are kept. */
export async function maskKeptTexts({ items }: Pick<Store, 'items'>): Promise<void> {
  for (;;) {
    const batch = await items.unlooked(BATCH);
    if (batch.length === 0) return;
    await items.keepLooks(
      batch.map(({ key, title, text }) => {
        const hits = findPersonalData([title, ...text.split('\n')].map((line): Block => ({ kind: 'line', text: line })));
        if (hits.length === 0) return { key, personalData: [] };
        return { key, personalData: summarize(hits), title: mask(title, hits), text: mask(text, hits) };
      }),
    );
  }
}

/** Pages asked for again in one run, and at once; each site keeps its own pace. */
const PAGES = 200;
const AT_ONCE = 8;

/**
 * Asks again for pages that held personal data or a wording that is looked for, and for service guides that lacked something: a page that was mended looks the same in its list, so that nothing else would
 * ever ask for it. One that is gone holds nothing any more; one that does not answer stays what it was.
 */
export async function lookAgain(workshop: Workshop, run: RunRecord, signal: AbortSignal): Promise<void> {
  const { store, config, readers, clock } = workshop;
  const span = yearToDate(config.estate.timezone, run.asOf);
  const mentions = (await mentionsOf(store, { pack: config.pack, span })).slice(0, PAGES);
  const holding = [...(await store.items.holdingPersonalData(PAGES)), ...mentions, ...(await incompleteGuides(store)).slice(0, PAGES)];
  const meters = new Map(holding.map(({ site }) => [site, metered(workshop, run.id, site)]));
  await forEachOf(holding, AT_ONCE, signal, async ({ key, url, site }) => {
    const settings = config.estate.sites.find(({ id }) => id === site)?.crawl;
    if (settings === undefined) return;
    const { outcome, bytes, contentType, finalUrl } = await meters.get(site)!.door.fetch({ url, kind: 'page', settings, signal });
    if (outcome === 'gone') await store.items.markRemoved(key, clock.now());
    if (outcome === 'gone') await store.items.keepLooks([{ key, personalData: [] }]);
    if (outcome !== 'ok' || bytes === null) return;
    const reading = await readers.read({ bytes, contentType, url: finalUrl, kind: 'article' });
    if (reading.kind !== 'article' || reading.text === '') return;
    await store.items.keepLooks([{ key, personalData: reading.personalData, text: reading.text }]);
  });
  for (const meter of meters.values()) await meter.keep();
}

/** Service guides that the last audit found incomplete. */
async function incompleteGuides({ runs, findings }: Pick<Store, 'runs' | 'findings'>): Promise<Pick<ItemRecord, 'key' | 'url' | 'site'>[]> {
  const last = await runs.lastAudit();
  return (last ? await findings.list(last.id) : []).flatMap((finding) =>
    guidesIn(finding).map(({ url, site }) => ({ key: urlKey(url), url, site })),
  );
}
