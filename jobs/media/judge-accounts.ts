import { shareServer } from '../../src/media/feed-alive.ts';
import { brokenFunctions } from '../../src/media/functions.ts';
import { type AccountRow, type AccountService, judgeAccount } from '../../src/media/judge-account.ts';
import { renamed } from '../../src/media/renamed.ts';
import { MESSAGES_FROM } from '../../src/media/replies.ts';
import { addPeriod, dayIn } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import type { AccountRule, RulePack } from '../../src/model/rules.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import type { Workshop } from '../workshop.ts';

/** How every account of new media stands, without one request. In the estate's order. */
export async function judgeAccounts(
  { config, store }: Pick<Workshop, 'config' | 'store'>,
  { asOf, span, pack }: { readonly asOf: Date; readonly span: Span; readonly pack: RulePack },
): Promise<AccountRow[]> {
  const today = dayIn(config.estate.timezone, asOf);
  const rule = pack.rules.find((one): one is AccountRule => one.kind === 'account') ?? null;
  const moment = { today, zone: config.estate.timezone, rule, warningDays: pack.warningDays, calendar: createWorkingDays(config.calendar) };
  const known = await Promise.all(
    config.estate.accounts.map(async (account) => {
      const [count, lastPublished, deliveries] = await Promise.all([
        store.posts.count(account.id, span.to < today ? span : { ...span, to: today }),
        store.posts.newest(account.id, today),
        store.posts.deliveries(account.id),
      ]);
      return { account, count, lastPublished, deliveries };
    }),
  );
  return known.map(({ account, ...posts }) => {
    const sameServer = known
      .filter((other) => shareServer(other.account.feed, account.feed))
      .flatMap(({ deliveries }) => deliveries.filter(({ via }) => via === 'feed'));
    return judgeAccount(account, { ...posts, sameServer }, moment);
  });
}

/** What the accounts are beside their posts, in the estate's order. */
export async function accountServices(
  { config, store }: Pick<Workshop, 'config' | 'store'>,
  { asOf }: { readonly asOf: Date },
): Promise<AccountService[]> {
  const { timezone: zone, accounts } = config.estate;
  const today = dayIn(zone, asOf);
  const from = addPeriod(today, MESSAGES_FROM);
  return Promise.all(
    accounts.map(async (account) => {
      const [messages, looks, deliveries] = await Promise.all([
        store.posts.messages(account.id, from),
        account.functions.length === 0 ? [] : store.posts.functionLooks(account.id),
        store.posts.deliveries(account.id),
      ]);
      return { messages, broken: brokenFunctions(account.functions, looks, today), renamed: renamed(account, deliveries, { today, zone }) };
    }),
  );
}
