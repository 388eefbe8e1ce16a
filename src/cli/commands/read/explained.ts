import type { ArticleReading, FailedReading, ListReading } from '../../../model/reading.ts';

type Reading = ListReading | ArticleReading | FailedReading;

/** A reading as it is printed as JSON: why a list is the list is told where it is asked for. */
export function explained(reading: Reading, explain: boolean): Reading | Omit<ListReading, 'why'> {
  if (explain || reading.kind !== 'list') return reading;
  const { why, ...rest } = reading;
  return rest;
}
