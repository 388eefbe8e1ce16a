import { type Day, daysBetween } from '../model/day.ts';
import { counted } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { fateOfAccess } from './look.ts';
import { elementsToday } from './page-elements.ts';
import { siteSubject } from './parts/on-site.ts';
import { ownRule } from './parts/rules.ts';

interface Facts {
  readonly site: string;
  readonly until: Day;
  /** Below zero: it is over. */
  readonly daysLeft: number;
}

/** Days before its end in which a certificate is told of: to order a new one takes weeks in an office. */
const WARNING_DAYS = 30;

/** A site whose https certificate is over or soon will be (证书到期). */
export const certificateEnding: Check<Facts> = {
  kind: 'certificate-ending',
  name: { zh: 'HTTPS证书到期', en: 'certificate ending' },
  subject: 'site',
  severity: 'minor',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '国办发〔2017〕47号 安全防护', en: '国办发〔2017〕47号, on security' },
  sentence: ({ site, until, daysLeft }) =>
    daysLeft < 0
      ? {
          zh: `“${site}”的HTTPS证书已于 ${until} 到期，浏览器会提示不安全。`,
          en: `The https certificate of "${site}" ended on ${until}: browsers warn of the site.`,
        }
      : {
          zh: `“${site}”的HTTPS证书将于 ${until} 到期，还有 ${daysLeft} 天，请及时更换。`,
          en: `The https certificate of "${site}" ends on ${until}, in ${counted(daysLeft, 'day')}.`,
        },

  inSite(judged, context) {
    const until = elementsToday(judged, context)?.access?.certificateUntil ?? null;
    if (until === null || ownRule(context.pack, certificateEnding.kind) === null) return [];
    const daysLeft = daysBetween(context.moment.today, until);
    if (daysLeft > WARNING_DAYS) return [];
    return [{ subject: siteSubject(judged), facts: { site: judged.site.name, until, daysLeft }, since: null, evidence: [judged.site.url] }];
  },
  fate: fateOfAccess,
};
