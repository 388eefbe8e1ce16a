import { describe, expect, test } from 'vitest';
import { FOOTER_ELEMENTS, HEAD_ELEMENTS, NO_ELEMENTS, type PageElements, renewed, withPage } from '../../src/model/page-elements.ts';
import { audit, column, item, pack, ruleFor, siteRecord } from '../timeliness/estate.ts';

const ON = '2018-12-31';
const WHOLE = [...HEAD_ELEMENTS, ...FOOTER_ELEMENTS];

function found(elements: PageElements | null, rules = pack([ruleFor('page-elements', { severity: 'minor' })])) {
  const judged = audit({
    on: ON,
    columns: [column('tzgg')],
    sightings: [item('2018-12-28')],
    pack: rules,
    sites: [siteRecord({ on: ON, elements })],
  });
  return judged.findings.filter(({ rule }) => rule === 'page-elements').map(({ message }) => message);
}
const tagged = (pages: number, tags: readonly string[]) =>
  Array.from({ length: pages }).reduce<PageElements['columns']>(
    (tally) => withPage(tally, 'http://portal.test/a', tags),
    NO_ELEMENTS.columns,
  );

describe('page elements', () => {
  test('that are missing are told once a site', () => {
    const elements = { home: WHOLE.filter((one) => one !== 'icp'), columns: tagged(4, ['columnname']), articles: tagged(9, []) };
    expect(found(elements)).toEqual([
      '“门户网站”首页缺少ICP备案号；读到的 4 个栏目页都没有标签ColumnDescription、ColumnKeywords、ColumnType；读到的 9 个信息页都没有标签ArticleTitle、PubDate、ContentSource。',
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

  test('stay known where a run did not look again', () => {
    const before = { ...NO_ELEMENTS, home: ['title'] as const };
    expect(renewed(before, NO_ELEMENTS)).toEqual(before);
    expect(renewed(before, { ...NO_ELEMENTS, home: WHOLE })?.home).toEqual(WHOLE);
    expect(renewed(null, NO_ELEMENTS)).toBeNull();
  });
});
