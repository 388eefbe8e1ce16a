import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPage } from '../../crawlers/reading/read.ts';
import { type SampleCity, startSampleCity } from '../../sample-city/start.ts';
import { loadConfig } from '../../src/config/load.ts';
import type { Column } from '../../src/model/estate.ts';

const dir = mkdtempSync(join(tmpdir(), 'sample-city-'));
let city: SampleCity;
let columns: readonly Column[];

beforeAll(async () => {
  city = await startSampleCity();
  city.writeConfig(dir);
  columns = loadConfig(dir).estate.sites.flatMap((site) => site.columns ?? []);
});

afterAll(async () => {
  await city.close();
  rmSync(dir, { recursive: true, force: true });
});

const columnOf = (id: string) => columns.find((column) => column.id === id)!;

describe('the configuration of the sample city', () => {
  it('is a good configuration: 58 units, eight sites, every column', () => {
    const { estate, taxonomy, pack } = loadConfig(dir);
    expect(estate.units.filter((unit) => unit.kind === 'department')).toHaveLength(40);
    expect(estate.units.filter((unit) => unit.kind === 'township')).toHaveLength(13);
    expect(estate.units.filter((unit) => unit.kind === 'street')).toHaveLength(4);
    expect(estate.sites).toHaveLength(8);
    expect(columns).toHaveLength(city.expected().columns.length);
    expect(taxonomy.categories).toHaveLength(22);
    expect(pack.id).toBe('national-2015');
  });
});

describe('the pages of the sample city', () => {
  it('list, column by column, exactly what the city says they do', { timeout: 240_000 }, async () => {
    for (const expected of city.expected().columns) {
      if (expected.status === 'unknown' && expected.reason !== 'undated') continue;
      const rows = await walk(columnOf(expected.id));
      const days = [...rows.values()].filter((day): day is string => day !== null && day <= '2018-12-31').sort();
      const of2018 = days.filter((day) => day >= '2018-01-01');
      expect({ id: expected.id, items: of2018.length, last: days.at(-1) ?? null }).toEqual({
        id: expected.id,
        items: expected.items,
        last: expected.lastPublished,
      });
    }
  });

  it('answer a page that has not changed with 304, and with the page once something is published', async () => {
    const url = columnOf('water-tzgg').url;
    const first = await fetch(url);
    await first.text();
    const again = () => fetch(url, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect((await again()).status).toBe(304);
    expect((await fetch(url, { headers: { 'if-modified-since': first.headers.get('last-modified')! } })).status).toBe(304);
    const item = city.publish('water-tzgg', { title: '关于霞家河水库开闸放水的紧急公告' });
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('关于霞家河水库开闸放水的紧急公告');
    expect(await (await fetch(item)).text()).toContain('2018/12/31');
  });

  it('say on the item what the list says', async () => {
    for (const id of ['szfwj', 'edu-tzgg', 'police-tzgg', 'env-gzdt', 'water-fxkh', 'bmys']) {
      const list = await read(columnOf(id).url, 'list');
      if (list.kind !== 'list') throw new Error(`${id} is no list`);
      const row = list.items.at(-1)!;
      const article = await read(row.url!, 'article');
      if (article.kind !== 'article') throw new Error(`${id} leads to no article`);
      expect(article.title).toBe(row.title);
      expect(article.publishedAt?.slice(0, 10).endsWith(row.publishedOn ?? row.shown!)).toBe(true);
      expect(article.source).toMatch(/^广水/);
      expect(article.text.length).toBeGreaterThan(60);
    }
  });

  it('name number and formation day of official documents', async () => {
    const list = await read(columnOf('szfwj').url, 'list');
    const article = await read(list.kind === 'list' ? list.items[0]!.url! : '', 'article');
    expect(article).toMatchObject({
      documentNumber: expect.stringMatching(/^广政发〔2018〕\d+号$/),
      documentDate: expect.stringMatching(/^2018-/),
    });
  });

  it('lead from the home page of each readable site to sections and columns', async () => {
    const portal = await (await fetch(city.url)).text();
    for (const href of ['/ywdt/', '/zwgk/tzgg/', '/bm/', '/xz/', '/ztzl/hm30/']) expect(portal).toContain(`href="${href}"`);
    for (const href of ['/ywdt/', '/bm/', '/bm/slj/', '/ztzl/hm30/', '/wzdt/']) {
      expect((await fetch(new URL(href, city.url))).status, href).toBe(200);
    }
  });
});

describe('the faults of the sample city', () => {
  it('answer as broken sites do', async () => {
    const status = async (id: string) => (await fetch(columnOf(id).url)).status;
    expect(await status('rfb-rfgc')).toBe(404);
    expect(await status('kjj-kjdt')).toBe(200);
    expect(await status('njj-njdt')).toBe(500);
    expect(await status('housing-tzgg')).toBe(412);
    await expect(fetch(columnOf('tourism-lydt').url)).rejects.toThrow();
    await expect(
      fetch(columnOf('grain-lsdt').url, { signal: AbortSignal.timeout(300) }).then((response) => response.text()),
    ).rejects.toThrow();
    expect(await (await fetch(new URL('/robots.txt', city.url))).text()).toContain('Disallow: /bm/daj/');
  });
});

async function walk(column: Column): Promise<Map<string, string | null>> {
  const rows = new Map<string, string | null>();
  const asked = new Set<string>();
  const waiting = [column.url];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (asked.has(url)) continue;
    asked.add(url);
    const list = await read(url, 'list');
    if (list.kind !== 'list') throw new Error(`${url} is no list`);
    for (const item of list.items) rows.set(item.url ?? item.title, item.publishedOn ?? (item.shown ? await dayOf(item.url!) : null));
    waiting.push(...list.next.map((next) => next.url));
  }
  return rows;
}

/** The day of a row that shows no year stands on the item's own page. */
async function dayOf(url: string): Promise<string | null> {
  const article = await read(url, 'article');
  return article.kind === 'article' ? (article.publishedAt?.slice(0, 10) ?? null) : null;
}

async function read(url: string, kind: 'list' | 'article') {
  const response = await fetch(url);
  return readPage({ bytes: new Uint8Array(await response.arrayBuffer()), contentType: response.headers.get('content-type'), url, kind });
}
