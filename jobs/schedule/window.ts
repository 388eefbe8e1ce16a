import { addDays, atTime, dayIn, timeIn } from '../../src/model/day.ts';
import type { DayWindow } from '../../src/model/estate.ts';

/** Whether `instant` lies in the window; without one it always does. */
export function isOpen(window: DayWindow | undefined, zone: string, instant: Date): boolean {
  if (window === undefined || window.from === window.to) return true;
  const time = timeIn(zone, instant);
  return window.from < window.to ? window.from <= time && time < window.to : window.from <= time || time < window.to;
}

/** The first instant at or after `instant` at which the window is open. */
export function nextOpening(window: DayWindow | undefined, zone: string, instant: Date): Date {
  return window === undefined || isOpen(window, zone, instant) ? instant : nextAt(window.from, zone, instant);
}

/** When the window that is open at `instant` closes; null: never. */
export function nextClosing(window: DayWindow | undefined, zone: string, instant: Date): Date | null {
  return window === undefined || window.from === window.to ? null : nextAt(window.to, zone, instant);
}

/** The next instant after `instant` at which clocks show `time`. */
function nextAt(time: string, zone: string, instant: Date): Date {
  const today = dayIn(zone, instant);
  const at = atTime(zone, today, time);
  return at > instant ? at : atTime(zone, addDays(today, 1), time);
}
