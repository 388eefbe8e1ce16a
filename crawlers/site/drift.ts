import type { Certainty } from '../../src/model/certainty.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { KnownColumn } from '../../src/model/records.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { SiteProfile } from '../../src/model/site-profile.ts';
import { shareKnown } from './overlap.ts';

/** A list of which most rows had days and now hardly one has, is another list or another template. */
const DATED_BEFORE = 0.8;
const DATED_NOW = 0.2;

/**
 * Whether what was read is no longer the column as it was known: a redesign, or the reader fell for another block.
 * Returns the reason, or null where the column goes on. A list with new addresses but known titles
 * is the same column, read anew.
 */
export function driftOf(reading: ListReading, known: KnownColumn, profile: SiteProfile, certainty: Certainty): Sentence | null {
  const { lastGood, entries } = known;
  if (lastGood === null || entries.size === 0) return null;
  if (reading.items.length === 0) {
    return {
      zh: `上次读到 ${entries.size} 条信息，现在一条也没有，可能是网站改版`,
      en: `${entries.size} rows were known and none is there now: probably a redesign`,
    };
  }
  const place = reading.fingerprint?.place;
  const isInPlace = place === lastGood.fingerprint?.place || profile.template.some((list) => list.place === place);
  if (!isInPlace && certainty === 'unsure') {
    return {
      zh: '原来的列表不见了，页面上剩下的不能肯定是这个栏目的列表',
      en: 'the list is gone from its place, and what remains is not surely the column’s',
    };
  }
  if (shareKnown(reading.items, known) > 0) return null;
  const dated = reading.items.filter((row) => row.publishedOn !== null).length / reading.items.length;
  if ((lastGood.fingerprint?.dated ?? 0) >= DATED_BEFORE && dated <= DATED_NOW) {
    return { zh: '列表改版后读不到日期，等待重新识别', en: 'the rows no longer show days: probably a redesign' };
  }
  const newestKnown = newest([...entries.values()].map((entry) => entry.listedOn));
  const newestNow = newest(reading.items.map((row) => row.publishedOn));
  if (newestKnown !== null && (newestNow === null || newestNow < newestKnown)) {
    return { zh: '读到的列表与上次完全不同，且更旧，可能是网站改版', en: 'another, older list than last time: probably a redesign' };
  }
  return isInPlace
    ? null
    : {
        zh: '读到的列表与上次没有一条相同，位置也变了，可能是网站改版',
        en: 'not one row is known, and the list stands elsewhere: probably a redesign',
      };
}

function newest(days: readonly (string | null)[]): string | null {
  return days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
}
