import type { RulePack } from '../../model/rules.ts';
import { dutiesOf } from '../documents.ts';
import { openTitleWords } from '../title-words.ts';

/** Whether a title is of a budget, of accounts or of an adjustment, or only tells of one: told by its words alone. */
export function openBudgetTitles(pack: RulePack): (title: string) => boolean {
  return openTitleWords(dutiesOf(pack).flatMap(({ after, titleWords }) => (after ? titleWords : [])));
}
