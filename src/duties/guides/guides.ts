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

/** Tells guides among what a column lists; in a column of guides each item is one. */
export function openGuideReader(words: GuideWords | null) {
  const [titles, not, columns] = [words?.titleWords ?? [], words?.notTitleWords ?? [], words?.columnWords ?? []].map((one) =>
    one.length === 0 ? null : new RegExp(one.join('|'), 'u'),
  );
  return {
    isOfGuides: ({ name }: Pick<Column, 'name'>): boolean => columns?.test(name) ?? false,
    /** Guides among the items of a column of guides, or among those whose titles fit. */
    guidesIn(listed: readonly SightedItem[], isOfGuides: boolean): Guide[] {
      const found = listed.flatMap(({ item, title, url }) => {
        const isGuide = (isOfGuides || titles?.test(title)) && !not?.test(title);
        return isGuide && url !== null ? [{ item, title, url }] : [];
      });
      return found.slice(0, MOST);
    },
  };
}
