import type { LateMessage } from '../../media/replies.ts';
import type { MediaAccount } from '../../model/media.ts';
import type { Check } from '../check.ts';
import { NOT_WATCHED } from '../look.ts';
import { termIn } from './identity.ts';

/** Accounts of new media, in the facts of checks that speak of them. */
export interface AccountFacts {
  /** Id, name and platform. */
  readonly account: Pick<MediaAccount, 'id' | 'name' | 'platform'>;
}

export function accountFacts({ id, name, platform }: MediaAccount): AccountFacts {
  return { account: { id, name, platform } };
}

/** A unit's account as what a finding is about: no site is involved. */
export function accountSubject({ unit }: Pick<MediaAccount, 'unit'>) {
  return { unit, site: null, column: null, url: null };
}

/** What checks of accounts share: each account is an alert of its own, and ends only where it is known how the account stands. */
export const OF_ACCOUNT: Pick<Check<AccountFacts>, 'subject' | 'audience' | 'term' | 'fate'> = {
  subject: 'unit',
  audience: 'unit',
  term: ({ account }) => account.id,
  fate({ key }, look) {
    const status = look.accountStatus(termIn(key) ?? '');
    if (status === null || status === 'closed') return NOT_WATCHED;
    return status === 'unknown' ? 'hold' : 'gone';
  },
};

/** What is handed in or stands in the estate is known however its posts stand: what is not found again was mended. */
export const fateOfKnown: NonNullable<Check['fate']> = (was, look) => {
  const fate = OF_ACCOUNT.fate!(was, look);
  return fate === 'hold' ? 'gone' : fate;
};

/** A message as evidence. */
export function messageLine({ subject, receivedOn, dueOn, answeredOn, until, source }: LateMessage): string {
  return `${receivedOn} → ${answeredOn ?? `— (${until})`}, ≤ ${dueOn}: ${subject} ${source}`.trim();
}
