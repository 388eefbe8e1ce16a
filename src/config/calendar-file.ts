import { z } from 'zod';
import { addDays, type Day, weekdayOf } from '../model/day.ts';
import type { CalendarYear } from '../model/rules.ts';
import { dayField, nameField } from './fields.ts';
import type { Problem } from './problem.ts';
import { addProblem, checkShape, keys } from './shape.ts';
import type { YamlFile } from './yaml-file.ts';

/** `calendar/YYYY.yaml`: the days off and the make-up working days that the State Council's yearly notices name for one year. */
export const calendarFileSchema = keys({
  year: z.int().min(1949).max(2200),
  /** False while no notice is out: then the days off are those of the law alone, and 调休 is not known. */
  certain: z.boolean().default(true),
  /** The notices it is taken from; none where it is not certain. */
  notices: z.array(keys({ number: nameField, date: dayField, title: nameField.optional() })).default([]),
  holidays: z
    .array(
      keys({
        name: nameField,
        /** First and last day off, weekends within the block included. */
        from: dayField,
        to: dayField,
        /** Saturdays and Sundays that are worked for it. */
        workdays: z.array(dayField).default([]),
      }),
    )
    .min(1),
});

/** Reads one year; null where something is wrong with it. */
export function readCalendarFile(source: YamlFile, problems: Problem[]): CalendarYear | null {
  const before = problems.length;
  const written = checkShape(calendarFileSchema, source.value, source, [], problems);
  if (written === null) return null;
  const named = /(\d{4})\.ya?ml$/.exec(source.file)?.[1];
  if (named !== undefined && Number(named) !== written.year) {
    addProblem(
      problems,
      source,
      ['year'],
      written.year,
      { zh: `文件名里的年份：${named}`, en: `the year in the file's name: ${named}` },
      { zh: '改年份或文件名', en: 'change the year or the name' },
    );
  }
  checkNotices(written, source, problems);
  const holidays = new Set<Day>();
  const workdays = new Set<Day>();
  for (const [index, block] of written.holidays.entries()) {
    const path = ['holidays', index];
    if (block.to < block.from) {
      addProblem(
        problems,
        source,
        [...path, 'to'],
        block.to,
        { zh: `不早于 ${block.from}`, en: `not before ${block.from}` },
        { zh: '起止日期对调', en: 'swap the two days' },
      );
      continue;
    }
    for (const [key, day] of [['from', block.from] as const, ['to', block.to] as const]) {
      if (!day.startsWith(`${written.year}-`)) misplaced([...path, key], day);
    }
    for (let day = block.from; day <= block.to && holidays.size <= 366; day = addDays(day, 1)) {
      if (holidays.has(day)) {
        addProblem(
          problems,
          source,
          path,
          day,
          { zh: '各段假期不重叠', en: 'blocks that do not overlap' },
          { zh: '改起止日期', en: 'change its first or last day' },
        );
        break;
      }
      holidays.add(day);
    }
    for (const [place, day] of block.workdays.entries()) {
      if (!day.startsWith(`${written.year}-`)) misplaced([...path, 'workdays', place], day);
      if (!isWeekend(day)) {
        addProblem(
          problems,
          source,
          [...path, 'workdays', place],
          day,
          { zh: '调休上班日是周六或周日', en: 'a Saturday or Sunday' },
          { zh: '核对通知原文', en: 'check the notice' },
        );
      }
      workdays.add(day);
    }
  }
  for (const day of workdays) {
    if (holidays.has(day))
      addProblem(
        problems,
        source,
        ['holidays'],
        day,
        { zh: '一天不能又放假又上班', en: 'a day is either off or worked' },
        { zh: '核对通知原文', en: 'check the notice' },
      );
  }
  if (problems.length > before) return null;
  return {
    year: written.year,
    certain: written.certain,
    source: written.notices.map((notice) => `${notice.number}（${notice.date}）`).join('；'),
    holidays: [...holidays].sort(),
    workdays: [...workdays].sort(),
  };

  function misplaced(path: (string | number)[], day: Day): void {
    addProblem(
      problems,
      source,
      path,
      day,
      { zh: `${written?.year} 年的日期`, en: `a day of ${written?.year}` },
      { zh: '跨年的假期分写在两年的文件里', en: 'write each year’s part into its own file' },
    );
  }
}

/** Days that a notice names are certain; without one they are those of the law, and the file must say so. */
function checkNotices({ certain, notices }: z.output<typeof calendarFileSchema>, source: YamlFile, problems: Problem[]): void {
  if (!certain || notices.length > 0) return;
  addProblem(
    problems,
    source,
    ['notices'],
    '',
    { zh: '国务院的放假通知', en: 'the notices it is taken from' },
    { zh: '写上文号和日期；还没有通知就写 certain: false', en: 'name them, or write certain: false while there is none' },
  );
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(weekdayOf(day));
}
