import { platformNames } from '../../media/words.ts';
import type { AlertEventKind } from '../../model/alerts.ts';
import type { Day } from '../../model/day.ts';
import type { Span } from '../../model/estate.ts';
import type { Platform } from '../../model/media.ts';
import type { ColumnStatus, SiteRecord } from '../../model/records.ts';
import { counted } from '../../model/sentence.ts';
import { stateWords } from '../../timeliness/wording/states.ts';

/** The words of the weekly report, one object a language. */
export interface WeeklyWording {
  readonly headings: Readonly<Record<'published' | 'columns' | 'alerts' | 'forecast' | 'watching', string>>;
  subject(of: Span & { estate: string }): string;
  opening(of: Span & { estate: string }): string;
  closing(of: { estate: string; desk: string | null }): string;
  posts(of: { platform: Platform; accounts: number; posts: number }): string;
  items(of: { items: number; classes: readonly { name: string; items: number }[] }): string;
  count(of: { name: string; items: number }): string;
  statuses(counts: readonly { status: ColumnStatus; count: number }[]): string;
  overdue(of: { unit: string; column: string; dueOn: Day | null; overdueDays: number }): string;
  happened(of: { happened: readonly { event: AlertEventKind; count: number }[]; open: number; late: number }): string;
  lateAlert(of: { message: string; dueOn: Day | null }): string;
  /** Columns and duties of a unit that fall due. */
  due(of: { unit: string; named: readonly { name: string; dueOn: Day }[] }): string;
  audits(of: { done: number; all: number }): string;
  unread(of: { name: string; status: SiteRecord['status']; unknown: number }): string;
  more(count: number): string;
}

const ZH_EVENTS: Readonly<Partial<Record<AlertEventKind, string>>> = {
  opened: '新发现',
  reopened: '再次出现',
  sent: '发送单位',
  acknowledged: '单位答复',
  escalated: '升级督办',
  gone: '复查已整改',
  closed: '销号',
  dismissed: '不予处理',
};
const zh: WeeklyWording = {
  headings: {
    published: '信息发布',
    columns: '栏目更新',
    alerts: '预警办理',
    forecast: '未来两周到期',
    watching: '监测运行',
  },
  subject: ({ estate, from, to }) => `${estate}政务公开工作周报（${from} 至 ${to}）`,
  opening: ({ estate, from, to }) => `现将${estate}政府网站 ${from} 至 ${to} 的信息公开监测情况汇总如下，每个数字都可点开查看明细。`,
  closing: ({ estate, desk }) => `${estate}政务公开监测${desk ? `　查看入口：${desk}` : ''}`,
  items: ({ items, classes }) => `本周发布信息 ${items} 条${list(classes.map(({ name, items: count }) => `${name} ${count} 条`))}`,
  posts: ({ platform, accounts, posts }) => `${platformNames(platform).zh} ${accounts} 个账号发布 ${posts} 条`,
  count: ({ name, items }) => `${name}：${items} 条`,
  statuses: (counts) =>
    `栏目共 ${sum(counts)} 个${list(shown(counts).map(({ status, count }) => `${stateWords.zh.column[status]} ${count} 个`))}`,
  overdue: ({ unit, column, dueOn, overdueDays }) => `${unit}“${column}”应于 ${dueOn ?? '—'} 前更新，已超期 ${overdueDays} 天`,
  happened: ({ happened, open, late }) =>
    `本周${happened.length > 0 ? happened.map(({ event, count }) => `${ZH_EVENTS[event] ?? event} ${count} 件`).join('、') : '没有新的预警'}；目前在办 ${open} 件，其中超过整改期限 ${late} 件`,
  lateAlert: ({ message, dueOn }) => `${message}（整改期限 ${dueOn ?? '—'}）`,
  due: ({ unit, named }) => `${unit}：${named.map(({ name, dueOn }) => `“${name}” ${dueOn}`).join('、')}`,
  audits: ({ done, all }) => `本周监测 ${all} 次，完成 ${done} 次`,
  unread: ({ name, status, unknown }) => `${name}：${stateWords.zh.site[status]}，${unknown} 个栏目未作判断（不计入任何单位的问题）`,
  more: (count) => `另有 ${count} 条，见明细`,
};

const EN_EVENTS: Readonly<Partial<Record<AlertEventKind, string>>> = {
  opened: 'found',
  reopened: 'found again',
  sent: 'sent to units',
  acknowledged: 'answered',
  escalated: 'escalated',
  gone: 'seen mended',
  closed: 'closed',
  dismissed: 'dismissed',
};

const en: WeeklyWording = {
  headings: {
    published: 'Published',
    columns: 'Columns',
    alerts: 'Alerts',
    forecast: 'Due in two weeks',
    watching: 'The watching itself',
  },
  subject: ({ estate, from, to }) => `${estate}: weekly disclosure report, ${from} to ${to}`,
  opening: ({ estate, from, to }) =>
    `What the watch of ${estate}'s government sites saw from ${from} to ${to}; every number opens its list.`,
  closing: ({ estate, desk }) => `Disclosure watch of ${estate}${desk ? ` ${desk}` : ''}`,
  items: ({ items, classes }) => `${items} items published${list(classes.map(({ name, items: count }) => `${name} ${count}`))}`,
  posts: ({ platform, accounts, posts }) => `${platformNames(platform).en}: ${counted(posts, 'post')} of ${counted(accounts, 'account')}`,
  count: ({ name, items }) => `${name}: ${items}`,
  statuses: (counts) =>
    `${sum(counts)} columns${list(shown(counts).map(({ status, count }) => `${stateWords.en.column[status]} ${count}`))}`,
  overdue: ({ unit, column, dueOn, overdueDays }) => `${unit} “${column}” was due on ${dueOn ?? '—'}, ${counted(overdueDays, 'day')} ago`,
  happened: ({ happened, open, late }) =>
    `${happened.length > 0 ? happened.map(({ event, count }) => `${EN_EVENTS[event] ?? event} ${count}`).join(', ') : 'no new alerts'}; ${open} open now, ${late} of them past their last day for mending`,
  lateAlert: ({ message, dueOn }) => `${message} (to be mended by ${dueOn ?? '—'})`,
  due: ({ unit, named }) => `${unit}: ${named.map(({ name, dueOn }) => `“${name}” ${dueOn}`).join(', ')}`,
  audits: ({ done, all }) => `${all} audits, ${done} completed`,
  unread: ({ name, status, unknown }) => `${name}: ${stateWords.en.site[status]}, ${unknown} columns not judged (held against no unit)`,
  more: (count) => `${count} more behind the link`,
};

export const weeklyWordings = { zh, en };

function list(parts: readonly string[]): string {
  return parts.length > 0 ? `（${parts.join('、')}）` : '';
}

function sum(counts: readonly { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function shown<Counted extends { count: number }>(counts: readonly Counted[]): Counted[] {
  return counts.filter(({ count }) => count > 0);
}
