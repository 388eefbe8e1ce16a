import { type Day, daysBetween } from './day.ts';
import type { Outcome } from './outcome.ts';
import type { PersonalData } from './personal-data.ts';

/** Links on a site's pages (链接): where they lead, and what came of looking there. */

export const LINK_KINDS = ['page', 'attachment', 'search'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A link as a page shows it. `search` is what the page's own search box asks for. */
export interface PageLink {
  readonly url: string;
  /** Its words; empty where it is a picture without any. */
  readonly name: string;
  readonly kind: LinkKind;
}

/**
 * What may be wrong with a link: what it leads to is gone; it lands on a home page now; it promises a file and gives a page;
 * whoever has its host now shows something else.
 */
export const LINK_FAULTS = ['dead', 'moved', 'wrong-type', 'hijacked'] as const;
export type LinkFault = (typeof LINK_FAULTS)[number];

/** `blocked`: we were turned away, which says nothing of others; `unsure`: nothing was proved; `new`: nobody looked yet. */
export type LinkState = 'new' | 'alive' | LinkFault | 'blocked' | 'unsure';

/** One look that proved something. */
export interface LinkLook {
  /** The day that the run judged by. */
  readonly on: Day;
  /** Null: the link is alive. */
  readonly fault: LinkFault | null;
  readonly outcome: Outcome;
  /** The last HTTP status, or null where none came. */
  readonly status: number | null;
  readonly finalUrl: string;
}

/** A link that is watched. */
export interface WatchedLink extends PageLink {
  readonly site: string;
  /** The unit that answers for the page. */
  readonly unit: string;
  /** The page that it was met on last. */
  readonly page: string;
  readonly foundOn: Day;
  readonly state: LinkState;
  /** Of one fault the first and the last look; else the last alone, or none. */
  readonly looks: readonly LinkLook[];
  /** Day from which it is to be looked at again. */
  readonly nextLook: Day;
  /** What an attachment said of private persons when it was looked into last; null where nobody could. */
  readonly personalData: readonly PersonalData[] | null;
}

/** The looks at a link with one more: the first of a fault stays as long as the fault does. */
export function withLook(looks: readonly LinkLook[], look: LinkLook): LinkLook[] {
  const [first] = looks;
  return first === undefined || look.fault === null || first.fault !== look.fault || first.on >= look.on ? [look] : [first, look];
}

/** Days for which a look says anything: a link may have been mended since. */
const HOLDS_DAYS = 7;

/** Whether the last look is of late enough to say something of a day. */
export function isRecent({ on }: LinkLook, today: Day): boolean {
  return on <= today && daysBetween(on, today) <= HOLDS_DAYS;
}

/** The fault that looks on two days agree on, as of a day; null where there is none yet, or nobody has looked since too long. */
export function provenFault({ looks }: Pick<WatchedLink, 'looks'>, today: Day): LinkFault | null {
  const [first, last] = looks;
  if (first === undefined || last === undefined || first.on >= last.on) return null;
  return isRecent(last, today) ? last.fault : null;
}
