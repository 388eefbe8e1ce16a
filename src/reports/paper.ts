import type { Day } from '../model/day.ts';

/** A table of a paper. Null is a box that a person fills in. */
export interface PaperTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A paper of the supervising office as a draft: what it says and its tables; how it looks is decided where it is drawn. */
export interface Paper {
  readonly title: string;
  /** 主送; null where it is for the files. */
  readonly to: string | null;
  /** What stands before the first heading. */
  readonly opening: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  readonly tables: readonly PaperTable[];
  readonly signature: { readonly office: string; readonly day: Day };
}

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
    .map(([heading, paragraphs], place) => ({ heading: `${NUMERALS[place]}、${heading}`, paragraphs }));
}
