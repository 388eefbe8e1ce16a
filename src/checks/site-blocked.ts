import type { Check } from './check.ts';
import { ACCESS, type AccessFacts, sayNotRead, siteNotRead } from './parts/access.ts';

/** A site that turned us away, or whose robots.txt does: for us to arrange, and no word to a unit. */
export const siteBlocked: Check<AccessFacts> = {
  kind: 'site-blocked',
  name: { zh: '被网站防护拦截', en: 'turned away by the site' },
  subject: 'site',
  severity: 'notice',
  audience: 'operators',
  document: { zh: '本工具的提示：请网站把本工具列入白名单', en: 'a hint of this tool: ask the site to let it in' },
  sentence: sayNotRead,

  atSite: (judged, context) => (judged.status === 'blocked' || judged.status === 'forbidden' ? siteNotRead(judged, context) : []),
  ...ACCESS,
};
