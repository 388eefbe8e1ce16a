import type { AlertEntry } from '../../model/alerts.ts';
import type { Language } from '../../model/sentence.ts';
import { wordings } from './wording.ts';

/** Why something happened to an alert, in the reader's language; what a person said stays as it was said. */
export function whyIn(language: Language, { why: said, because }: Pick<AlertEntry, 'why' | 'because'>): string {
  const words = wordings[language];
  const why = said[language];
  // Also of lines that were written before reasons were kept by themselves.
  if (because === null) return why;
  switch (because.reason) {
    case 'promised':
      return words.promised(why, because.until);
    case 'dismissed':
      return words.dismissedFor(because.as, why, because.until);
    case 'overdue-for-mending':
      return words.overdueForMending(because.dueOn, because.rung);
    case 'reached':
      return words.reached(because.rung, because.dueOn, because.mayMove === true);
    case 'told':
      return [words.told(because.whom, because.how, because.on), why].filter(Boolean).join(' ');
    case 'assigned':
      return [words.assigned(because.to), why].filter(Boolean).join(' ');
    case 'extended':
      return words.extended(because.from, because.to);
    case 'undone':
      return words.undone(because.event);
    default:
      return [words.reasons[because.reason], why].filter(Boolean).join(' ');
  }
}
