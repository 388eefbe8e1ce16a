import { platformNames } from '../media/words.ts';
import { type Day, daysBetween } from '../model/day.ts';
import type { Check } from './check.ts';
import { type AccountFacts, accountFacts, accountSubject, OF_ACCOUNT } from './parts/account.ts';
import { termIn } from './parts/identity.ts';

interface Facts extends AccountFacts {
  readonly last: Day;
  readonly dueOn: Day;
  readonly inDays: number;
}

/** An account that must post soon: the clerk is told before it is held against anybody. */
export const accountDue: Check<Facts> = {
  ...OF_ACCOUNT,
  kind: 'account-due',
  name: { zh: '政务新媒体即将超期', en: 'new media due soon' },
  severity: 'notice',
  alertKind: 'due',
  form: null,
  document: { zh: '与该账号的更新期限相同', en: "the same as the account's own limit" },
  sentence: ({ account: { name, platform }, last, dueOn, inDays }) => ({
    zh: `${platformNames(platform).zh}“${name}”最近一次发布是 ${last}，应在 ${dueOn} 前发布，${inDays <= 0 ? '今天到期' : `还有 ${inDays} 天`}。`,
    en: `${platformNames(platform).en} "${name}", last posted on ${last}, is to post by ${dueOn}: ${inDays <= 0 ? 'today' : `${inDays} days left`}.`,
  }),

  inEstate: ({ accounts }, { moment }) =>
    accounts.flatMap(({ account, row: { status, lastPublished: last, dueOn } }) => {
      if (status !== 'due' || last === null || dueOn === null || dueOn < moment.today) return [];
      const facts = { ...accountFacts(account), last, dueOn, inDays: daysBetween(moment.today, dueOn) };
      return [{ subject: accountSubject(account), facts, since: null, evidence: [] }];
    }),

  fate(was, look) {
    const isSilent = look.accountStatus(termIn(was.key) ?? '') === 'silent';
    return isSilent ? { lapsed: 'now-overdue' } : OF_ACCOUNT.fate!(was, look);
  },
};
