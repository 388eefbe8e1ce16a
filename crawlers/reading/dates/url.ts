import type { Day } from '../../../src/model/day.ts';
import { calendarDay } from './written.ts';

const Y = '((?:19|20)\\d{2})';

/**
 * Where the families of content systems put the day into an address. The surer shapes come first; each needs delimiters around the digits,
 * so that record numbers and phone numbers are no days. Sources: TRS t-date, Hanweb art, UCAP, 方正, provincial systems (see docs on dialects).
 */
const SHAPES: readonly RegExp[] = [
  new RegExp(`/[tPW]${Y}(\\d{2})(\\d{2})_\\d+(?:_\\d+)?\\.`, 'i'), // /202403/t20240304_693227.html
  new RegExp(`/art/${Y}/(\\d{1,2})/(\\d{1,2})/`), // /art/2018/12/3/art_1229_7.html
  new RegExp(`/${Y}-(\\d{1,2})/(\\d{1,2})(?=[/_.-])`), // /2018-12/03/content_5345.htm
  new RegExp(`/${Y}-(\\d{1,2})-(\\d{1,2})(?=[/_.-]|$)`), // /2018-12-03/1234.html
  new RegExp(`/${Y}/(\\d{1,2})-(\\d{1,2})(?=[/_.]|$)`), // /2018/12-03/8691.shtml
  new RegExp(`/${Y}/(\\d{2})(\\d{2})(?=[/_.]|$)`), // /2018/1203/c213a7262/page.htm
  new RegExp(`/${Y}(\\d{2})/(\\d{1,2})(?=[/_.-])`), // /201812/03/4f2a….html
  new RegExp(`/${Y}/(\\d{1,2})/(\\d{1,2})(?=[/_.-]|$)`), // /2018/12/3/4f2a….shtml
  new RegExp(`/${Y}_(\\d{1,2})_(\\d{1,2})(?=[/_.]|$)`), // /2018_12_03/55.html
  new RegExp(`/${Y}(\\d{2})(\\d{2})(?=/|\\.s?html?$|_|-)`), // /20181203/4f2a….html
  new RegExp(`/[a-z]{1,8}[_-]${Y}(\\d{2})(\\d{2})(?=[_.-])`, 'i'), // /content_20181203_12.html
  new RegExp(`/${Y}(\\d{2})(\\d{2})\\d{4,12}\\.(?:s?html?|aspx?|jspx?|php)$`, 'i'), // /20181203143122553.shtml
  new RegExp(`[?&](?:date|day|pubdate|rq)=${Y}-?(\\d{2})-?(\\d{2})(?=&|$)`, 'i'),
];

/** The day written in an article's address, or null. Some systems write the day of creation there, so it weighs less than what the page shows. */
export function dayInUrl(url: string): Day | null {
  const address = url
    .slice(0, 2000)
    .replace(/^[a-z]+:\/\/[^/?#]*/i, '')
    .replace(/#.*$/s, '');
  for (const shape of SHAPES) {
    const match = shape.exec(address);
    const day = match && calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
    if (day) return day;
  }
  return null;
}

/** A month in an address: `/202403/4711.html`, `/2024-03/`, `/2024/03/`. */
const MONTH = new RegExp(`/${Y}[-/]?(\\d{2})(?=[/_-])`);

/** The day that a row shows without its year (`MM-DD`), where its address holds that day or its month; null where it does not. */
export function dayWithYearOf(url: string, shown: string): Day | null {
  const whole = dayInUrl(url);
  if (whole !== null) return whole.endsWith(shown) ? whole : null;
  const month = MONTH.exec(url.slice(0, 2000).replace(/^[a-z]+:\/\/[^/?#]*/i, ''));
  if (month === null || month[2] !== shown.slice(0, 2)) return null;
  return calendarDay(Number(month[1]), Number(month[2]), Number(shown.slice(3)));
}
