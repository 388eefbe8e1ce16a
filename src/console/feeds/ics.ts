import { addDays, type Day } from '../../model/day.ts';

export interface DueDate {
  /** Stays the same from one fetch to the next. */
  readonly id: string;
  readonly day: Day;
  readonly title: string;
  readonly detail: string;
  readonly url: string;
  /** So many days ahead calendars remind of it. */
  readonly remindedDays?: readonly number[];
}

const LINE_BYTES = 75;

/** A calendar (RFC 5545) of all-day events: days of the place that they are about, whatever zone a reader is in. */
export function dueCalendar(name: string, dates: readonly DueDate[], now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//gongkai//due dates//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...dates.flatMap(({ id, day, title, detail, url, remindedDays = [] }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}@gongkai`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(detail)}`,
      `URL:${url}`,
      // A last day takes nobody's time.
      'TRANSP:TRANSPARENT',
      ...remindedDays.flatMap((days) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escaped(title)}`,
        `TRIGGER:-P${days}D`,
        'END:VALARM',
      ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (one) => `\\${one}`)
    .replaceAll('\n', '\\n');
}

/** No line is longer than 75 bytes; what goes on begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE_BYTES) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}
