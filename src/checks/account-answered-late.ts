import { judgeReplies } from '../media/replies.ts';
import { platformNames } from '../media/words.ts';
import type { Day } from '../model/day.ts';
import type { Limit } from '../model/rules.ts';
import { counted } from '../model/sentence.ts';
import { accountUnanswered } from './account-unanswered.ts';
import type { Check } from './check.ts';
import { NEW_TERM } from './look.ts';
import { type AccountFacts, accountFacts, accountSubject, messageLine, OF_ACCOUNT } from './parts/account.ts';
import { within } from './parts/phrases.ts';
import { rulesOf } from './parts/rules.ts';

interface Facts extends AccountFacts {
  readonly count: number;
  readonly limit: Limit;
  /** Of the last one. */
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly answeredOn: Day;
  /** In which they were answered: each year they are told once. */
  readonly year: number;
}

/** Messages to an account whose answer came after its last day; it is told, and nothing can mend it. */
export const accountAnsweredLate: Check<Facts> = {
  ...OF_ACCOUNT,
  kind: 'account-answered-late',
  name: { zh: '政务新媒体留言逾期答复', en: 'messages to new media answered late' },
  severity: 'notice',
  mendable: false,
  form: null,
  document: { zh: '与留言未答复同一时限', en: 'the limit of messages that are not answered' },
  term: ({ account, year }) => `${account.id} ${year}`,
  sentence: ({ account: { name, platform }, count, limit, receivedOn, dueOn, answeredOn }) => ({
    zh: `${platformNames(platform).zh}“${name}”有 ${count} 条留言答复超过${within(limit).zh}，最近一条 ${receivedOn} 收到，应在 ${dueOn} 前答复，${answeredOn} 才答复。`,
    en: `${platformNames(platform).en} "${name}" answered ${counted(count, 'message')} after more than ${within(limit).en}: the last came on ${receivedOn}, was to be answered by ${dueOn}, and was on ${answeredOn}.`,
  }),

  inEstate: ({ accounts }, { pack, moment, calendar, span }) =>
    rulesOf(accountUnanswered, pack).flatMap((rule) =>
      accounts.flatMap(({ account, service }) => {
        const { answeredLate } = judgeReplies(service.messages, rule.limit, moment.today, calendar);
        const late = answeredLate.filter(({ answeredOn }) => answeredOn !== null && answeredOn >= span.from && answeredOn <= span.to);
        const last = late.at(-1);
        if (last === undefined || last.answeredOn === null) return [];
        const { receivedOn, dueOn, answeredOn } = last;
        const facts = { ...accountFacts(account), count: late.length, limit: rule.limit, receivedOn, dueOn, answeredOn };
        const year = Number(span.to.slice(0, 4));
        return [{ subject: accountSubject(account), facts: { ...facts, year }, since: null, evidence: late.map(messageLine), rule }];
      }),
    ),
  // What took too long did.
  fate: () => NEW_TERM,
};
