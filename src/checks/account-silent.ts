import { platformNames } from '../media/words.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { AccountRule } from '../model/rules.ts';
import type { Check } from './check.ts';
import { type AccountFacts, accountFacts, accountSubject, OF_ACCOUNT } from './parts/account.ts';

interface Facts extends AccountFacts {
  readonly last: Day;
  readonly dueOn: Day;
  readonly silentDays: number;
}

/** Days of silence after which circulars speak of an account that nobody keeps (僵尸账号). */
const ABANDONED_DAYS = 90;

/** An account of new media that posted nothing for longer than it may, proven by a delivery that speaks of all those days. */
export const accountSilent: Check<Facts> = {
  ...OF_ACCOUNT,
  kind: 'account-silent',
  name: { zh: '政务新媒体未更新', en: 'new media silent' },
  severity: 'veto',
  document: { zh: '国办秘函〔2019〕19号 政务新媒体单项否决“内容不更新”', en: '国办秘函〔2019〕19号, veto on new media that post nothing' },
  form: null,
  sentence: ({ account: { name, platform }, last, dueOn, silentDays }) => {
    const isAbandoned = silentDays >= ABANDONED_DAYS;
    return {
      zh: `${platformNames(platform).zh}“${name}”最近一次发布是 ${last}，应在 ${dueOn} 前发布，已 ${silentDays} 天没有更新${isAbandoned ? '，属于“僵尸账号”，请恢复更新或按程序注销' : ''}。`,
      en: `${platformNames(platform).en} "${name}" last posted on ${last} and was to post by ${dueOn}: ${silentDays} days of silence${isAbandoned ? '; it is abandoned, and must be revived or closed' : ''}.`,
    };
  },

  inEstate: ({ accounts }, { pack, moment }) =>
    accounts.flatMap(({ account, row }) => {
      const { status, lastPublished: last, dueOn, evidence } = row;
      if (status !== 'silent' || last === null || dueOn === null) return [];
      const rule = pack.rules.find((one): one is AccountRule => one.kind === 'account') ?? null;
      const facts = { ...accountFacts(account), last, dueOn, silentDays: daysBetween(last, moment.today) };
      return [
        {
          subject: accountSubject(account),
          facts,
          since: addDays(dueOn, 1),
          evidence: evidence ? [evidence.source, ...(evidence.alive ? [evidence.alive] : [])] : [],
          rule,
        },
      ];
    }),
};
