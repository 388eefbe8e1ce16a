import { type Day, makeDay } from '../../../model/day.ts';
import type { CheckFinding, ParsedReport } from '../report.ts';
import type { ReportCheck } from './check.ts';

/** The report's days: what its numbers are of, when it was signed and when it appeared. */
export const checkDates: ReportCheck = (report) => [
  ...periodOf(report),
  ...notOver(report),
  ...late(report),
  ...garbled(report),
  ...untilAnotherDay(report),
];

function periodOf({ head }: ParsedReport): CheckFinding[] {
  const { period, year, form } = head;
  if (!period || year === null || form === 'site-self-check') return [];
  if (period.to.slice(0, 4) !== String(year)) {
    return [
      {
        kind: 'date-conflict',
        certainty: 'certain',
        message: `标题是 ${year} 年，统计期是 ${period.from} 至 ${period.to}`,
        quotes: [period.quote],
      },
    ];
  }
  if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return [];
  return [
    {
      kind: 'period-incomplete',
      certainty: 'certain',
      message: `统计期是 ${period.from} 至 ${period.to}，不是整个年度`,
      quotes: [period.quote],
    },
  ];
}

function notOver({ head }: ParsedReport): CheckFinding[] {
  const { period, signedOn, publishedOn, year, form } = head;
  if (form === 'site-self-check') return [];
  const end = period?.to ?? null;
  const dated = signedOn ?? publishedOn;
  if (!end || !dated || end.slice(0, 4) !== String(year) || dated.day >= end || dated.day < `${year}-06-01`) return [];
  return [
    {
      kind: 'period-not-over',
      certainty: 'certain',
      message: `${signedOn ? '落款' : '发布'}于 ${dated.day}，统计期却到 ${end}`,
      quotes: [dated.quote, period!.quote],
    },
  ];
}

/**
 * Until 2018 all by 31 March (2008 条例 Art 31); since 2019 departments by 31 January, governments by 31 March (条例 Art 49).
 * Townships are not named there; offices treat them like departments, so until 31 March nothing is said of them.
 */
function late({ head }: ParsedReport): CheckFinding[] {
  const { publishedOn, year, form, unitKind } = head;
  if (!publishedOn || year === null || form === 'site-self-check') return [];
  const early = year >= 2019 && (unitKind === 'department' || unitKind === 'office');
  const due: Day = `${year + 1}-${early ? '01-31' : '03-31'}`;
  if (publishedOn.day <= due) return [];
  return [
    {
      kind: 'published-late',
      certainty: 'likely',
      message: `${publishedOn.day} 发布，晚于${year >= 2019 ? '条例第四十九条' : '2008 年条例第三十一条'}的 ${due}；页面日期也可能是迁移或重发的日期`,
      quotes: [publishedOn.quote],
    },
  ];
}

/** 20101231日, 2018年13月5日, 2月30日 with its year, 2019年月日. */
function garbled({ paragraphs }: ParsedReport): CheckFinding[] {
  return paragraphs.flatMap((text) => {
    const run = /(?<!\d)20\d{6}日|20\d{2}年月日|(?<!\d)20\d{3,}年\d{1,2}月\d{1,2}日|(?<!\d)20\d{2}年\d{2,4}日/.exec(text)?.[0];
    const impossible = [...text.matchAll(/(20\d{2})年(\d{1,2})月(\d{1,2})日/g)].find(
      (found) => makeDay(Number(found[1]), Number(found[2]), Number(found[3])) === null,
    )?.[0];
    const quote = run ?? impossible;
    return quote
      ? [{ kind: 'garbled-date' as const, certainty: 'certain' as const, message: `日期写法有误：“${quote}”`, quotes: [quote] }]
      : [];
  });
}

/** Numbers 截至 another December day than the period's last. */
function untilAnotherDay({ head, paragraphs }: ParsedReport): CheckFinding[] {
  const { period, year } = head;
  if (!period || period.to !== `${year}-12-31`) return [];
  return paragraphs.flatMap((text) => {
    const found = /截[至止]到?(20\d{2})年12月(\d{1,2})日/.exec(text);
    if (!found || Number(found[1]) !== year || found[2] === '31') return [];
    return [
      {
        kind: 'period-conflict' as const,
        certainty: 'hint' as const,
        message: `统计期到 12 月 31 日，数量“${found[0]}”`,
        quotes: [found[0]],
      },
    ];
  });
}
