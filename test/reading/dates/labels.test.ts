import { describe, expect, it } from 'vitest';
import { labelledDay } from '../../../crawlers/reading/dates/labels.ts';

describe('a labelled line', () => {
  it('gives day and time of publication', () => {
    const lines: [string, string][] = [
      ['发布时间：2018-12-03 14:31 来源：办公室 浏览：12', '2018-12-03T14:31:00+08:00'],
      ['来源：办公室 时间:2018/12/3', '2018-12-03'],
      ['发 布 日 期 ： ２０１８年１２月３日', '2018-12-03'],
      ['【字号 大 中 小】 发布日期：〔2018-12-03〕', '2018-12-03'],
      ['上载日期:\n 2018.12.03', '2018-12-03'],
      ['成文日期：2018-12-01 发布日期：2018-12-03', '2018-12-03'],
      ['日期：2018-12-05 | 发布日期：2018-12-03', '2018-12-03'],
    ];
    for (const [line, at] of lines) expect(labelledDay(line)?.at).toBe(at);
  });

  it('gives nothing where nothing stands behind the label', () => {
    for (const line of ['发布时间：', '发布时间： 来源：办公室', '发布时间：undefined', '发布时间：NaN-NaN-NaN', ''])
      expect(labelledDay(line)).toBeNull();
  });

  it('does not take other days for the publication', () => {
    for (const line of [
      '成文日期：2018-12-01',
      '生成日期：2018-12-01',
      '截止时间：2018-12-01',
      '开标 时间：2018-12-01',
      '今天是2018年12月1日',
      '实施日期：2018-12-01',
    ]) {
      expect(labelledDay(line)).toBeNull();
    }
  });
});
