import { platformNames } from '../media/words.ts';
import type { Check } from './check.ts';
import { type AccountFacts, accountFacts, accountSubject, fateOfKnown, OF_ACCOUNT } from './parts/account.ts';
import { ownRule } from './parts/rules.ts';

/** An account of which the office knows that the national register of new media does not hold it (未备案). */
export const accountUnfiled: Check<AccountFacts> = {
  ...OF_ACCOUNT,
  kind: 'account-unfiled',
  name: { zh: '政务新媒体未备案', en: 'new media not registered' },
  severity: 'minor',
  document: { zh: '国办发〔2018〕123号 备案管理', en: '国办发〔2018〕123号, on the register' },
  sentence: ({ account: { name, platform } }) => ({
    zh: `${platformNames(platform).zh}“${name}”没有在全国政务新媒体信息报送系统备案，请补办备案。`,
    en: `${platformNames(platform).en} "${name}" is not in the national register of new media.`,
  }),

  inEstate: ({ accounts }, { pack }) =>
    ownRule(pack, accountUnfiled.kind) === null
      ? []
      : accounts.flatMap(({ account, row }) =>
          account.filed === false && row.status !== 'closed'
            ? [{ subject: accountSubject(account), facts: accountFacts(account), since: null, evidence: [] }]
            : [],
        ),
  fate: fateOfKnown,
};
