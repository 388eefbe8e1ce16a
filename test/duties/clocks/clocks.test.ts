import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../../src/config/load.ts';
import { openLabelledDay } from '../../../src/duties/clocks/labelled-day.ts';
import type { ClockRule } from '../../../src/model/rules.ts';
import { audit, column, item, pack } from '../../timeliness/estate.ts';

const rules = loadRulebook('config')
  .packs.find(({ id }) => id === 'duties')!
  .rules.filter((rule): rule is ClockRule => rule.kind === 'clock')
  .map((rule) => ({ ...rule, source: { ...rule.source, validFrom: '2010-01-01' } }));
const columns = [
  column('xzcf', { category: 'administrative-power' }),
  column('zfcg', { category: 'government-procurement' }),
  column('hd'),
];
const CATEGORIES: Readonly<Record<string, string>> = { xzcf: 'administrative-power', zfcg: 'government-procurement', hd: 'notices' };

/** Title, day, text and column of what is listed; the columns were watched before. */
function clocks(listed: readonly (readonly [string, string, string, string?])[], on = '2018-12-31', more = {}) {
  const sightings = listed.map(([title, day, , at = 'xzcf'], place) =>
    item(day, { column: at, item: `${at}/${place}`, title, category: CATEGORIES[at]!, seen: day }),
  );
  const before = columns.map(({ id }) =>
    item('2017-01-10', { column: id, item: `${id}/before`, category: CATEGORIES[id]!, seen: '2017-01-10' }),
  );
  const texts = listed.map(([, , text, at = 'xzcf'], place) => ({ key: `${at}/${place}`, text, files: [] }));
  return audit({ on, columns, sightings: [...before, ...sightings], texts, pack: pack(rules), ...more });
}
const of = (judged: ReturnType<typeof clocks>, rule: string) => judged.clocks.find((one) => one.rule.endsWith(`/${rule}`));

