import { type Day, isDay } from '../../model/day.ts';

const DAY = '(20\\d{2})\\s{0,2}[-/.年]\\s{0,2}(\\d{1,2})\\s{0,2}[-/.月]\\s{0,2}(\\d{1,2})';

/** The day behind a label, in its line or the next cell; null where there is none, or several that differ. */
export function openLabelledDay(labels: readonly string[]): (text: string) => Day | null {
  const pattern = new RegExp(`(?:${labels.join('|')})[^\\d\\n]{0,6}[\\s:：|]{0,4}${DAY}`, 'gu');
  return (text) => {
    const days = [...text.matchAll(pattern)].flatMap(([, year, month, date]) => {
      const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
      return isDay(day) ? [day] : [];
    });
    const [first, ...others] = new Set(days);
    return first !== undefined && others.length === 0 ? first : null;
  };
}
