import type { ListReading } from '../../src/model/reading.ts';
import type { KnownColumn } from '../../src/model/records.ts';
import type { ListPlace } from '../../src/model/site-profile.ts';
import { COLUMNS_AT_PLACE } from '../reading/lists/site-knowledge.ts';

/** Whether a list, or what is empty, stands where other columns of the site have their lists. */
export function isAtPlace({ fingerprint }: ListReading, template: readonly ListPlace[]): boolean {
  return template.some(({ place, columns }) => columns >= COLUMNS_AT_PLACE && place === fingerprint?.place);
}

/** Whether a first page is told better when more of its site is known: it shows no list for sure, or one at a place of which nothing is known. */
export function isUnfamiliar(reading: ListReading, known: KnownColumn, template: readonly ListPlace[]): boolean {
  if (reading.state === 'none' || reading.state === 'landing' || reading.why.certainty !== 'sure') return true;
  return !isAtPlace(reading, template) && known.lastGood?.fingerprint?.place !== reading.fingerprint?.place;
}

/** Whether what was read is not surely the column's list, and no other column of a site that is known has its own there. */
export function isBesideList(reading: ListReading, template: readonly ListPlace[]): boolean {
  return template.length > 0 && reading.why.certainty === 'unsure' && !isAtPlace(reading, template);
}