describe('a clock of the law', () => {
  test('is measured from the decision that the page names to the day of publication, in working days', () => {
    const judged = clocks([
      ['行政处罚决定书（广市监罚〔2018〕1号）', '2018-06-06', '当事人：某公司\n处罚决定日期：2018年6月1日'],
      ['行政处罚决定书（广市监罚〔2018〕2号）', '2018-06-29', '决定日期\n2018-06-01'],
      ['行政处罚决定书（广市监罚〔2018〕3号）', '2018-06-11', '作出处罚决定的日期为 2018/6/4'],
      ['行政处罚决定书（广市监罚〔2018〕4号）', '2018-06-11', '没有写日期'],
      ['行政处罚自由裁量权办法', '2018-06-11', '决定日期：2018年1月1日'],
    ]);
    expect(of(judged, 'penalty-7wd')).toMatchObject({
      ...{ unit: 'water', items: 4, measured: 3, median: 5, p90: 20, worst: 20, measurable: true, atLeast: false },
      late: [{ title: '行政处罚决定书（广市监罚〔2018〕2号）', from: '2018-06-01', until: '2018-06-29', days: 20 }],
    });
    expect(judged.findings.filter(({ rule }) => rule === 'clock-late')).toMatchObject([
      { unit: 'water', severity: 'minor', message: expect.stringContaining('3 条中，有 1 条超过7个工作日，最长 20 个工作日') },
    ]);
  });

  test('is not measured where nobody can prove the day of publication: what stood there before it was watched, or was moved there', () => {
    const decided = (day: string) => `决定日期：${day}`;
    const listed = ['2018-01-08', '2018-03-01', '2018-05-02'].map(
      (day, place) => [`行政处罚决定书第${place}号`, '2018-06-29', decided(day)] as const,
    );
    expect(of(clocks(listed), 'penalty-7wd')).toMatchObject({ measured: 3, unproven: 0, late: { length: 3 } });
    // All of them stood there when the list was read first, under an older day or under that very one.
    for (const seen of ['2018-07-20', '2018-06-29']) {
      const before = item('2018-06-29', {
        column: 'xzcf',
        item: 'xzcf/0',
        title: listed[0]![0],
        category: 'administrative-power',
        seen,
      });
      const text = { key: 'xzcf/0', text: listed[0]![2], files: [] };
      const judged = audit({ on: '2018-12-31', columns, sightings: [before], texts: [text], pack: pack(rules) });
      expect(of(judged, 'penalty-7wd')).toMatchObject({ items: 1, measured: 0, unproven: 1, late: [] });
      expect(judged.findings.filter(({ rule }) => rule === 'clock-late')).toEqual([]);
    }
    // Five on one day, made months apart: the day on which the site was moved.
    const moved = ['2018-01-08', '2018-02-08', '2018-03-01', '2018-04-02', '2018-06-19'].map(
      (day, place) => [`行政处罚决定书第${place}号`, '2018-06-29', decided(day)] as const,
    );
    const own = ['行政处罚决定书第9号', '2018-07-20', decided('2018-06-21')] as const;
    expect(of(clocks([...moved, own]), 'penalty-7wd')).toMatchObject({ measured: 1, unproven: 5, late: [{ from: '2018-06-21' }] });
  });

  test('runs from receipt to answer where both stand on the page', () => {
    const judged = clocks([
      ['网民来信：公交站台何时恢复', '2018-06-20', '来信时间：2018-03-01 10:20\n回复时间：2018-06-20 09:00', 'hd'],
      ['网民来信：路灯不亮', '2018-05-03', '留言日期 2018-05-02 答复日期 2018-05-03', 'hd'],
    ]);
    expect(of(judged, 'letter-3m')).toMatchObject({ measured: 2, worst: 111, late: [{ days: 111 }] });
    expect(of(judged, 'letter-5wd')).toMatchObject({ measured: 2, late: [{ from: '2018-03-01' }] });
    expect(judged.findings.filter(({ rule }) => rule === 'clock-late')).toHaveLength(1);
  });

  test('of a penalty that is withdrawn runs from its withdrawal, never from the penalty', () => {
    const title = '关于撤销广市监罚〔2018〕9号行政处罚决定的公告';
    const late = (text: string, day = '2018-06-20') =>
      of(clocks([[title, day, text]]), 'penalty-withdrawn-3wd')?.late.map(({ days }) => days);
    expect(late('原处罚决定于2018年5月28日作出。撤销决定日期：2018年6月12日')).toEqual([6]);
    expect(late('撤销日期：2018年6月15日')).toEqual([]);
    for (const text of ['处罚决定日期：2018年5月28日', '决定日期：2018年5月28日', '处罚时间：2018年5月28日，现予撤销。'])
      expect(late(text)).toEqual([]);
  });

  test('that must be long enough is broken by what is short, and is held against nobody where the portal need not be the first', () => {
    const judged = clocks([
      ['设备采购项目单一来源采购公示', '2018-06-01', '公示期：2018年6月1日至2018年6月5日', 'zfcg'],
      ['车辆采购项目单一来源采购公示', '2018-06-01', '公示截止时间：2018年6月8日', 'zfcg'],
    ]);
    expect(of(judged, 'single-source-5wd')).toMatchObject({ measured: 2, worst: 2, late: [{ days: 2, until: '2018-06-05' }] });
    expect(judged.findings.filter(({ rule }) => rule === 'clock-late')).toEqual([]);
  });

  test('tells nothing where the page fills in the day of publication, days contradict, or lie in an archive', () => {
    const filled = Array.from({ length: 10 }, (_, place) => {
      const day = `2018-06-${String(place + 10)}`;
      return [`行政许可决定书第${place}号`, day, `决定日期：${day}`] as const;
    });
    const judged = clocks([...filled, ['行政许可决定书第99号', '2018-06-29', '决定日期：2018-04-02']]);
    expect(of(judged, 'permit-7wd')).toMatchObject({ measured: 11, measurable: false, late: [], median: null });
    const unsure = clocks([
      ['行政许可决定书一', '2018-06-29', '决定日期：2018-06-01 决定日期：2018-06-20'],
      ['行政许可决定书二', '2018-06-29', '决定日期：2016-06-01'],
      ['行政许可决定书三', '2018-06-29', '决定日期：2018-07-20'],
      ['行政许可决定书四', '2018-06-29', '决定日期：2018-02-30'],
    ]);
    expect(of(unsure, 'permit-7wd')).toMatchObject({ items: 4, measured: 0, late: [] });
    const uncertain = clocks([['行政许可决定书', '2018-06-29', '决定日期：2018-06-01']], '2018-12-31', { calendar: [] });
    expect(of(uncertain, 'permit-7wd')).toMatchObject({ measured: 1, late: [] });
  });
});

test.each([
  ['定标日期：2018-03-02', '2018-03-02'],
  ['定标日期\n2018年3月2日', '2018-03-02'],
  ['定标日期 | 2018/3/2', '2018-03-02'],
  ['定标日期：另行通知', null],
  ['开标日期：2018-03-02', null],
  ['定标日期：2018-03-02，定标日期：2018-03-02', '2018-03-02'],
])('of %j the day behind the label is %s', (text, day) => {
  expect(openLabelledDay(['定标日期'])(text)).toBe(day);
});
