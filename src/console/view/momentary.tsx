import type { Names } from '../../rows/names.ts';
import type { Judgement } from '../judgement.ts';
import type { Words } from '../words/words.ts';

/** The moment that all verdicts of a page belong to. */
export function Momentary({ judgement, names, words }: { judgement: Judgement; names: Names; words: Words }) {
  return <>{judgement.run === null ? words.noRun : words.moment(names.time(judgement.asOf))}</>;
}
