import { chineseYear } from '../model/chinese-numerals.ts';

const CHINESE_YEAR = /[二][〇○零Ｏ0OoО][〇○零Ｏ0OoО一二三四五六七八九]{2}/gu;
/** What names the day on which something was written or filed, and no year that it is about. */
const FILED = /[〔[【(（]\s*20\d{2}\s*[〕\]】)）]\s*第?\d+号|20\d{2}年\d{1,2}月\d{1,2}日|20\d{2}[-/.]\d{1,2}[-/.]\d{1,2}/gu;

/** The years that a title names, whichever way they are written, each once. */
export function yearsIn(title: string): number[] {
  const text = title.replace(FILED, '').replace(CHINESE_YEAR, (written) => String(chineseYear(written)));
  return [...new Set([...text.matchAll(/(?<!\d)(20\d{2})(?!\d)/gu)].map(([, year]) => Number(year)))];
}
