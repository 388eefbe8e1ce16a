import { type LinkFault, provenFault, type WatchedLink } from '../../model/links.ts';
import type { Sentence } from '../../model/sentence.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';
import type { Found } from '../check.ts';

/** Links on the pages of one unit of a site that share a check. */
export interface LinkFacts {
  readonly site: string;
  readonly counts: readonly { readonly fault: LinkFault; readonly count: number }[];
  /** One of them, by its words or address, and the page it stands on. */
  readonly example: { readonly name: string; readonly page: string };
  readonly first: string;
  readonly last: string;
}

/** Links that are named as evidence. */
const NAMED = 50;

/** One finding a unit and site of the links with some faults, each proven by looks on two days. */
export function findLinks(
  links: readonly WatchedLink[],
  faults: readonly LinkFault[],
  { moment, names }: JudgingContext,
): Found<LinkFacts>[] {
  const groups = new Map<string, WatchedLink[]>();
  for (const link of links) {
    const fault = provenFault(link, moment.today);
    if (fault === null || !faults.includes(fault)) continue;
    const key = JSON.stringify([link.site, link.unit]);
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()].map((own) => {
    const [{ site, unit, name, url, page }] = own as [WatchedLink];
    const days = own.flatMap(({ looks }) => looks.map(({ on }) => on)).sort();
    const counts = faults.map((fault) => ({ fault, count: own.filter(({ looks }) => looks.at(-1)?.fault === fault).length }));
    return {
      subject: { unit, site, column: null, url: null },
      facts: {
        site: names.site(site),
        counts: counts.filter(({ count }) => count > 0),
        example: { name: name === '' ? url : name, page },
        first: days[0]!,
        last: days.at(-1)!,
      },
      since: own.map(({ looks }) => looks[0]!.on).sort()[0]!,
      evidence: own.slice(0, NAMED).map((link) => `${link.page} → ${link.name} ${link.url}${statusOf(link)}`),
    };
  });
}

function statusOf({ looks, url }: WatchedLink): string {
  const last = looks.at(-1);
  const landed = last && last.finalUrl !== url ? ` → ${last.finalUrl}` : '';
  return `${landed}${last?.status ? ` (HTTP ${last.status})` : ''}`;
}

/** What is wrong with how many links, an example, and the two days. */
export function sayLinks(
  { site, counts, example, first, last }: LinkFacts,
  words: Readonly<Partial<Record<LinkFault, Sentence>>>,
): Sentence {
  const told = (language: keyof Sentence) => counts.map(({ fault, count }) => words[fault]?.[language].replace('#', String(count)) ?? '');
  return {
    zh: `“${site}”的页面上有${told('zh').join('，')}，例如 ${example.page} 上的“${example.name}”（${first} 和 ${last} 两次核对）。`,
    en: `On pages of "${site}" there are ${told('en').join(', ')}, such as "${example.name}" on ${example.page} (looked at on ${first} and ${last}).`,
  };
}
