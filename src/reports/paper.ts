import type { Day } from '../model/day.ts';
import type { Paper } from '../model/paper.ts';

/** `2026年11月30日`: a day as papers write it. */
export function written(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

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
