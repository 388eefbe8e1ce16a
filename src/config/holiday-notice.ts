import { chineseNumber, chineseYear, writtenNumber } from '../model/chinese-numerals.ts';
import { type Day, daysBetween, isDay, weekdayOf } from '../model/day.ts';
import type { Sentence } from '../model/sentence.ts';
import { ToldError } from '../model/told-error.ts';

/** A block of days off as a notice orders it; its days may lie in two years. */
export interface NoticedBlock {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  /** Saturdays and Sundays that are worked for it. */
  readonly workdays: readonly Day[];
}

/** The State Council's notice on the holidays of a year (国务院办公厅关于…年部分节假日安排的通知). */
export interface HolidayNotice {
  readonly year: number;
  /** 国办发明电〔2025〕7号 */
  readonly number: string;
  readonly date: Day;
  readonly title: string;
  readonly blocks: readonly NoticedBlock[];
}

/** The text is no such notice, or contradicts itself: nothing is guessed. */
export class NoticeError extends ToldError {
  override readonly name = 'NoticeError';

  constructor(sentence: Sentence) {
    super(sentence, { code: 'holiday-notice', side: 'configuration' });
  }
}

const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;
const WRITTEN_DAY = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:（([^（）]*)）)?';
/** 国务院办公厅2026年11月4日, in older notices 国务院办公厅二○一一年十二月六日. */
const SIGNED = /国务院办公厅([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日/u;
const NUMBERED = '(?:[一二三四五六七八九十]、|（[一二三四五六七八九十]）|\\d{1,2}[、.．])';
/** A day off in place of one that fell on a weekend: 4月5日放假，4月7日（星期一）补休. */
const INSTEAD = new RegExp(`^[，,。；]?(?:共\\d{1,2}天[，,。；]?)?${WRITTEN_DAY}补休`, 'u');
/** So many days may lie between the last day of a block and the one in its place: a weekend. */
const WEEKEND = 3;
const BLOCK = new RegExp(`^${WRITTEN_DAY}(?:(?:至|到|-|—|－|～)${WRITTEN_DAY})?放假`, 'u');

/**
 * Reads the text of a notice as it was published. The number of days and the weekdays that it names must agree with its dates.
 * @throws {NoticeError} where something is missing or does not agree
 */
export function readHolidayNotice(written: string): HolidayNotice {
  const text = written.replace(/\s+/gu, '').replace(/\(/gu, '（').replace(/\)/gu, '）');
  const [title, named] = /国务院办公厅关于(\d{4})年部分节假日安排的通知/u.exec(text) ?? [];
  if (title === undefined) throw lacks('标题“国务院办公厅关于…年部分节假日安排的通知”', 'its title');
  const [, issued, serial] = /国办发明电[〔[【（](\d{4})[〕\]】）](\d{1,3})号/u.exec(text) ?? [];
  if (issued === undefined) throw lacks('文号“国办发明电〔…〕…号”', 'its number');
  const [, year, month, day] = SIGNED.exec(text) ?? [];
  if (year === undefined) throw lacks('落款“国务院办公厅 …年…月…日”', 'its date');
  const blocks = clausesOf(text).map(([name, clause]) => readClause(name, clause, Number(named)));
  for (const one of HOLIDAYS) if (!blocks.some(({ name }) => name.split('、').includes(one))) throw lacks(one, one);
  return { year: Number(named), number: `国办发明电〔${issued}〕${serial}号`, date: signedOn(year, month!, day!), title, blocks };
}

/** `一、元旦：…`, each with what it says up to the next; the last of them ends where the text speaks of all holidays. */
function clausesOf(text: string): [string, string][] {
  const clause = new RegExp(
    `${NUMBERED}((?:${HOLIDAYS.join('|')})(?:、(?:${HOLIDAYS.join('|')}))*)[：:。，](.*?)(?=${NUMBERED}(?:${HOLIDAYS.join('|')})|节假日期间|各地区|国务院办公厅[\\d二]|$)`,
    'gu',
  );
  return [...text.matchAll(clause)].map(([, name = '', said = '']) => [name, said]);
}

function readClause(name: string, clause: string, year: number): NoticedBlock {
  const off = BLOCK.exec(clause);
  if (off === null) throw disagrees(name, `看不出放假的日期：“${clause.slice(0, 40)}”`, `no days off: "${clause.slice(0, 40)}"`);
  const [, y1, m1, d1, w1, y2, m2, d2, w2] = off;
  const crosses = y1 === undefined && m2 !== undefined && Number(m2) < Number(m1);
  const from = checked(name, dayOf(y1 ?? (crosses ? year - 1 : year), m1, d1), w1);
  const last =
    d2 === undefined
      ? from
      : checked(name, dayOf(y2 ?? (Number(m2 ?? m1) < Number(m1) ? Number(from.slice(0, 4)) + 1 : from.slice(0, 4)), m2 ?? m1, d2), w2);
  const to = dayInstead(name, clause.slice(off[0].length), last);
  const told = /共(\d{1,2})天/u.exec(clause)?.[1];
  const days = daysBetween(from, to) + 1;
  if (days < 1 || (told !== undefined && Number(told) !== days)) {
    throw disagrees(
      name,
      `${from} 至 ${to} 是 ${days} 天，通知写的是 ${told ?? '?'} 天`,
      `${from} to ${to} is ${days} days, the notice says ${told ?? '?'}`,
    );
  }
  return { name, from, to, workdays: workdaysIn(name, clause.slice(off[0].length), year) };
}

/** The last day of a block with the one that is off in place of a day on a weekend, where it follows. */
function dayInstead(name: string, said: string, last: Day): Day {
  const [, year, month, day, weekday] = INSTEAD.exec(said) ?? [];
  if (day === undefined) return last;
  const instead = checked(name, dayOf(year ?? last.slice(0, 4), month ?? last.slice(5, 7), day), weekday);
  if (instead <= last) return last;
  if (daysBetween(last, instead) > WEEKEND)
    throw disagrees(name, `补休的 ${instead} 不接着 ${last}`, `${instead}, off in its place, does not follow ${last}`);
  return instead;
}

/** Of each sentence that ends in 上班, the days before it; what is encouraged or advised is none. */
function workdaysIn(name: string, clause: string, year: number): Day[] {
  return [...clause.matchAll(/([^。；]*?)上班/gu)].flatMap(([, said = '']) => {
    let month: string | undefined;
    return [...said.matchAll(new RegExp(WRITTEN_DAY, 'gu'))].map(([, y, m, d, weekday]) => {
      month = m ?? month;
      const on = checked(name, dayOf(y ?? year, month, d), weekday);
      if (![0, 6].includes(weekdayOf(on))) throw disagrees(name, `上班的 ${on} 不是周末`, `${on}, to be worked, is no weekend`);
      return on;
    });
  });
}

function signedOn(year: string, month: string, day: string): Day {
  const [ofMonth, ofDay] = [month, day].map((written) => String(writtenNumber(written, chineseNumber)));
  return dayOf(writtenNumber(year, chineseYear), ofMonth, ofDay);
}

function dayOf(year: string | number, month: string | undefined, day: string | undefined): Day {
  const written = [String(year), (month ?? '').padStart(2, '0'), (day ?? '').padStart(2, '0')].join('-');
  if (!isDay(written)) throw lacks(`可用的日期（${written}）`, `a day that there is (${written})`);
  return written;
}

/** 农历腊月二十八、周日: the weekday must be that of the day. */
function checked(name: string, day: Day, brackets: string | undefined): Day {
  const said = /(?:周|星期)([日天一二三四五六])/u.exec(brackets ?? '')?.[1];
  if (said === undefined || '日一二三四五六'.indexOf(said === '天' ? '日' : said) === weekdayOf(day)) return day;
  throw disagrees(name, `${day} 不是周${said}`, `${day} is another day of the week than the notice says (${said})`);
}

function lacks(zh: string, en: string): NoticeError {
  return new NoticeError({
    zh: `放假通知里没有${zh}。请把国务院办公厅通知的全文（标题、文号、正文、落款）存成文本文件。`,
    en: `The notice lacks ${en}. Save the whole text of the State Council's notice: title, number, body and date.`,
  });
}

function disagrees(name: string, zh: string, en: string): NoticeError {
  return new NoticeError({
    zh: `放假通知的“${name}”自相矛盾：${zh}。请对照原文，改正抄错的地方。`,
    en: `The notice contradicts itself on ${name}: ${en}. Compare it with the original and mend what was copied wrongly.`,
  });
}

/**
 * The part of a block that lies in a year, or null: each year's days stand in its own file.
 * @throws {NoticeError} where only a day that is worked lies there: it belongs to no days off of that year, so a person must place it
 */
export function partIn({ name, from, to, workdays }: NoticedBlock, year: number, ofYear: number): NoticedBlock | null {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const own = workdays.filter((day) => day >= first && day <= last);
  const [start, end] = [from < first ? first : from, to > last ? last : to];
  if (start <= end) return { name: year === ofYear ? name : `${name}（${ofYear}年）`, from: start, to: end, workdays: own };
  if (own.length === 0) return null;
  throw new NoticeError({
    zh: `“${name}”的上班日 ${own.join('、')} 在 ${year} 年，而当年没有为它放假：请手工写进 calendar/${year}.yaml 最后一段的 workdays。`,
    en: `${own.join(', ')}, worked for ${name}, lies in ${year}, which has no days off for it: add it by hand to the last block of calendar/${year}.yaml.`,
  });
}
