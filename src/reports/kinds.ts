import { accountability } from './accountability/accountability.ts';
import { annual } from './annual/annual.ts';
import { circular } from './circular/circular.ts';
import type { PaperKind } from './facts.ts';
import { interview } from './interview/interview.ts';
import { ledger } from './ledger/ledger.ts';
import { oversightForm } from './oversight-form/oversight-form.ts';
import { rectification } from './rectification/rectification.ts';
import { review } from './review/review.ts';
import { score } from './score/score.ts';
import { siteForm } from './site-form/site-form.ts';
import { supervision } from './supervision/supervision.ts';
import { weekly } from './weekly/weekly.ts';

/** The office's papers: one folder a kind, one line here. */
export const kinds: readonly PaperKind[] = [
  weekly,
  circular,
  rectification,
  supervision,
  interview,
  accountability,
  ledger,
  review,
  score,
  siteForm,
  oversightForm,
  annual,
];

/** A kind by its name, or null where another version made it. */
export function kindOf(id: string): PaperKind | null {
  return kinds.find((kind) => kind.id === id) ?? null;
}
