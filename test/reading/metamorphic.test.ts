import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio/slim';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePage } from '../../crawlers/door/decode.ts';
import { readPage } from '../../crawlers/reading/read.ts';
import type { ListReading } from '../../src/model/reading.ts';

/*
 * Every real list page that is read whole is changed in ways that change nothing of what it lists, or that make it unreadable: the reading must stay the
 * same or say that it is not sure, and never be another one. What survives is printed; the floors only go up. Each change is made on every other page, one on
 * these and the next on those; GONGKAI_METAMORPHIC=whole makes each on all.
 */

const PAGES = fileURLToPath(new URL('../../../shared/pages/', import.meta.url));
const present = existsSync(`${PAGES}lists.jsonl`);
if (!present) console.warn(`skipped: no reference pages at ${PAGES}`);

interface Sample {
  readonly file: string;
  readonly url: string;
  readonly html: string;
  readonly reading: ListReading;
}
type Markup = ReturnType<typeof load>;
type Rows = ReturnType<Markup>;

/** What a change makes of a page, and the rows that must still be read; null where the page cannot be changed so. */
interface Change {
  /** Share of the pages on which the reading stays what it must be; the others must not be sure. */
  readonly floor: number;
  /** Share of the pages that may be read otherwise and still be called sure. */
  readonly wrong: number;
  make(sample: Sample, $: Markup, rows: Rows): { html: string; wanted: ListReading['items'] } | null;
}

const SIDE = [1, 2, 3, 4, 5, 6].map(
  (n) => `<li><a href="/other/col/2035${n}.html">另一个栏目里更新的第${n}条热点消息</a><span>2035-01-0${n}</span></li>`,
);
const written = (markup: string) => `document.write(${JSON.stringify(markup).replaceAll('</', '<\\/')});`;
const whole = (sample: Sample, $: Markup) => ({ html: $.html(), wanted: sample.reading.items });
const kept =
  (count: number): Change['make'] =>
  (sample, $, rows) => {
    if (rows.length !== sample.reading.items.length || rows.length <= count) return null;
    rows.slice(count).remove();
    return { html: $.html(), wanted: sample.reading.items.slice(0, count) };
  };

const CHANGES: Readonly<Record<string, Change>> = {
  'a side box with newer rows of another column': {
    floor: 0.98,
    wrong: 0.02,
    make(sample, $) {
      $('body').append(`<div class="side"><h3>热点信息</h3><ul>${SIDE.join('')}</ul></div>`);
      return whole(sample, $);
    },
  },
  'four rows left': { floor: 0.98, wrong: 0.02, make: kept(4) },
  'two rows left': { floor: 0.95, wrong: 0.05, make: kept(2) },
  'one row left': { floor: 0.95, wrong: 0.05, make: kept(1) },
  'rows moved into a script': {
    floor: 0.98,
    wrong: 0,
    make(sample, $, rows) {
      // Rows without a link are not found: with the others moved they would stand in another order, and be read so.
      if (rows.length === 0 || rows.length !== sample.reading.items.length) return null;
      rows.first().before(
        `<script>${rows
          .toArray()
          .map((row) => written($.html(row)))
          .join('\n')}</script>`,
      );
      rows.remove();
      return whole(sample, $);
    },
  },
  'rows that are each written by a script of its own': {
    floor: 0.98,
    wrong: 0,
    make(sample, $, rows) {
      if (rows.length === 0) return null;
      for (const row of rows) $(row).replaceWith(`<script>${written($.html(row))}</script>`);
      return whole(sample, $);
    },
  },
  'the ends of the page in its middle': {
    floor: 0.98,
    wrong: 0.02,
    make(sample, $, rows) {
      if (rows.length < 2) return null;
      return { html: $.html().replace($.html(rows.get(1)!), `</body></html>${$.html(rows.get(1)!)}`), wanted: sample.reading.items };
    },
  },
  'days in another form': {
    floor: 0.98,
    wrong: 0.02,
    make(sample) {
      const html = sample.html.replace(/(?<=[>\s[(（【])(20\d\d)-(\d\d)-(\d\d)(?=[<\s\])）】])/g, '$1年$2月$3日');
      return html === sample.html ? null : { html, wanted: sample.reading.items };
    },
  },
  'a trail over it': {
    floor: 0.98,
    wrong: 0.02,
    make(sample, $) {
      $('body').prepend('<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div>');
      return whole(sample, $);
    },
  },
  'a pager of words behind it': {
    floor: 0.98,
    wrong: 0.02,
    make(sample, $, rows) {
      if (rows.length === 0) return null;
      rows.last().parent().after('<div class="pages"><a href="javascript:go(1)">首页</a> <a href="javascript:go(2)">下一页</a></div>');
      return whole(sample, $);
    },
  },
  'unseen rows of another column': {
    floor: 0.98,
    wrong: 0.02,
    make(sample, $) {
      $('body').append(`<ul style="display:none">${SIDE.join('')}</ul>`);
      return whole(sample, $);
    },
  },
};

