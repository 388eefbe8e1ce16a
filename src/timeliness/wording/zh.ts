import { inLanguage } from '../../model/bilingual.ts';
import type { Limit } from '../../model/rules.ts';
import type { Wording } from './wording.ts';

export const zh: Wording = {
  columnOverdue: ({ column, title, last, limit, dueOn, overdueDays, readOn }) =>
    `栏目“${column}”最近一次更新是 ${last}（《${title}》），要求每${within(limit)}至少更新一次，应在 ${dueOn} 之前更新，` +
    `已超期 ${overdueDays} ${'period' in limit ? '天' : '个工作日'}${read(readOn)}。`,
  columnBlank: ({ column, readOn }) => `栏目“${column}”的列表打开正常，但没有任何信息，是空白栏目${read(readOn)}。`,
  silentColumns: ({ site, count, atLeast, limits }) =>
    `“${site}”有 ${count} 个动态要闻、通知公告、政策文件类栏目在规定期限（${limits.map(within).join('、')}）内没有更新，达到 ${atLeast} 个即单项否决。`,
  overdueColumns: ({ site, count, atLeast }) => `“${site}”应更新但长期未更新的栏目有 ${count} 个，达到 ${atLeast} 个即单项否决。`,
  blankColumns: ({ site, count, atLeast }) => `“${site}”的空白栏目有 ${count} 个，达到 ${atLeast} 个即单项否决。`,
  homePage: ({ site, last, limit, onHomePage }) =>
    `“${site}”首页${onHomePage ? '' : '（首页仅为导航，以各栏目为准）'}最近一次更新是 ${last}，超过${within(limit)}没有信息更新。`,
  notReachable: ({ site, from, to, visits, failed, seconds, share }) =>
    `“${site}”首页 ${from} 至 ${to} 间隔访问 ${visits} 次，其中 ${failed} 次 ${seconds} 秒内打不开，占 ${percent(failed, visits)}，` +
    `达到 ${percent(share, 1)} 即单项否决。`,
  visitsOfDay: ({ day, visits, failed }) => `${day}：访问 ${visits} 次，打不开 ${failed} 次。`,
  siteNotRead: ({ site, status, reason, columns }) =>
    `“${site}”${STATUS[status]}${reason ? `（${inBrackets(reason)}）` : ''}，所属 ${columns} 个栏目本次无法判定，不作为未更新处理。`,
  tlsFallback: ({ site }) => `“${site}”的加密证书或协议有误，严格校验的访问失败，只能放宽校验后读取。`,
  columnNotRead: ({ column, detail }) =>
    `栏目“${column}”本次没有读到${detail ? `（${inBrackets(detail)}）` : ''}，无法判定，不作为未更新或空白处理。`,
  pagesUnread: ({ column, pages }) => `栏目“${column}”的列表有 ${pages} 个翻页没有读到，信息数量可能偏少。`,
  pagesBeyondLimit: ({ column, rows }) => `栏目“${column}”的列表没有读到底，目前已知 ${rows} 条，更早的信息未计入。`,
  futureDate: ({ title, day, today }) => `《${title}》标注的发布日期是 ${day}，晚于检查当日 ${today}，不计为更新。`,
  undatedItems: ({ column, count, rows }) => `栏目“${column}”的 ${rows} 条信息中有 ${count} 条没有注明发布日期，不计为更新。`,
  backDated: ({ title, day, seenOn, absentOn }) =>
    `《${title}》标注的发布日期是 ${day}，但 ${absentOn} 读取该栏目时还没有这条信息，${seenOn} 才首次出现，疑为倒填日期。`,
  dateConflict: ({ site, count, title, day, other, source }) =>
    `“${site}”有 ${count} 条信息显示的发布日期早于网站自己的其他记录，例如《${title}》显示 ${day}，而${SOURCE[source] ?? source}给出的是 ${other}，请核实。`,
  removed: ({ title, day, goneOn, column }) => `《${title}》${day ? `（${day}）` : ''}曾列在栏目“${column}”中，${goneOn} 读取时已不在。`,
  more: ({ column, count }) => `栏目“${column}”另有 ${count} 条信息有同样的问题。`,
  placeholderReviewer: ({ site, reviewer, sameAsEditor, count }) =>
    sameAsEditor
      ? `“${site}”有 ${count} 条信息的审核人与编辑是同一人（${reviewer}）。`
      : `“${site}”有 ${count} 条信息的审核人${reviewer ? `填写为“${reviewer}”` : '为空'}，不是真实的审核人。`,
  dutyMissing: ({ unit, duty, year, dueOn }) => `${unit}应在 ${dueOn} 前公开 ${year} 年的“${duty}”，在其已监测的栏目中没有找到。`,
  disclosureLate: ({ unit, count, measured, worst, limit }) =>
    `${unit}可测量的 ${measured} 条信息中，有 ${count} 条在门户网站的公开时间晚于成文之日起${within(limit)}，最长 ${worst} 个工作日；其他法律另有规定的从其规定。`,
  unverified: '（该规则尚未与原文核对，请核对后使用。）',
  lastItem: ({ column, day, title }) => `${column}：${day ?? '无日期'}${title ? `《${title}》` : ''}`,
};

const STATUS = {
  ok: '读取正常',
  partial: '只读到一部分',
  unreachable: '无法访问',
  blocked: '拦截了本次访问',
  forbidden: '的 robots.txt 不允许读取',
};
const SOURCE: Record<string, string> = {
  list: '列表',
  meta: '页面元数据',
  label: '页面标注',
  url: '网址',
  script: '页面脚本',
  api: '网站接口',
};

function within(limit: Limit): string {
  if ('workingDays' in limit) return `${limit.workingDays}个工作日`;
  const { years, months, days } = limit.period;
  return `${years ? `${years}年` : ''}${months ? `${months}个月` : ''}${days ? `${days}天` : ''}`;
}

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 1000) / 10}%`;

const read = (on: string | null) => (on ? `（${on} 读取）` : '');

function inBrackets(detail: string): string {
  return inLanguage(detail, 'zh').replace(/[。.]$/, '');
}
