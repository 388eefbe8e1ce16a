import { type Due, scheduleName } from '../../jobs/schedule/due.ts';
import { type Day, dayIn, daysBetween, timeIn, weekdayOf } from '../model/day.ts';
import type { Sentence } from '../model/sentence.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const NEAR = [
  { zh: '今天', en: 'today' },
  { zh: '明天', en: 'tomorrow' },
  { zh: '后天', en: 'in two days' },
] as const;

/** A due time in words, in the estate's time zone: `今天（周一）19:00 每晚监测，到 2026-11-24 07:30 为止`. */
export function describeDue({ schedule, dueAt, deadline }: Due, zone: string, now: Date): Sentence {
  const name = scheduleName(schedule);
  const day = dayIn(zone, dueAt);
  const near = NEAR[daysBetween(dayIn(zone, now), day)];
  const weekday = weekdayOf(day);
  const time = timeIn(zone, dueAt);
  const end = deadline && endOf(day, dayIn(zone, deadline), timeIn(zone, deadline));
  return {
    zh: `${near ? `${near.zh} ` : ''}${day}（周${WEEKDAYS[weekday]}）${time} ${name.zh}${end ? `，到${end.zh}为止` : ''}`,
    en: `${near ? `${near.en}, ` : ''}${WEEKDAYS_EN[weekday]} ${time}: ${name.en}${end ? `, until ${end.en}` : ''}`,
  };
}

function endOf(day: Day, endDay: Day, time: string): Sentence {
  return endDay === day ? { zh: `当天 ${time} `, en: time } : { zh: `次日 ${time} `, en: `${time} the next day` };
}
