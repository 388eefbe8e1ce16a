import { z } from 'zod';
import type { Clock } from '../../model/clock.ts';
import type { PairDecision } from '../../model/pair-decision.ts';
import { ToldError } from '../../model/told-error.ts';
import type { Store } from '../../store/store.ts';
import { type DutyResult, isPair } from '../duty.ts';

const LONGEST_URL = 4000;

/** What a person says of two items, in a form or by the API alike. */
export const PAIR_DECISION = z.object({
  /** `<pack>/<id>` of the rule, as results name it. */
  rule: z.string().max(200),
  call: z.string().max(LONGEST_URL),
  answer: z.string().max(LONGEST_URL),
  accepted: z.preprocess((given) => (given === 'yes' ? true : given === 'no' ? false : given), z.boolean()),
});

interface PairOffice {
  readonly store: Pick<Store, 'pairs'>;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Keeps what a person said of a proposed or found pair: from then on it is one, or is none.
 * @throws {ToldError} where no such pair is there
 */
export async function decidePair(
  { store, clock }: PairOffice,
  { rule, call, answer, accepted }: z.output<typeof PAIR_DECISION>,
  duties: readonly DutyResult[],
  by: string,
): Promise<PairDecision> {
  const pair = duties.find((one) => isPair(one) && one.rule === rule && one.url === call);
  if (pair === undefined || !isPair(pair) || (pair.proposal !== answer && pair.counterpart !== answer))
    throw new ToldError(
      { zh: '没有这一对，可能已经变了，请刷新后再看。', en: 'There is no such pair; it may have changed.' },
      { code: 'pair', side: 'configuration' },
    );
  const decision: PairDecision = { rule: ruleOf(rule), call, answer, accepted, by, at: clock.now() };
  await store.pairs.keep(decision);
  return decision;
}

/** A rule's id without its pack: what was said holds under another pack, too. */
function ruleOf(rule: string): string {
  return rule.slice(rule.indexOf('/') + 1);
}
