import { dayIn } from '../../model/day.ts';
import type { Finding } from '../../model/records.ts';
import { finding, honestyRule } from '../finding-kinds.ts';
import type { JudgedSite, JudgingContext } from '../judged.ts';

/** Whether nothing could be read of a site, so that nothing may be said of its columns. */
export function wasNotRead({ status }: JudgedSite): boolean {
  return status === 'unreachable' || status === 'blocked' || status === 'forbidden';
}

/**
 * How a site could be got at: one finding where it could not, however many columns it has, and one where only without strict TLS.
 * Of a site that nobody has tried yet nothing is said.
 */
export function findSiteAccess(judged: JudgedSite, context: JudgingContext): Finding[] {
  const { site, record, status, columns } = judged;
  const { pack, wording, moment } = context;
  // A run may be told to take an earlier time than the clock's for "now".
  const [since = null] = record ? [dayIn(moment.zone, record.at), moment.today].sort() : [];
  const about = { unit: site.unit, site: site.id, column: null, url: site.url, since };
  const findings: Finding[] = [];
  const tried = record !== null || columns.some(({ view }) => view.reading !== null);
  if (tried && wasNotRead(judged)) {
    const kind = status === 'unreachable' ? 'site-unreachable' : 'site-blocked';
    const message = wording.siteNotRead({ site: site.name, status, reason: record?.reason ?? null, columns: columns.length });
    findings.push(finding(kind, honestyRule(pack, kind), { ...about, message, evidence: [site.url] }, wording));
  }
  if (record?.tlsFallback) {
    const facts = { ...about, message: wording.tlsFallback({ site: site.name }), evidence: [record.finalUrl ?? site.url] };
    findings.push(finding('tls-fallback', honestyRule(pack, 'tls-fallback'), facts, wording));
  }
  return findings;
}
