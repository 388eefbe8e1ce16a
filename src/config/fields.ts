import { z } from 'zod';
import { isDay, type Period, parsePeriod } from '../model/day.ts';
import type { DayWindow } from '../model/estate.ts';
import type { Limit } from '../model/rules.ts';
import type { Sentence } from '../model/sentence.ts';
import { expects, keys } from './shape.ts';

/** The kinds of value that configuration files are made of, each with what to say when it is wrong. */

/** Ids stand in URLs, options and file names: letters (Chinese ones too), digits, `-`, `_`, `.`; at most 64. */
export const idField = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, {
  error: expects(
    {
      zh: '标识：文字、数字和 - _ . ，以文字或数字开头，最多 64 个',
      en: 'an id of letters, digits and - _ . , beginning with a letter or digit, at most 64',
    },
    { zh: '去掉空格和其他符号', en: 'leave out spaces and other signs' },
  ),
});

/** A rule by the pack that it stands in, as findings name it. */
export const ruleField = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}\/[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, {
  error: expects(
    { zh: '规则，如 national-2019/prices-fees', en: 'a rule such as national-2019/prices-fees' },
    { zh: '写成 指标/规则，两边都是标识', en: 'write pack/rule, both of them ids' },
  ),
});

/** A name for people: something must be written. */
export const nameField = z
  .string()
  .trim()
  .min(1, { error: expects({ zh: '名称，不能空着', en: 'a name, not empty' }, { zh: '写上名称', en: 'write a name' }) })
  .max(200);

/** How many of something, at least one. */
export const countField = z.int().min(1);

/** Ids of categories, at least one; whether the taxonomy has them is for whoever knows it. */
export const categoriesField = z.array(idField).min(1);

/** A day as `YYYY-MM-DD`. */
export const dayField = z.string().refine(isDay, {
  error: expects(
    { zh: '日期，如 2018-05-01', en: 'a day such as 2018-05-01' },
    { zh: '写成 年-月-日，并且是日历上有的一天', en: 'write year-month-day, a day of the calendar' },
  ),
});

/** A time of day as `HH:MM`. */
export const timeField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
  error: expects(
    { zh: '时刻，如 "09:00"', en: 'a time of day such as "09:00"' },
    { zh: '写成 时:分，加引号', en: 'write hours:minutes, in quotes' },
  ),
});

/** Hours of the day as `18:00-08:00`. */
export const windowField = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, {
    error: expects(
      { zh: '时段，如 "18:00-08:00"', en: 'hours of the day such as "18:00-08:00"' },
      { zh: '写成 时:分-时:分，加引号', en: 'write hours:minutes-hours:minutes, in quotes' },
    ),
  })
  .transform((text): DayWindow => ({ from: text.slice(0, 5), to: text.slice(6) }));

const PERIOD = [
  {
    zh: '更新周期：P14D（14天）、P6M（6个月）、P1Y（1年）、P2W（2周）',
    en: 'a period: P14D (14 days), P6M (6 months), P1Y (1 year), P2W (2 weeks)',
  },
  { zh: '以 P 开头，数字在前、单位在后：Y 年 M 月 W 周 D 天', en: 'begin with P, then numbers with Y, M, W or D' },
] as const;
const PERIOD_HELP = expects(...PERIOD);
const PERIOD_OR_NONE_HELP = expects(PERIOD[0], {
  zh: `${PERIOD[1].zh}；不要求更新就写 none`,
  en: `${PERIOD[1].en}, or none where no updates are due`,
});

/** An ISO 8601 duration of years, months, weeks and days. */
const periodField = z.string({ error: PERIOD_HELP }).transform((text, context): Period => {
  const period = parsePeriod(text);
  if (period !== null) return period;
  context.addIssue({ code: 'custom', message: PERIOD_HELP });
  return z.NEVER;
});

/** A period, or the word `none`. */
export const periodOrNoneField = z.string({ error: PERIOD_HELP }).transform((text, context): Period | 'none' => {
  const period = text === 'none' ? text : parsePeriod(text);
  if (period !== null) return period;
  context.addIssue({ code: 'custom', message: PERIOD_OR_NONE_HELP });
  return z.NEVER;
});

/** What a rule allows: a period, or `{ workingDays: 20 }`. */
export const limitField = z
  .union([periodField, keys({ workingDays: z.int().min(1).max(1000) })], {
    error: expects(
      { zh: '期限：P6M 这样的时长，或 { workingDays: 20 }', en: 'a limit: a duration such as P6M, or { workingDays: 20 }' },
      { zh: '按其中一种写', en: 'write it in one of the two ways' },
    ),
  })
  .transform((limit): Limit => ('workingDays' in limit ? limit : { period: limit }));

/** Words and patterns of titles: regular expressions that compile and run in linear time. */
export const patternField = z
  .string()
  .min(1)
  .refine(isSafePattern, {
    error: expects(
      { zh: '一个词，或不嵌套重复的正则表达式', en: 'a word, or a regular expression without repeats inside repeats' },
      { zh: '检查括号；(…)* 里面不要再有 * + {', en: 'check the brackets; no * + { inside (…)*' },
    ),
  });

function isSafePattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return false;
  }
  return !/\([^()]*[*+{][^()]*\)[*+{]/.test(pattern);
}

/** An absolute http or https URL, as the URL standard writes it. */
export const webAddressField = z.string({ error: expects(...addressWanted('')) }).transform((text, context): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const whole =
    url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '' && url.hostname !== '';
  if (whole) return url.href;
  context.addIssue({ code: 'custom', message: expects(...addressWanted(text)) });
  return z.NEVER;
});

/** What to say of an address that cannot be used. */
export function addressWanted(given: string): [expected: Sentence, mend: Sentence] {
  const bare = /^(localhost|[\w-]+(\.[\w-]+)+)(:\d+)?(\/|$)/.test(given.trim());
  return [
    {
      zh: '以 http:// 或 https:// 开头、不带口令的完整网址',
      en: 'a whole address that begins with http:// or https:// and holds no password',
    },
    bare
      ? { zh: `加上 http://：http://${given.trim()}`, en: `put http:// before it: http://${given.trim()}` }
      : { zh: '写成 http://www.example.gov.cn/ 这样', en: 'write it like http://www.example.gov.cn/' },
  ];
}

/** Secrets stay out of the file: the name of an environment variable that holds one. */
export const variableField = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, {
  error: expects(
    { zh: '环境变量名，如 SMTP_PASSWORD', en: 'the name of an environment variable, such as SMTP_PASSWORD' },
    { zh: '把口令或网址放进环境变量，这里只写变量名', en: 'put the secret into the environment and write only its name here' },
  ),
});

export const mailAddressField = z.string().regex(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,255}$/, {
  error: expects({ zh: '邮箱地址', en: 'a mail address' }, { zh: '写成 name@example.gov.cn', en: 'write it like name@example.gov.cn' }),
});
