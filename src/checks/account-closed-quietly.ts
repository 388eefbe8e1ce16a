import { platformNames } from '../media/words.ts';
import type { Day } from '../model/day.ts';
import type { Check } from './check.ts';
import { type AccountFacts, accountFacts, accountSubject, OF_ACCOUNT } from './parts/account.ts';
import { ownRule } from './parts/rules.ts';

interface Facts extends AccountFacts {
  readonly closed: Day;
}

/** An account that was closed without the announcement that a closing needs (未按程序注销). */
export const accountClosedQuietly: Check<Facts> = {
  ...OF_ACCOUNT,
  kind: 'account-closed-quietly',
  name: { zh: '政务新媒体注销未公告', en: 'new media closed without announcement' },
  severity: 'minor',
  document: { zh: '国办发〔2018〕123号 注销程序', en: '国办发〔2018〕123号, on closing accounts' },
  sentence: ({ account: { name, platform }, closed }) => ({
    zh: `${platformNames(platform).zh}“${name}”已于 ${closed} 注销，没有登记注销公告的网址，请补发公告或补登网址。`,
    en: `${platformNames(platform).en} "${name}" was closed on ${closed}, and no address of an announcement is known.`,
  }),

  inEstate: ({ accounts }, { pack, span }) =>
    ownRule(pack, accountClosedQuietly.kind) === null
      ? []
      : accounts.flatMap(({ account, row }) => {
          const { closed, announcement } = account;
          if (row.status !== 'closed' || closed === null || announcement !== null || closed < span.from) return [];
          return [{ subject: accountSubject(account), facts: { ...accountFacts(account), closed }, since: closed, evidence: [] }];
        }),
  // The account is closed: what is not found again was announced, or belongs to a year that is over.
  fate: () => 'gone',
};
