import type { Check } from './check.ts';
import { dayOfRecord } from './parts/access.ts';
import { siteSubject } from './parts/on-site.ts';

/** A site that could be read only without strict checks of its certificate. */
export const tlsFallback: Check<{ readonly site: string }> = {
  kind: 'tls-fallback',
  name: { zh: '加密证书有误', en: 'faulty certificate' },
  subject: 'site',
  severity: 'minor',
  audience: 'unit',
  document: { zh: '本工具的提示：证书过期、域名不符或证书链不全', en: 'a hint of this tool: expired, for another name, or not whole' },
  sentence: ({ site }) => ({
    zh: `“${site}”的加密证书或协议有误，严格校验的访问失败，只能放宽校验后读取。`,
    en: `The certificate or encryption of "${site}" is faulty: it could be read only without strict checks.`,
  }),

  atSite(judged, context) {
    const { site, record } = judged;
    if (!record?.tlsFallback) return [];
    const evidence = [record.finalUrl ?? site.url];
    return [{ subject: siteSubject(judged), facts: { site: site.name }, since: dayOfRecord(record, context), evidence }];
  },
};
