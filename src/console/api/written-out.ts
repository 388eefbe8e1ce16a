import { formatInstant } from '../../model/day.ts';
import { isSentence, type Language } from '../../model/sentence.ts';

/** A copy for programs: every instant is ISO 8601 text in the estate's zone, and what is told to people is in the asker's language. */
export function writtenOut(value: unknown, zone: string, language: Language): unknown {
  if (value instanceof Date) return formatInstant(zone, value);
  if (Array.isArray(value)) return value.map((one) => writtenOut(one, zone, language));
  if (isSentence(value)) return value[language];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, writtenOut(one, zone, language)]));
}
