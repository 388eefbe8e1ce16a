import { limitField } from '../config/fields.ts';
import { judgeReplies } from '../media/replies.ts';
import { platformNames } from '../media/words.ts';
import { addDays, type Day } from '../model/day.ts';
import type { CheckRule, Limit } from '../model/rules.ts';
import { counted } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { type AccountFacts, accountFacts, accountSubject, fateOfKnown, messageLine, OF_ACCOUNT } from './parts/account.ts';
import { within } from './parts/phrases.ts';
import { rulesOf } from './parts/rules.ts';

/** Messages to accounts are answered within a limit. */
export interface RepliesRule extends CheckRule {
  readonly limit: Limit;
}

interface Facts extends AccountFacts {
  readonly count: number;
  readonly limit: Limit;
  /** Of the oldest: when it came, its last day, and the day until which it was told of. */
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly until: Day;
}

/** Messages to an account that had no answer when their last day was over (互动回应差), by what the office itself handed in. */
export const accountUnanswered: Check<Facts, RepliesRule> = {
  ...OF_ACCOUNT,
  kind: 'account-unanswered',
  name: { zh: '政务新媒体留言未答复', en: 'messages to new media not answered' },
  severity: 'minor',
  document: {
    zh: '国办秘函〔2019〕19号 政务新媒体“互动回应差”；时限见指标',
    en: '国办秘函〔2019〕19号, on new media that do not answer; the limit is the pack’s',
  },
  form: { limit: limitField },
  sentence: ({ account: { name, platform }, count, limit, receivedOn, dueOn, until }) => ({
    zh: `${platformNames(platform).zh}“${name}”有 ${count} 条留言超过${within(limit).zh}没有答复，最早的一条 ${receivedOn} 收到，应在 ${dueOn} 前答复，截至 ${until} 的数据里仍没有答复。`,
    en: `${platformNames(platform).en} "${name}" left ${counted(count, 'message')} without an answer for more than ${within(limit).en}: the oldest came on ${receivedOn}, was to be answered by ${dueOn}, and was not by ${until}.`,
  }),

  inEstate: ({ accounts }, { pack, moment, calendar }) =>
    rulesOf(accountUnanswered, pack).flatMap((rule) =>
      accounts.flatMap(({ account, row, service }) => {
        const { unanswered } = judgeReplies(service.messages, rule.limit, moment.today, calendar);
        const [oldest] = unanswered;
        if (oldest === undefined || row.status === 'closed') return [];
        const { receivedOn, dueOn, until } = oldest;
        const facts = { ...accountFacts(account), count: unanswered.length, limit: rule.limit, receivedOn, dueOn, until };
        const evidence = unanswered.map(messageLine);
        return [{ subject: accountSubject(account), facts, since: addDays(dueOn, 1), evidence, rule }];
      }),
    ),
  fate: fateOfKnown,
};
