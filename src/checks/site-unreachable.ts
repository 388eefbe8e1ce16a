import type { Check } from './check.ts';
import { ACCESS, type AccessFacts, sayNotRead, siteNotRead } from './parts/access.ts';
import { isProvenUnreachable } from './parts/reached.ts';

/** A site that could not be reached this time either, after a week of spaced visits in which it opened too seldom. */
export const siteUnreachable: Check<AccessFacts> = {
  kind: 'site-unreachable',
  name: { zh: '本次打不开网站', en: 'site did not open this time' },
  subject: 'site',
  severity: 'major',
  audience: (side) => (side === 'us' || side === 'configuration' ? 'operators' : 'unit'),
  document: { zh: '本工具的提示：一次打不开不等于不达标', en: 'a hint of this tool: one failure fails nobody' },
  sentence: sayNotRead,

  atSite: (judged, context) =>
    judged.status === 'unreachable' && isProvenUnreachable(judged, context) ? siteNotRead(judged, context) : [],
  ...ACCESS,
};
