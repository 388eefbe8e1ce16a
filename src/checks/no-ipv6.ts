import type { Check } from './check.ts';
import { fateOfAccess } from './look.ts';
import { elementsToday } from './page-elements.ts';
import { siteSubject } from './parts/on-site.ts';
import { ownRule } from './parts/rules.ts';

interface Facts {
  readonly site: string;
  readonly host: string;
}

/** A site whose host has no address of IPv6 (IPv6改造). Whether it answers there is not tried: our own line may have none. */
export const noIpv6: Check<Facts> = {
  kind: 'no-ipv6',
  name: { zh: '不支持IPv6', en: 'no IPv6' },
  subject: 'site',
  severity: 'notice',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '国办秘函〔2019〕19号 功能设计“IPv6改造”', en: '国办秘函〔2019〕19号, on IPv6' },
  sentence: ({ site, host }) => ({
    zh: `“${site}”的域名 ${host} 没有 IPv6 地址（AAAA 记录），只有 IPv6 网络的用户打不开。`,
    en: `"${site}" has no IPv6 address: there is no AAAA record for ${host}.`,
  }),

  inSite(judged, context) {
    if (ownRule(context.pack, noIpv6.kind) === null || elementsToday(judged, context)?.access?.ipv6 !== false) return [];
    const { site, record } = judged;
    const { hostname: host } = new URL(record?.finalUrl ?? site.url);
    return [{ subject: siteSubject(judged), facts: { site: site.name, host }, since: null, evidence: [site.url] }];
  },
  fate: fateOfAccess,
};
