import type { Check } from './check.ts';
import { ACCESS, type AccessFacts, sayNotRead, siteNotRead } from './parts/access.ts';

/** A site that this time could not be reached. One failure is no verdict: that is for a week of spaced visits. */
export const siteUnreachable: Check<AccessFacts> = {
  kind: 'site-unreachable',
  name: { zh: '本次打不开网站', en: 'site did not open this time' },
  subject: 'site',
  severity: 'major',
  audience: (side) => (side === 'us' || side === 'configuration' ? 'operators' : 'unit'),
  document: { zh: '本工具的提示：一次打不开不等于不达标', en: 'a hint of this tool: one failure fails nobody' },
  sentence: sayNotRead,

  atSite: (judged, context) => (judged.status === 'unreachable' ? siteNotRead(judged, context) : []),
  ...ACCESS,
};
