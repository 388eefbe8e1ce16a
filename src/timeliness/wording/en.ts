import { inLanguage } from '../../model/bilingual.ts';
import type { Limit } from '../../model/rules.ts';
import type { Wording } from './wording.ts';

export const en: Wording = {
  columnOverdue: ({ column, title, last, limit, dueOn, overdueDays, readOn }) =>
    `Column "${column}" was last updated on ${last} ("${title}"). It must be updated at least every ${within(limit)}, so by ${dueOn}; ` +
    `it is ${overdueDays} ${'period' in limit ? 'days' : 'working days'} overdue${read(readOn)}.`,
  columnBlank: ({ column, readOn }) => `The list of column "${column}" opens well but holds nothing at all${read(readOn)}.`,
  silentColumns: ({ site, count, atLeast, limits }) =>
    `"${site}" has ${count} news, notice and policy columns without an update within their limits (${limits.map(within).join(', ')}); ${atLeast} fail the site.`,
  overdueColumns: ({ site, count, atLeast }) =>
    `"${site}" has ${count} columns that should have been updated long ago; ${atLeast} fail the site.`,
  blankColumns: ({ site, count, atLeast }) => `"${site}" has ${count} blank columns; ${atLeast} fail the site.`,
  homePage: ({ site, last, limit, onHomePage }) =>
    `The home page of "${site}"${onHomePage ? '' : ' (only a way in, so its columns count)'} was last updated on ${last}: nothing new for more than ${within(limit)}.`,
  notReachable: ({ site, from, to, visits, failed, seconds, share }) =>
    `The home page of "${site}" did not open within ${seconds} seconds in ${failed} of ${visits} spaced visits from ${from} to ${to} ` +
    `(${percent(failed, visits)}); ${percent(share, 1)} fail the site.`,
  visitsOfDay: ({ day, visits, failed }) => `${day}: ${visits} visits, ${failed} of which did not open.`,
  siteNotRead: ({ site, status, reason, columns }) =>
    `"${site}" ${STATUS[status]}${reason ? ` (${inBrackets(reason)})` : ''}; its ${columns} columns could not be measured, which is no verdict on them.`,
  tlsFallback: ({ site }) => `The certificate or encryption of "${site}" is faulty: it could be read only without strict checks.`,
  columnNotRead: ({ column, detail }) =>
    `Column "${column}" could not be read${detail ? ` (${inBrackets(detail)})` : ''}; it is neither overdue nor blank but unknown.`,
  pagesUnread: ({ column, pages }) =>
    `${pages} further pages of the list of column "${column}" could not be read; its numbers may be too low.`,
  pagesBeyondLimit: ({ column, rows }) =>
    `The list of column "${column}" was not read to its end: ${rows} rows are known, earlier ones are not counted.`,
  futureDate: ({ title, day, today }) => `"${title}" is dated ${day}, later than the day of the check, ${today}; it is no update.`,
  undatedItems: ({ column, count, rows }) => `${count} of the ${rows} items of column "${column}" bear no date and are no updates.`,
  backDated: ({ title, day, seenOn, absentOn }) =>
    `"${title}" is dated ${day}, but was not in its column when that was read on ${absentOn}; it first appeared on ${seenOn}.`,
  dateConflict: ({ site, count, title, day, other, source }) =>
    `${count} items of "${site}" show an earlier date than the site itself holds elsewhere: "${title}" shows ${day}, its ${source} says ${other}.`,
  removed: ({ title, day, goneOn, column }) =>
    `"${title}"${day ? ` (${day})` : ''} was listed in column "${column}" and was gone when that was read on ${goneOn}.`,
  more: ({ column, count }) => `${count} more items of column "${column}" have the same problem.`,
  placeholderReviewer: ({ site, reviewer, sameAsEditor, count }) =>
    sameAsEditor
      ? `${count} items of "${site}" were reviewed by their own editor (${reviewer}).`
      : `${count} items of "${site}" name ${reviewer ? `"${reviewer}"` : 'nobody'} as their reviewer.`,
  dutyMissing: ({ unit, duty, year, dueOn }) =>
    `${unit} had to publish "${duty}" for ${year} by ${dueOn}; it was not found in the columns that are watched.`,
  disclosureLate: ({ unit, count, measured, worst, limit }) =>
    `Of ${measured} measurable items of ${unit}, ${count} came to the portal later than ${within(limit)} after their formation, ` +
    `the latest after ${worst} working days; other laws may rule differently.`,
  unverified: ' (The wording of this rule has not been checked yet.)',
  lastItem: ({ column, day, title }) => `${column}: ${day ?? 'no date'}${title ? ` "${title}"` : ''}`,
};

const STATUS = {
  ok: 'was read',
  partial: 'was read in part',
  unreachable: 'could not be reached',
  blocked: 'turned us away',
  forbidden: 'forbids reading by its robots.txt',
};

function within(limit: Limit): string {
  if ('workingDays' in limit) return `${limit.workingDays} working days`;
  const { years, months, days } = limit.period;
  const part = (count: number, word: string) => (count > 0 ? [`${count} ${word}${count === 1 ? '' : 's'}`] : []);
  return [...part(years, 'year'), ...part(months, 'month'), ...part(days, 'day')].join(' ');
}

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 1000) / 10}%`;

const read = (on: string | null) => (on ? ` (read on ${on})` : '');

function inBrackets(detail: string): string {
  return inLanguage(detail, 'en').replace(/[。.]$/, '');
}
