import type { Column } from '../../model/estate.ts';
import type { ItemKey } from '../../model/records.ts';
import type { SightedItem } from '../../store/store.ts';
import type { GuideReading } from './elements.ts';

/** Which listed items are service guides. */
export interface GuideWords {
  /** Patterns of names of columns whose items are guides each. */
  readonly columnWords: readonly string[];
  readonly titleWords: readonly string[];
  readonly notTitleWords: readonly string[];
}

/** A listed item that is a service guide (办事指南) by its title or its column. */
export interface Guide {
  readonly item: ItemKey;
  readonly title: string;
  readonly url: string;
}

/** A guide whose text was read, with where it stands. */
export interface ReadGuide extends Guide {
  readonly unit: string;
  readonly site: string;
  readonly reading: GuideReading;
}

/** Of a column so many are read: texts are long, and a hundred tell how a unit writes its guides. */
const MOST = 100;

/** Finds the guides among what a column lists. */
export function openGuideReader(words: GuideWords | null): (listed: readonly SightedItem[], column: Pick<Column, 'name'>) => Guide[] {
  if (words === null) return () => [];
  const [titles, not, columns] = [words.titleWords, words.notTitleWords, words.columnWords].map((one) =>
    one.length === 0 ? null : new RegExp(one.join('|'), 'u'),
  );
  return (listed, { name }) => {
    const isGuides = columns?.test(name) ?? false;
    const found = listed.flatMap(({ item, title, url }) => {
      const isGuide = (isGuides || titles?.test(title)) && !not?.test(title);
      return isGuide && url !== null ? [{ item, title, url }] : [];
    });
    return found.slice(0, MOST);
  };
}