/** The elements of the rows that were read: the outermost ones that hold one row's link and no other row's. */
function rowsOf($: Markup, { items, url }: ListReading): Rows {
  const wanted = new Set(items.map((item) => item.url).filter((one) => one !== null));
  const leads = (href: string | undefined) => {
    try {
      return href !== undefined && wanted.has(new URL(href.trim(), url).href);
    } catch {
      return false;
    }
  };
  const links = $('a').filter((_, link) => leads($(link).attr('href')));
  const rows = links.toArray().map((link) => $(link).closest('li, tr, dl, dd').get(0) ?? $(link).parent().get(0)!);
  return $([...new Set(rows)]);
}

const flat = ({ items }: Pick<ListReading, 'items'>) =>
  items.map((item) => `${item.title} ${item.url} ${item.publishedOn ?? item.shown}`).join('\n');

describe.skipIf(!present)('a list page that is changed', () => {
  let samples: Sample[] = [];
  const pagesFor = (change: string) => {
    const turn = Object.keys(CHANGES).indexOf(change) % 2;
    return process.env.GONGKAI_METAMORPHIC === 'whole' ? samples : samples.filter((_, index) => (index + turn) % 2 === 0);
  };

  beforeAll(() => {
    const gold = readFileSync(`${PAGES}lists.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    samples = gold.flatMap(({ file, url, kind }) => {
      const bytes = readFileSync(PAGES + file);
      const reading = kind === 'list' ? (readPage({ url, bytes, kind: 'list' }) as ListReading) : null;
      return reading?.state === 'list' && reading.items.length > 2 ? [{ file, url, html: decodePage(bytes, null).text, reading }] : [];
    });
    expect(samples.length).toBeGreaterThan(40);
  }, 120_000);

  it.each(Object.entries(CHANGES))('by %s is read the same, or not for sure', { timeout: 120_000 }, (name, { floor, wrong, make }) => {
    const counted = { same: 0, unsure: 0, wrong: [] as string[] };
    for (const sample of pagesFor(name)) {
      const $ = load(sample.html);
      const changed = make(sample, $, rowsOf($, sample.reading));
      if (changed === null) continue;
      const reading = readPage({ url: sample.url, text: changed.html, kind: 'list' }) as ListReading;
      if (flat(reading) === flat({ items: changed.wanted })) counted.same++;
      else if (reading.state !== 'blank' && (reading.state !== 'list' || reading.why.certainty !== 'sure')) counted.unsure++;
      else counted.wrong.push(`${sample.file} ${reading.state} ${reading.items.length}/${changed.wanted.length}`);
    }
    const all = counted.same + counted.unsure + counted.wrong.length;
    console.log(
      `${name.padEnd(48)} ${all} pages: same ${counted.same}, unsure ${counted.unsure}, wrong ${counted.wrong.length} ${counted.wrong.slice(0, 4).join(', ')}`,
    );
    expect(all).toBeGreaterThan(5);
    expect(counted.wrong.length / all).toBeLessThanOrEqual(wrong);
    expect(counted.same / all).toBeGreaterThanOrEqual(floor);
  });

  it('by taking all its rows away is never called blank while a script could fill it', { timeout: 120_000 }, () => {
    for (const sample of pagesFor('')) {
      const $ = load(sample.html);
      const rows = rowsOf($, sample.reading);
      rows.remove();
      $('body').append('<script src="/js/list-of-this-column.js"></script>');
      const reading = readPage({ url: sample.url, text: $.html(), kind: 'list' }) as ListReading;
      expect([
        sample.file,
        reading.state === 'blank' && !/create\w*Page|countPage|PageNav|PAGE_COUNT|showPage|暂无|共\s?\d/.test(sample.html),
      ]).toEqual([sample.file, false]);
    }
  });
});
