import { describe, expect, it } from 'vitest';
import { readPage } from '../../../crawlers/reading/read.ts';
import { learnFrom } from '../../../crawlers/site/learning.ts';
import type { ListReading } from '../../../src/model/reading.ts';
import { type SiteProfile, unknownSite } from '../../../src/model/site-profile.ts';
import { drawingOf } from './estate.ts';
import { LOOKS } from './looks.ts';
import { drawSite } from './site.ts';

/*
 * Sites of all kinds of make-up, each with long lists, lists of one to four rows and blank columns, with and without a box of news on
 * every page. Read page by page, and again with what the pages showed of their site.
 */

const SEEDS = ['spring', 'summer', 'autumn'];
const COLUMNS = 9;
const ROUNDS = 3;
/** Make-ups of which the rows stand in the pages themselves. */
const PLAIN = LOOKS.flatMap((look, index) => (look.more || look.readable === false ? [] : [[look.name, index] as const]));

describe.each(PLAIN)('a site of %s', (_, look) => {
  it.each(SEEDS)('is read whole when its pages were seen together (%s)', (seed) => {
    const drawing = drawingOf(seed, look, COLUMNS);
    const pages = drawSite(drawing);
    let profile: SiteProfile = unknownSite('site', new Date(0));
    const read = () =>
      new Map(
        drawing.site.columns.map((column) => {
          const path = drawing.look.column(column, 0);
          const source = { url: `http://www.qingyuan.gov.cn${path}`, text: pages.get(path)!, kind: 'list', knowledge: profile } as const;
          return [column.id, readPage(source) as ListReading];
        }),
      );
    for (let round = 1; round < ROUNDS; round++) profile = { ...profile, ...learnFrom(read(), profile) };
    const said = [...read()].map(([id, { state, items, why }]) => [id, state, items.length, why.certainty]);
    const wanted = drawing.site.columns.map(({ id, items }) => {
      const rows = Math.min(items.length, drawing.look.perPage);
      return [id, rows > 0 ? 'list' : 'blank', rows, 'sure'];
    });
    expect(said).toEqual(wanted);
  });
});
