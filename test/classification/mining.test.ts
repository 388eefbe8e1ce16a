import { describe, expect, it } from 'vitest';
import { minePhrases, withMinedFrom } from '../../src/classification/mining.ts';

const titles = ['a.cn', 'b.cn', 'c.cn', 'd.cn'].map((site, at) => ({
  title: `${'甲乙丙丁'[at]}设备${'春夏秋冬'[at]}询价公告`,
  category: 'government-procurement',
  site,
}));
const news = { title: '县长谈设备更新', category: 'local-news', site: 'a.cn' };

describe('mining of phrases', () => {
  it('proposes what titles of a category share on several sites, whole and not torn', () => {
    const proposals = minePhrases(titles);
    expect(proposals.map(({ text }) => text)).toContain('询价公告$');
    expect(proposals.map(({ text }) => text)).not.toContain('价公');
    expect(proposals[0]).toMatchObject({ category: 'government-procurement', support: 4, sites: 4, counterExamples: {} });
  });

  it('counts examples against a phrase and drops it where they are many', () => {
    const found = minePhrases([...titles, news], { support: 3, sites: 2, precision: 0.5 }).find(({ text }) => text === '设备');
    expect(found?.counterExamples).toEqual({ 'local-news': 1 });
    expect(minePhrases([...titles, news, { ...news, site: 'b.cn' }]).map(({ text }) => text)).not.toContain('设备');
  });

  it('proposes nothing that a single site shows', () => {
    expect(minePhrases(titles.map((title) => ({ ...title, site: 'a.cn' })))).toEqual([]);
  });

  it('leaves only those mined phrases in the knowledge that other titles show too', () => {
    const one = { category: 'government-procurement', plain: '', likely: '', hint: '', columns: '', paths: '', titles: '' };
    const knowledge = [{ ...one, mined: '询价公告$ 成交结果$' }];
    expect(withMinedFrom(titles, knowledge)[0]?.mined).toBe('询价公告$');
    expect(withMinedFrom(titles.slice(0, 1), knowledge)[0]?.mined).toBe('');
  });
});
