import type { Score } from '../../../timeliness/score.ts';
import type { Words } from '../../words/words.ts';

/** A score with how sure it is: its bounds, and on how many columns it rests. */
export function ScoreShown({ score, words }: { score: Score | null; words: Words }) {
  if (score === null) return <>{words.none}</>;
  return (
    <>
      {score.score} <small>{words.units.scoreBounds(score.low, score.high, score.columns)}</small>
    </>
  );
}
