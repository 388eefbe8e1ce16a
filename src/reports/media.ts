import { within } from '../checks/parts/phrases.ts';
import type { AccountRow } from '../media/judge-account.ts';
import type { RepliesCounted } from '../media/replies.ts';
import { accountReasonWords, accountStatusWords, platformNames } from '../media/words.ts';
import { PLATFORMS, type Platform } from '../model/media.ts';
import type { PaperTable } from '../model/paper.ts';
import type { PaperFacts } from './facts.ts';
import { nameReader } from './problems.ts';

type MediaFacts = Pick<PaperFacts, 'result' | 'unit' | 'estate' | 'taxonomy' | 'replies' | 'span'>;

/** Accounts that a paper tells of: those that ran in its period, of its unit. */
function running({ result, unit }: Pick<PaperFacts, 'result' | 'unit'>): AccountRow[] {
  return result.accounts.filter((account) => account.status !== 'closed' && (unit === null || account.unit === unit));
}

/** Accounts and posts of each platform that has some, those too that were closed since. */
export function platformCounts(facts: Pick<PaperFacts, 'result' | 'unit'>): { platform: Platform; accounts: number; posts: number }[] {
  const accounts = facts.result.accounts.filter(({ unit }) => facts.unit === null || unit === facts.unit);
  return countedByPlatform(accounts);
}

function countedByPlatform(accounts: readonly AccountRow[]): { platform: Platform; accounts: number; posts: number }[] {
  return PLATFORMS.flatMap((platform) => {
    const own = accounts.filter((account) => account.platform === platform);
    const posts = own.reduce((sum, account) => sum + account.posts, 0);
    return own.length === 0 ? [] : [{ platform, accounts: own.length, posts }];
  });
}

/** Whether nothing that was delivered tells of an account's posts in the period: that none was seen is not that there was none. */
function isUntold({ posts, status, lastPublished }: AccountRow, { span }: Pick<PaperFacts, 'span'>): boolean {
  return posts === 0 && status !== 'silent' && status !== 'closed' && (lastPublished === null || lastPublished < span.from);
}

/** How many accounts there are, what they posted in the period and how they stand; nothing where no account is watched. */
export function mediaLines(facts: MediaFacts): string[] {
  const accounts = running(facts);
  if (accounts.length === 0) return [];
  const names = nameReader(facts);
  const of = (status: AccountRow['status']) => accounts.filter((account) => account.status === status);
  const counts = countedByPlatform(accounts).map(
    ({ platform, accounts: some, posts }) => `${platformNames(platform).zh}${some}个，${posts > 0 ? `发布${posts}条` : '没有见到本期帖文'}`,
  );
  const untold = accounts.filter((account) => isUntold(account, facts)).length;
  const silent = of('silent');
  const unknown = of('unknown').length;
  return [
    `在运行政务新媒体账号${accounts.length}个：${counts.join('；')}。`,
    ...(silent.length > 0
      ? [`两周以上没有更新的账号${silent.length}个：${silent.map(({ name, unit }) => `“${name}”（${names.unit(unit)}）`).join('、')}。`]
      : []),
    ...(of('due').length > 0
      ? [
          `临近两周未更新的账号${of('due').length}个：${of('due')
            .map(({ name }) => `“${name}”`)
            .join('、')}。`,
        ]
      : []),
    ...(untold > 0 ? [`${untold}个账号没有见到本期帖文，可能没有提供数据，不作判断，发布量不含这些账号。`] : []),
    ...repliesInWords(accounts, facts),
    ...(unknown > 0 ? [`另有${unknown}个账号没有导入数据或数据不全，无法判定，不计入上述问题。`] : []),
  ];
}

/** 网民留言 and how they were answered, of those accounts whose messages were handed in; nothing where those of none were. */
function repliesInWords(accounts: readonly AccountRow[], { replies }: MediaFacts): string[] {
  const told = accounts.flatMap(({ id }) => replies.get(id) ?? []);
  if (told.length === 0) return [];
  const sum = (of: (one: RepliesCounted) => number) => told.reduce((all, one) => all + of(one), 0);
  const [{ late } = { late: null }] = told;
  const inTime =
    late === null
      ? ''
      : `，其中超过${within(late.limit).zh}答复${sum((one) => one.late?.answered ?? 0)}条，超过${within(late.limit).zh}没有答复${sum((one) => one.late?.unanswered ?? 0)}条`;
  const left = accounts.length - told.length;
  const apart = left === 0 ? '' : `；${left}个账号没有提供留言数据，不计入`;
  return [`${told.length}个账号收到网民留言${sum((one) => one.received)}条，已答复${sum((one) => one.answered)}条${inTime}${apart}。`];
}

/** 政务新媒体情况表: one row an account; no table where none is watched. */
export function mediaTables(facts: MediaFacts): PaperTable[] {
  const names = nameReader(facts);
  const accounts = facts.result.accounts.filter(({ unit }) => facts.unit === null || unit === facts.unit);
  if (accounts.length === 0) return [];
  return [
    {
      name: '政务新媒体情况表',
      columns: [
        '序号',
        '责任单位',
        '平台',
        '账号名称',
        '账号ID',
        '发布量（条）',
        '最近更新日期',
        '收到留言',
        '已答复',
        '逾期未答复',
        '状态',
        '说明',
      ],
      rows: accounts.map((account, place) => {
        const { unit, platform, name, id, posts, lastPublished, status, reason, overdueDays } = account;
        const replies = facts.replies.get(id);
        return [
          place + 1,
          names.unit(unit),
          platformNames(platform).zh,
          name,
          id,
          isUntold(account, facts) ? '—' : posts,
          lastPublished,
          replies?.received ?? '—',
          replies?.answered ?? '—',
          replies?.late?.unanswered ?? '—',
          accountStatusWords(status).zh,
          reason !== null ? accountReasonWords(reason).zh : overdueDays > 0 ? `超期${overdueDays}天` : null,
        ];
      }),
    },
  ];
}

/** What the yearly form of a website asks of new media, as far as it is counted: its boxes with their values, subscribers left to a person. */
export function mediaBoxes(facts: Pick<PaperFacts, 'result'>, unit: string): [box: string, value: string | number | null][] {
  const own = facts.result.accounts.filter((account) => account.unit === unit);
  const named = (platform: Platform) => own.filter((account) => account.platform === platform);
  const joined = (platform: Platform) =>
    named(platform)
      .map(({ name }) => name)
      .join('、') || null;
  const posts = (platform: Platform) =>
    named(platform).length === 0 ? null : named(platform).reduce((sum, account) => sum + account.posts, 0);
  const others = own.filter(({ platform }) => platform !== 'weibo' && platform !== 'wechat');
  return [
    ['是否有移动新媒体', own.length > 0 ? '是' : null],
    ['微博名称', joined('weibo')],
    ['微博信息发布量（条）', posts('weibo')],
    ['微博关注量（个）', null],
    ['微信名称', joined('wechat')],
    ['微信信息发布量（条）', posts('wechat')],
    ['微信订阅数（个）', null],
    ['其他', others.map(({ name, posts: count, platform }) => `${platformNames(platform).zh}“${name}”${count}条`).join('；') || null],
  ];
}
