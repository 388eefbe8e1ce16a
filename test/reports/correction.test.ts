import { expect, it } from 'vitest';
import type { Paper, PaperRecord } from '../../src/model/paper.ts';
import { carriedOver, correctionOf } from '../../src/reports/correction.ts';
import { edited, metIn, withEdits } from '../../src/reports/edits.ts';

function paperOf(items: number, rows: readonly (readonly [string, number])[]): Paper {
  return {
    title: '关于检查情况的通报',
    to: '各单位：',
    opening: ['现将情况通报如下。'],
    sections: [
      { heading: '一、总体情况', paragraphs: [`共发布信息${items}条。`] },
      { heading: '二、工作要求', paragraphs: ['请继续做好工作。'] },
    ],
    tables: [{ name: '各单位情况', columns: ['单位', '条数', '说明'], rows: rows.map(([unit, count]) => [unit, count, null]) }],
    signature: { office: '办公室', day: '2024-04-01' },
  };
}

/** A paper in which a person wrote, as its release froze it. */
function released(paper: Paper, texts: Readonly<Record<string, string>>): PaperRecord {
  const edits = withEdits(paper, {}, new Map(Object.entries(texts)));
  return { drawn: edited(paper, edits), edits, number: '政办函〔2024〕1号' } as unknown as PaperRecord;
}

const TEXTS = {
  title: '关于第一季度检查情况的通报',
  opening: '经研究，现将情况通报如下。',
  'section/总体情况': '共发布信息9条，总体良好。',
  'section/工作要求': '请于周五前报告。',
  'box/0/1/2': '正在改版',
};

it('words that a person wrote come over into the correction, which says in title and first line what it is', () => {
  const rows = [['水利局', 1] as const, ['卫健委', 2] as const];
  const before = released(paperOf(9, rows), TEXTS);
  const now = paperOf(9, rows);
  const { drawn, edits } = correctionOf(before, now, carriedOver(before, now));
  expect(metIn(drawn, edits)).toEqual([]);
  const written = edited(drawn, edits);
  expect(written.title).toBe('关于第一季度检查情况的通报（更正）');
  expect(written.opening).toEqual([
    '本件更正并代替“关于第一季度检查情况的通报”（政办函〔2024〕1号），数字没有变化。',
    '经研究，现将情况通报如下。',
  ]);
  expect(written.sections).toEqual(before.drawn.sections);
  expect(written.tables).toEqual(before.drawn.tables);
});

it('where they meet numbers that changed they are shown beside them, and only there; a row keeps its words wherever it stands now', () => {
  const before = released(
    paperOf(9, [
      ['水利局', 1],
      ['卫健委', 2],
    ]),
    TEXTS,
  );
  const now = paperOf(8, [
    ['教育局', 5],
    ['水利局', 1],
    ['卫健委', 3],
  ]);
  const { drawn, edits } = correctionOf(before, now, carriedOver(before, now));
  expect(metIn(drawn, edits)).toMatchObject([
    { id: 'section/总体情况', was: '共发布信息9条。', now: '共发布信息8条。', text: '共发布信息9条，总体良好。' },
    { id: 'box/0/2/2', was: '卫健委|2|', now: '卫健委|3|', text: '正在改版' },
  ]);
  expect(drawn.opening[0]).toContain('附表更正2行');
});

it('a correction that is drawn again, and one that is corrected itself, keep one mark', () => {
  const rows = [['水利局', 1] as const];
  const before = released(paperOf(9, rows), TEXTS);
  const first = correctionOf(before, paperOf(9, rows), carriedOver(before, paperOf(9, rows)));
  const again = correctionOf(before, paperOf(7, rows), first.edits);
  expect(metIn(again.drawn, again.edits).map(({ id }) => id)).toEqual(['section/总体情况']);
  const second = { ...before, drawn: edited(first.drawn, first.edits), edits: first.edits, number: '政办函〔2024〕2号' };
  const corrected = correctionOf(second, paperOf(9, rows), carriedOver(second, paperOf(9, rows)));
  const written = edited(corrected.drawn, corrected.edits);
  expect(written.title).toBe('关于第一季度检查情况的通报（更正）');
  expect(written.opening).toHaveLength(2);
  expect(written.opening[0]).toContain('〔2024〕2号');
});
