import { type PeriodName, spanOf } from '../counting/periods.ts';
import type { Day } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { Paper } from '../model/paper.ts';

/** `2026年11月30日`: a day as papers write it. */
export function written(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const QUARTERS = ['一', '二', '三', '四'];

/** `2026年第二季度`, `2026年11月`, `2026年`: a period as titles name it; any other by its first and last day. */
export function periodInTitle({ from, to }: Span): string {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const named = (name: PeriodName, title: string) => {
    const whole = spanOf(name, from);
    return whole.from === from && whole.to === to ? title : null;
  };
  return (
    named('this-year', `${year}年`) ??
    named('this-half', `${year}年${month === 1 ? '上' : '下'}半年`) ??
    named('this-quarter', `${year}年第${QUARTERS[(month - 1) / 3]}季度`) ??
    named('this-month', `${year}年${month}月`) ??
    `${written(from)}至${written(to)}`
  );
}

/** 一、二、三 as papers count. */
export const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Sections numbered 一、二、三 in their order; those without a word are left out. */
export function numbered(sections: readonly (readonly [heading: string, paragraphs: readonly string[]])[]): Paper['sections'] {
  return sections
    .filter(([, paragraphs]) => paragraphs.length > 0)
    .map(([heading, paragraphs], place) => ({ heading: `${NUMERALS[place] ?? place + 1}、${heading}`, paragraphs }));
}

/** What a section is about, without its number. */
export function headingOf({ heading }: Paper['sections'][number]): string {
  return heading.replace(/^[^、]{1,2}、/u, '');
}
