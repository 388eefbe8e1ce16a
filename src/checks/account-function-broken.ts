import { platformNames } from '../media/words.ts';
import type { Day } from '../model/day.ts';
import { quoted } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { type AccountFacts, accountFacts, accountSubject, fateOfKnown, OF_ACCOUNT } from './parts/account.ts';
import { ownRule } from './parts/rules.ts';

interface Facts extends AccountFacts {
  readonly functions: readonly string[];
  /** First and last day on which it was said or seen. */
  readonly first: Day;
  readonly last: Day;
}

/** What an account must hold and what does not work (功能无法使用): a person said so, or its own address failed on two days. */
export const accountFunctionBroken: Check<Facts> = {
  ...OF_ACCOUNT,
  kind: 'account-function-broken',
  name: { zh: '政务新媒体功能无法使用', en: 'functions of new media that do not work' },
  severity: 'minor',
  document: {
    zh: '国办秘函〔2019〕19号 政务新媒体检查；通报中的“功能无法使用”',
    en: '国办秘函〔2019〕19号, on new media; functions that cannot be used',
  },
  sentence({ account: { name, platform }, functions, first, last }) {
    const names = functions.map(quoted);
    const days =
      first === last
        ? { zh: `${last} 核对`, en: `looked at on ${last}` }
        : { zh: `${first} 和 ${last} 两次核对`, en: `looked at on ${first} and ${last}` };
    return {
      zh: `${platformNames(platform).zh}“${name}”的功能无法使用：${names.map(({ zh }) => zh).join('、')}（${days.zh}）。`,
      en: `Functions of ${platformNames(platform).en} "${name}" do not work: ${names.map(({ en }) => en).join(', ')} (${days.en}).`,
    };
  },

  inEstate: ({ accounts }, { pack }) =>
    ownRule(pack, accountFunctionBroken.kind) === null
      ? []
      : accounts.flatMap(({ account, row, service: { broken } }) => {
          if (broken.length === 0 || row.status === 'closed') return [];
          const days = broken.flatMap(({ looks }) => looks.map(({ on }) => on)).sort();
          const facts = { ...accountFacts(account), functions: broken.map(({ name }) => name), first: days[0]!, last: days.at(-1)! };
          const evidence = broken.flatMap(({ name, url, looks }) =>
            looks.map(({ on, by, detail }) => [on, name, url, by, detail].filter(Boolean).join(' ')),
          );
          return [{ subject: accountSubject(account), facts, since: facts.first, evidence }];
        }),
  fate: fateOfKnown,
};
