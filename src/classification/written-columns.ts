import type { CategoryId } from '../model/estate.ts';
import { categoryKnowledge } from './knowledge/index.ts';
import { slots } from './knowledge/slots.ts';
import type { LabelledTitle } from './labelled-title.ts';
import { words } from './title-rules.ts';

/** How many written titles of a hundred stand in a column of their own category, and in a general one. The rest stand in none. */
const IN_OWN = 0.6;
const IN_GENERAL = 0.3;

/** General columns in which offices put what is of a category, beside its own. */
const GENERAL: Readonly<Record<CategoryId, readonly CategoryId[]>> = {
  overview: ['notices'],
  'local-news': ['local-news'],
  'video-news': ['local-news'],
  'work-updates': ['work-updates', 'local-news'],
  'government-meetings': ['local-news'],
  notices: ['notices'],
  'policies-regulations': ['policies-regulations', 'notices', 'plans'],
  'policy-interpretation': ['policies-regulations', 'notices'],
  plans: ['policies-regulations', 'notices'],
  statistics: ['notices'],
};

/** Everything else is found among notices. */
const ANYWHERE: readonly CategoryId[] = ['notices'];

const WHOLE_PLACES: readonly string[] = ['人民政府', '人民政府门户网站'];

/** Puts written titles into columns, addresses and units as offices do, so that a model learns what columns are worth. */
export function putInColumns(titles: readonly LabelledTitle[], fraction: () => number): LabelledTitle[] {
  const names = new Map(categoryKnowledge.map(({ category, columns }) => [category, words(columns)]));
  const paths = new Map(categoryKnowledge.map((knowledge) => [knowledge.category, words(knowledge.paths)]));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(fraction() * list.length)] as T;
  return titles.map((title) => {
    const kind = fraction();
    if (kind > IN_OWN + IN_GENERAL) return title;
    const place = kind <= IN_OWN ? title.category : pick(GENERAL[title.category] ?? ANYWHERE);
    const column = pick(names.get(place) ?? []);
    const path = fraction() < 0.5 ? pick(paths.get(place) ?? []) : 'xxgk';
    return { ...title, column, url: `http://www.example.gov.cn/${path}/`, unit: unitFor(title) };
  });

  function unitFor({ title, category }: LabelledTitle): string {
    const place = `${pick(slots.城 ?? [])}${pick(['市', '县', '区'])}`;
    // Offices write about themselves.
    const own = (slots.局名 ?? []).find((office) => title.includes(office));
    if (own !== undefined && category !== 'local-news') return `${place}${own}`;
    const whole = category === 'local-news' || category === 'government-meetings' || (category !== 'work-updates' && fraction() < 0.5);
    return `${place}${whole ? pick(WHOLE_PLACES) : pick(slots.局名 ?? [])}`;
  }
}
