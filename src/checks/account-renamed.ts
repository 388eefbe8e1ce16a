import type { NameReading } from '../media/renamed.ts';
import { platformNames } from '../media/words.ts';
import type { Check } from './check.ts';
import { type AccountFacts, accountFacts, accountSubject, fateOfKnown, OF_ACCOUNT } from './parts/account.ts';
import { ownRule } from './parts/rules.ts';

interface Facts extends AccountFacts {
  readonly before: Pick<NameReading, 'name' | 'on'>;
  readonly after: Pick<NameReading, 'name' | 'on'>;
  readonly days: number;
}

/** Once may be a file of another account, or a server that gave another one's feed. */
const SURE_DAYS = 2;

/** An account that its feed or its exports call otherwise than before, and of which nobody wrote the change down (更名未登记). */
export const accountRenamed: Check<Facts> = {
  ...OF_ACCOUNT,
  kind: 'account-renamed',
  name: { zh: '政务新媒体更名未登记', en: 'new media renamed without a word' },
  severity: 'notice',
  document: { zh: '国办发〔2018〕123号 开设、变更、注销的管理', en: '国办发〔2018〕123号, on opening, changing and closing accounts' },
  certainty: ({ days }) => (days >= SURE_DAYS ? 'sure' : 'unsure'),
  sentence: ({ account: { name, platform }, before, after }) => ({
    zh: `${platformNames(platform).zh}“${name}”的名称 ${before.on} 是“${before.name}”，${after.on} 是“${after.name}”，没有登记更名。请核对；已按程序更名的，请补登曾用名。`,
    en: `${platformNames(platform).en} "${name}" was called "${before.name}" on ${before.on} and "${after.name}" on ${after.on}, and no change of name is written down. Please check.`,
  }),

  inEstate: ({ accounts }, { pack }) =>
    ownRule(pack, accountRenamed.kind) === null
      ? []
      : accounts.flatMap(({ account, row, service: { renamed } }) => {
          if (renamed === null || row.status === 'closed') return [];
          const { before, after, days } = renamed;
          const facts = {
            ...accountFacts(account),
            before: { name: before.name, on: before.on },
            after: { name: after.name, on: after.on },
            days,
          };
          const evidence = [before, after].map(({ on, name, source }) => `${on} ${name} ${source}`);
          return [{ subject: accountSubject(account), facts, since: after.on, evidence }];
        }),
  fate: fateOfKnown,
};
