import type { Check } from '../check.ts';

/** What every check of ourselves is: a fault of ours, which no unit hears of. No audit finds it; who notices it raises it. */
export const OURS = {
  subject: 'ourselves',
  severity: 'major',
  audience: 'operators',
  document: { zh: '本工具对自身的检查', en: 'what this tool demands of itself' },
} as const satisfies Partial<Check>;
