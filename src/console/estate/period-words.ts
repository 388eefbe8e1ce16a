import type { Words } from '../words/words.ts';

/** A period as it is written, in words; what is no period stays as it is. */
export function periodWords(period: string, words: Words): string {
  if (period === '') return '';
  if (period === 'none') return words.estate.noPeriod;
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period);
  if (parts === null) return period;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return words.period(years, months, weeks * 7 + days);
}
