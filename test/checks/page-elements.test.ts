import { describe, expect, test } from 'vitest';
import { FOOTER_ELEMENTS, HEAD_ELEMENTS, NO_ELEMENTS, type PageElements, withPage } from '../../src/model/page-elements.ts';
import { audit, column, item, pack, ruleFor, siteRecord } from '../timeliness/estate.ts';

const ON = '2018-12-31';
const WHOLE = [...HEAD_ELEMENTS, ...FOOTER_ELEMENTS];

function found(elements: PageElements | null, rules = pack([ruleFor('page-elements', { severity: 'minor' })]), seenOn = ON) {
  const judged = audit({
    on: ON,
    columns: [column('tzgg')],
    sightings: [item('2018-12-28')],
    pack: rules,
    sites: [siteRecord({ on: ON, elements: elements && { ...elements, on: seenOn } })],
  });
  return judged.findings.filter(({ rule }) => rule === 'page-elements').map(({ message }) => message);
}
const tagged = (pages: number, tags: readonly string[]) =>
  Array.from({ length: pages }).reduce<PageElements['columns']>(
    (tally) => withPage(tally, 'http://portal.test/a', tags),
    NO_ELEMENTS.columns,
  );

describe('page elements', () => {
  test('that are missing are told once a template', () => {
    const elements = { home: WHOLE.filter((one) => one !== 'icp'), columns: tagged(4, ['columnname']), articles: tagged(9, []) };
    expect(found(elements)).toEqual([
      '“门户网站”首页缺少ICP备案号。',
      '“门户网站”读到的 4 个栏目页都没有标签ColumnDescription、ColumnKeywords、ColumnType。',
      '“门户网站”读到的 9 个信息页都没有标签ArticleTitle、PubDate、ContentSource。',
    ]);
  });

  test('that are there, that were not looked at, or of which too few pages were read, are not', () => {
    expect(found({ ...NO_ELEMENTS, home: WHOLE })).toEqual([]);
    expect(found(NO_ELEMENTS)).toEqual([]);
    expect(found(null)).toEqual([]);
    expect(found({ ...NO_ELEMENTS, articles: tagged(2, []) })).toEqual([]);
  });

  test('of a footer that scripts draw nothing is missing', () => {
    expect(found({ ...NO_ELEMENTS, home: [...HEAD_ELEMENTS, 'organizer'] })).toEqual([]);
  });

  test('one page that carries a tag speaks for the template', () => {
    expect(
      found({ ...NO_ELEMENTS, articles: withPage(tagged(8, []), 'http://portal.test/b', ['articletitle', 'pubdate', 'contentsource']) }),
    ).toEqual([]);
  });

  test('are looked for only where the rule pack asks for them', () => {
    expect(found({ ...NO_ELEMENTS, home: HEAD_ELEMENTS.slice(1) }, pack())).toEqual([]);
  });

  test('that an earlier run saw say nothing of today', () => {
    expect(found({ ...NO_ELEMENTS, home: [] }, undefined, '2018-12-30')).toEqual([]);
  });
});

describe('how a site is got at', () => {
  const told = (kind: string, access: PageElements['access'], seenOn = ON) => {
    const elements = { ...NO_ELEMENTS, access: access ?? null, on: seenOn };
    const sites = [siteRecord({ on: ON, elements, finalUrl: 'https://www.x.test/' })];
    const judged = audit({ on: ON, columns: [column('tzgg')], sightings: [item('2018-12-28')], pack: pack([ruleFor(kind)]), sites });
    return judged.findings.filter(({ rule }) => rule === kind).map(({ message }) => message);
  };

  test('is told where a certificate ends within a month, and not before, nor of a site without one', () => {
    const ending = (certificateUntil: string | null, seenOn?: string) =>
      told('certificate-ending', { certificateUntil, ipv6: null }, seenOn);
    expect(ending('2019-01-20')[0]).toContain('将于 2019-01-20 到期，还有 20 天');
    expect(ending('2018-12-30')[0]).toContain('已于 2018-12-30 到期');
    expect([ending('2019-02-01'), ending(null), ending('2019-01-20', '2018-12-30')]).toEqual([[], [], []]);
  });

  test('is told where a host has no IPv6 address, and not where nobody could tell', () => {
    const seen = (ipv6: boolean | null) => told('no-ipv6', { certificateUntil: null, ipv6 });
    expect(seen(false)[0]).toContain('www.x.test 没有 IPv6 地址');
    expect([seen(true), seen(null)]).toEqual([[], []]);
  });
});
