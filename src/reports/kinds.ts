import { annual } from './annual/annual.ts';
import { circular } from './circular/circular.ts';
import type { PaperKind } from './facts.ts';
import { ledger } from './ledger/ledger.ts';
import { rectification } from './rectification/rectification.ts';
import { score } from './score/score.ts';
import { siteForm } from './site-form/site-form.ts';
import { weekly } from './weekly/weekly.ts';

/** The office's papers: one folder a kind, one line here. */
export const kinds: readonly PaperKind[] = [weekly, circular, rectification, ledger, score, siteForm, annual];
