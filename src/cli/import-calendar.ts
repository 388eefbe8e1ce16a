import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHolidayNotice } from '../config/holiday-notice.ts';
import { BUNDLED_DIR } from '../config/load.ts';
import { calendarText, withNoticeOfNextYear } from '../config/write-calendar.ts';
import { inBoth } from '../model/sentence.ts';
import type { CommonOptions } from './options.ts';

/** Makes the calendar of a year out of the notice in a file (`-`: from standard input), and tells which files were written. */
export function importCalendar(file: string, { config, json, quiet }: Pick<CommonOptions, 'config' | 'json' | 'quiet'>): void {
  const notice = readHolidayNotice(readFileSync(file === '-' ? 0 : file, 'utf8'));
  const { year, number } = notice;
  const before = readCalendar(config, year - 1);
  const after = before === null ? null : withNoticeOfNextYear(before, notice);
  const texts = new Map([[year, calendarText(notice)]]);
  if (after !== null && after !== before) texts.set(year - 1, after);
  mkdirSync(join(config, 'calendar'), { recursive: true });
  const written = [...texts].map(([of, text]) => {
    const path = pathOf(config, of);
    writeFileSync(path, text);
    return path;
  });
  if (json) process.stdout.write(`${JSON.stringify({ year, number, written })}\n`);
  else if (!quiet) process.stderr.write(`${number} ${inBoth({ zh: '已写入', en: 'written' })} ${written.join(' ')}\n`);
}

function pathOf(dir: string, year: number): string {
  return join(dir, 'calendar', `${year}.yaml`);
}

/** What counts for a year now: the folder's own file, else the one that comes with the program. */
function readCalendar(dir: string, year: number): string | null {
  const path = [dir, BUNDLED_DIR].map((folder) => pathOf(folder, year)).find((one) => existsSync(one));
  return path === undefined ? null : readFileSync(path, 'utf8');
}
