import { addDays, isDay, startOfDay } from '../model/day.ts';
import { EXIT, Failure } from './failure.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads `--as-of`: an instant with its offset, or a day, which means the last second of that day in the estate's time zone.
 * @throws Failure with exit status 2 for anything else.
 */
export function readAsOf(text: string, timezone: string): Date {
  const day = text.slice(0, 10);
  if (isDay(text)) return new Date(startOfDay(timezone, addDays(text, 1)).getTime() - 1000);
  if (INSTANT.test(text) && isDay(day) && !Number.isNaN(Date.parse(text))) return new Date(Date.parse(text));
  throw new Failure(
    {
      zh: `--as-of：“${text}” 不是日期或时刻。请写成 2018-12-31 或 2018-12-31T23:59:59+08:00。`,
      en: `--as-of: "${text}" is neither a day nor an instant with its offset; write 2018-12-31 or 2018-12-31T23:59:59+08:00.`,
    },
    EXIT.usage,
  );
}

/**
 * Reads a day of an option such as `--from`.
 * @throws Failure with exit status 2 where it is none.
 */
export function readDayOption(option: string, text: string): string {
  if (isDay(text)) return text;
  throw new Failure(
    {
      zh: `${option}：“${text}” 不是日历上的日期，请写成 2018-01-31。`,
      en: `${option}: "${text}" is no calendar day; write 2018-01-31.`,
    },
    EXIT.usage,
  );
}

/** @throws Failure with exit status 2 where the first day lies after the last. */
export function checkSpan(from: string, to: string): void {
  if (from > to) throw new Failure({ zh: `--from ${from} 晚于 --to ${to}`, en: '--from lies after --to' }, EXIT.usage);
}
