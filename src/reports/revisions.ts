import { causeOf } from '../counting/closing.ts';
import type { Closing } from '../model/closing.ts';
import { dayIn } from '../model/day.ts';
import type { Estate, Taxonomy } from '../model/estate.ts';
import type { Paper } from '../model/paper.ts';
import { headingOf, numbered, written } from './paper.ts';

/** What of a closed period's revisions a paper of one unit, or of all, rests on; newest first as given. */
export function revisionsFor(closings: readonly Closing[], unit: string | null): Closing[] {
  return closings.flatMap((closing, place) => {
    const changes = closing.changes.filter(({ of, id }) => unit === null || (of === 'units' && id === unit));
    return causeOf(closing, closings[place + 1]) === 'closed' || changes.length === 0 ? [] : [{ ...closing, changes }];
  });
}

/** A paper that counts a closed period says at its end which figures were corrected since the period was closed, the first correction first. */
export function withRevisions(
  paper: Paper,
  revisions: readonly Closing[],
  { timezone }: Pick<Estate, 'timezone'>,
  taxonomy: Taxonomy,
): Paper {
  if (revisions.length === 0) return paper;
  const lines = revisions
    .map((closing) => `${written(dayIn(timezone, closing.closedAt))}第${closing.revision - 1}次更正：${changesIn(closing, taxonomy)}。`)
    .toReversed();
  const before = paper.sections.map((section) => [headingOf(section), section.paragraphs] as const);
  return {
    ...paper,
    sections: numbered([...before, ['数字更正', ['本期数字在时段结束后有更正，本件按最近一次更正后的数字填写。', ...lines]]]),
  };
}

/** The whole and its classes; how many categories and units are among it. */
function changesIn({ changes }: Closing, { classes }: Taxonomy): string {
  const of = (what: (typeof changes)[number]['of']) => changes.filter((change) => change.of === what);
  const from = ({ was, now }: { was: number; now: number }) => `由${was}条改为${now}条`;
  const names = new Map<string, string>(classes.map(({ id, name }) => [id, name]));
  const [categories, units] = [of('categories').length, of('units')];
  return [
    ...of('items').map((change) => `信息总数${from(change)}`),
    ...of('classes').map((change) => `${names.get(change.id) ?? change.id}${from(change)}`),
    ...(categories > 0 ? [`涉及${categories}个类别`] : []),
    ...(units.length === 1 && changes.length === 1
      ? [`本单位信息数${from(units[0]!)}`]
      : units.length > 0
        ? [`涉及${units.length}个单位`]
        : []),
  ].join('，');
}
