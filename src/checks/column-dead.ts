import { clickPath } from '../model/click-path.ts';
import { type Day, dayIn } from '../model/day.ts';
import { NOT_THERE, outcomeFacts } from '../model/outcome.ts';
import type { ReadingRecord } from '../model/records.ts';
import type { JudgedColumn, JudgedSite } from '../timeliness/judged.ts';
import type { Check } from './check.ts';
import { ownRule } from './parts/rules.ts';

interface Facts {
  readonly column: string;
  readonly url: string;
  /** Days on which the site answered that the page is not there, oldest first; two at least. */
  readonly days: readonly Day[];
  /** When its list was last read at this address. */
  readonly last: Day;
}

/**
 * A column whose page is not there any more (栏目页面不存在): the site itself said so on two days, at an address where the list was read
 * before. Nothing is said on the first day, nor of a site that is being rebuilt, has moved or is in trouble as a whole: then as many
 * columns are lost as are read. An address at which nothing was ever read may be our own mistake.
 */
export const columnDead: Check<Facts> = {
  kind: 'column-dead',
  name: { zh: '栏目页面不存在', en: 'column page gone' },
  subject: 'column',
  severity: 'minor',
  audience: 'unit',
  document: { zh: '国办发〔2015〕15号 附件“链接可用性”', en: '国办发〔2015〕15号, annex, on links' },
  sentence: ({ column, url, days, last }) => ({
    zh: `栏目“${column}”打不开：${last} 还能读到，${days.join('、')} 读取时网站都答复“页面不存在”（${url}）。请恢复页面，或告知新的网址。`,
    en: `The page of column "${column}" is gone: it was read on ${last}, and on ${days.join(', ')} the site answered that the page does not exist (${url}). Restore it or tell its new address.`,
  }),

  inSite(judged, context) {
    if (ownRule(context.pack, columnDead.kind) === null || isMoved(judged)) return [];
    const { zone, today } = context.moment;
    const lost = judged.columns.filter(({ view }) => isLost(view.reading));
    const read = judged.columns.filter(({ view }) => view.reading?.reason === null && dayIn(zone, view.reading.asOf) === today);
    if (lost.length >= read.length) return [];
    return lost.flatMap((one) => {
      const dead = deadDays(one, zone);
      if (dead === null || dead.days.at(-1) !== today) return [];
      const { id, unit, site, url } = one.view.column;
      return {
        subject: { unit, site, column: id, url },
        facts: { column: clickPath(one.view.column), url, ...dead },
        since: dead.days[0]!,
        evidence: [url],
      };
    });
  },

  // That the column could not be read is what it says: whoever read the site has looked.
  wasLookedAt: ({ site }, look) => site === null || look.wasSiteRead(site),
};

const isLost = (reading: ReadingRecord | null): boolean => reading !== null && NOT_THERE.includes(reading.outcome);

/** Whether its home page leads to another host now. */
function isMoved({ site, record }: JudgedSite): boolean {
  const host = (url: string) => new URL(url).hostname.replace(/^www\./, '');
  return record?.finalUrl != null && host(record.finalUrl) !== host(site.url);
}

/**
 * The days of the latest readings that found no page, two at least, and when the list was last read before; null where that is not so.
 * What our own machine or the network did in between says nothing either way; any other answer ends it.
 */
function deadDays({ view: { column, readings, readLater }, verdict }: JudgedColumn, zone: string): Pick<Facts, 'days' | 'last'> | null {
  if (readLater || verdict.status !== 'unknown') return null;
  const says = readings.filter(({ outcome }) => !['us', 'network', 'configuration'].includes(outcomeFacts(outcome).side));
  const before = says.findLastIndex((reading) => !isLost(reading));
  const good = says[before];
  const dead = says.slice(before + 1);
  if (good === undefined || good.reason !== null || [good, ...dead].some(({ address }) => address !== column.url)) return null;
  const days = [...new Set(dead.map(({ asOf }) => dayIn(zone, asOf)))];
  return days.length < 2 ? null : { days, last: dayIn(zone, good.asOf) };
}
