import { type Day, dayIn } from '../../model/day.ts';
import type { SiteRecord } from '../../model/records.ts';
import type { Sentence } from '../../model/sentence.ts';
import type { JudgedSite } from '../../timeliness/judged.ts';
import type { JudgingContext } from '../../timeliness/judging-context.ts';
import type { Check, Found } from '../check.ts';
import { NOT_WATCHED } from '../look.ts';
import { siteSubject } from './on-site.ts';
import { inBrackets } from './phrases.ts';

/** What the checks of whether a site can be read at all have in common: whichever of them speaks, it is one alert. */

export interface AccessFacts {
  readonly site: string;
  readonly status: SiteRecord['status'];
  readonly reason: Sentence | null;
  readonly columns: number;
}

/** One finding, however many columns the site has; none where nobody has tried it yet. */
export function siteNotRead(judged: JudgedSite, context: JudgingContext): Found<AccessFacts>[] {
  const { site, record, status, columns } = judged;
  if (record === null && columns.every(({ view }) => view.reading === null)) return [];
  const facts = { site: site.name, status, reason: record?.reason ?? null, columns: columns.length };
  return [{ subject: siteSubject(judged), facts, since: dayOfRecord(record, context), evidence: [site.url] }];
}

/** A run may be told to take an earlier time than the clock's for "now". */
export function dayOfRecord(record: SiteRecord | null, { moment }: JudgingContext): Day | null {
  return record === null ? null : ([dayIn(moment.zone, record.at), moment.today].sort()[0] ?? null);
}

export function sayNotRead({ site, status, reason, columns }: AccessFacts): Sentence {
  return {
    zh: `“${site}”${STATUS[status].zh}${inBrackets(reason).zh}，所属 ${columns} 个栏目本次无法判定，不作为未更新处理。`,
    en: `"${site}" ${STATUS[status].en}${inBrackets(reason).en}; its ${columns} columns could not be measured, which is no verdict on them.`,
  };
}

const STATUS: Record<SiteRecord['status'], Sentence> = {
  ok: { zh: '读取正常', en: 'was read' },
  partial: { zh: '只读到一部分', en: 'was read in part' },
  unreachable: { zh: '无法访问', en: 'could not be reached' },
  blocked: { zh: '拦截了本次访问', en: 'turned us away' },
  forbidden: { zh: '的 robots.txt 不允许读取', en: 'forbids reading by its robots.txt' },
};

/** How both are one alert, and when it opens and ends. */
export const ACCESS: Pick<Check<AccessFacts>, 'sharedKey' | 'alertKind' | 'wasLookedAt' | 'fate'> = {
  sharedKey: 'site-access',
  alertKind: 'access',
  wasLookedAt: ({ site }, look) => site !== null && look.sideOf(site) !== null && !look.nothingReadable,
  fate({ site }, look) {
    if (site === null || !look.isWatched(site)) return NOT_WATCHED;
    return look.wasSiteRead(site) ? 'gone' : 'hold';
  },
};
