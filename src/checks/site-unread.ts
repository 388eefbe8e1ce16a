import type { Check } from './check.ts';
import { ACCESS, type AccessFacts, sayNotRead, siteNotRead } from './parts/access.ts';
import { isProvenUnreachable } from './parts/reached.ts';

/** A site that we did not get at, where nothing proves that nobody does: one failed night may be our own, and no unit hears of it. */
export const siteUnread: Check<AccessFacts> = {
  kind: 'site-unread',
  name: { zh: '本次没有读到网站', en: 'site not read this time' },
  subject: 'site',
  severity: 'notice',
  audience: 'operators',
  document: {
    zh: '本工具的原则：没有读到不等于打不开，打不开以一周的间隔访问为准',
    en: 'a principle of this tool: what we did not get at may be open to others; a week of spaced visits tells',
  },
  sentence: sayNotRead,

  atSite: (judged, context) =>
    judged.status === 'unreachable' && !isProvenUnreachable(judged, context) ? siteNotRead(judged, context) : [],
  ...ACCESS,
};
