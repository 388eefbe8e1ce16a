/** A number with its unit as it stands in a folded text. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly decimals: number;
  readonly exact: boolean;
}

const UNITS =
  '个百分点|倍|人次|件次|条次|万元|亿元|千元|元|条|件|次|期|篇|家|封|场|份|处|项|部|册|本|名|位|块|户|套|例|宗|起|批|则|张|幅|辆|所|座|款|类|种|级|组|个|人|通|档|单|笔|%';
const ARABIC = '\\d{1,3}(?:,\\d{3})+(?![\\d])|\\d+';
const MULTIPLIERS: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };

/** `11022条`, `11,022`, `18万余条`, `452.7万个`, `319595.24万元`, `95.30%`; days, times, articles, document numbers and addresses are none. */
const WRITTEN = new RegExp(
  `(?<![\\d.,A-Za-z〔\\[第:/_-])(${ARABIC})(\\.\\d+)?(?![\\d.A-Za-z〕\\]/_-]|年|月|日|号|时|分钟|分(?!别|类)|小时|工作日|天|周|楼|室|路|届|期间|后|大|%以)(?!个?工作日|个月|个小时|多年|余年)(百|千|万(?!元)|亿(?!元))?(余|多|来)?(${UNITS})?`,
  'g',
);
const PERCENT_IN_WORDS = /百分之([一二三四五六七八九十百零点]+)/g;
/** Only before units of counted papers: 一次性, 两个 and 三个方面 are no counts. */
const SPELLED =
  /(?<![第每同统之任某这那上下首逐进唯一二三四五六七八九十])([一二两三四五六七八九十百千零〇]+)(件|条|篇|封|份|期|人次|起)(?![一线龙条件工])/g;
const APPROXIMATE_BEFORE = /(?:近|约|超过?|逾|大约|不少于|不低于|至少)$/;
const APPROXIMATE_AFTER = /^(?:左右|以上|上下|不等)/;

/** All numbers of a folded text that count something, in order. */
export function numbersIn(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const [whole, digits = '', fraction = '', multiplier, rough, unit = ''] = match;
    const start = match.index;
    const end = start + whole.length;
    const factor = multiplier === undefined ? 1 : MULTIPLIERS[multiplier]!;
    if (unit === '' && !standsAlone(text, start, end)) continue;
    const value = Number((Number(`${digits.replaceAll(',', '')}${fraction}`) * factor).toPrecision(15));
    const rounded = factor > 1 || rough !== undefined;
    found.push({ start, end, value, unit, decimals: Math.max(0, fraction.length - 1), exact: !rounded && !isRough(text, start, end) });
  }
  for (const match of text.matchAll(PERCENT_IN_WORDS)) {
    const value = spelled(match[1]!);
    if (value !== null) found.push({ start: match.index, end: match.index + match[0].length, value, unit: '%', decimals: 0, exact: true });
  }
  for (const match of text.matchAll(SPELLED)) {
    const value = spelled(match[1]!);
    const [start, end] = [match.index, match.index + match[0].length];
    if (value !== null) found.push({ start, end, value, unit: match[2]!, decimals: 0, exact: !isRough(text, start, end) });
  }
  return found.sort((one, other) => one.start - other.start);
}

/** A number without a unit counts where words stand before it and a mark or nothing behind it, and where it is no year. */
function standsAlone(text: string, start: number, end: number): boolean {
  if (!/[\u4e00-\u9fff][:：]?$/.test(text.slice(0, start)) || /[第附表件图]$/.test(text.slice(0, start))) return false;
  return end === text.length || /^[，,。；;、）)]/.test(text.slice(end));
}

function isRough(text: string, start: number, end: number): boolean {
  return APPROXIMATE_BEFORE.test(text.slice(Math.max(0, start - 4), start)) || APPROXIMATE_AFTER.test(text.slice(end, end + 2));
}

const DIGITS = '零一二三四五六七八九';

/** 十二, 三百零五, 一千二百 and 两 as numbers; null where the signs make none. */
export function spelled(text: string): number | null {
  const [whole = '', fraction = ''] = text.replaceAll('〇', '零').replaceAll('两', '二').split('点');
  let total = 0;
  let digit = 0;
  for (const sign of whole) {
    const place = { 十: 10, 百: 100, 千: 1_000 }[sign];
    if (place === undefined) digit = DIGITS.indexOf(sign);
    else {
      total += (digit === 0 && place === 10 ? 1 : digit) * place;
      digit = 0;
    }
    if (digit < 0) return null;
  }
  const behind = [...fraction].map((sign) => DIGITS.indexOf(sign));
  return behind.some((one) => one < 0) ? null : Number(`${total + digit}${behind.length > 0 ? `.${behind.join('')}` : ''}`);
}
