import type { Block } from '../../src/model/document.ts';
import type { ArticleReading, Entry, ListReading } from '../../src/model/reading.ts';
import { findPersonalData, mask, maskLine, mayHoldPersonalData, summarize } from '../../src/privacy/personal-data.ts';
import { gridOf, isDataTable } from '../documents/grid.ts';
import { elementsOf, type Page } from './page.ts';

/** A list whose titles hold nothing that must not leave this program. */
export function maskList(reading: ListReading): ListReading {
  const all = (entries: readonly Entry[]) => entries.map((entry) => ({ ...entry, title: maskLine(entry.title) }));
  return { ...reading, items: all(reading.items), blocks: reading.blocks.map((block) => ({ ...block, items: all(block.items) })) };
}

/** An article with its personal data told in masked forms, and masked wherever its texts hold it. */
export function maskArticle(reading: ArticleReading, page: Page): ArticleReading {
  const own = [reading.title, reading.source, reading.author].filter((text) => text !== null);
  const lines = [...own, ...reading.attachments.map(({ name }) => name), ...reading.text.split('\n')];
  if (!lines.some(mayHoldPersonalData)) return reading;
  const hits = findPersonalData([...lines.map((text): Block => ({ kind: 'line', text })), ...rowsOf(page)]);
  if (hits.length === 0) return reading;
  const masked = (text: string | null) => text && mask(text, hits);
  return {
    ...reading,
    title: masked(reading.title),
    source: masked(reading.source),
    author: masked(reading.author),
    text: mask(reading.text, hits),
    attachments: reading.attachments.map(({ name, url }) => ({ name: mask(name, hits), url })),
    personalData: summarize(hits),
  };
}

function rowsOf(page: Page): Block[] {
  return elementsOf(page.document)
    .filter(isDataTable)
    .flatMap((element, table) => gridOf(element).map((cells): Block => ({ kind: 'row', table, cells })));
}
