import type { Day } from '../../model/day.ts';
import type { Finding } from '../../model/records.ts';
import type { Rule } from '../../model/rules.ts';
import type { SightedItem } from '../../store/store.ts';
import { type FindingKind, finding, honestyRule } from '../finding-kinds.ts';
import type { JudgingContext, ViewedColumn } from '../judged.ts';

/** Looks at one column that could be asked for; findings in the order of its list. */
export type ColumnCheck = (viewed: ViewedColumn, context: JudgingContext) => Finding[];

/** A finding about a column, or one of its items, with the list page and its content address as evidence. */
export function columnFinding(
  kind: FindingKind,
  { view: { column, reading } }: ViewedColumn,
  of: { message: string; since: Day | null; url?: string | null; evidence?: readonly string[]; rule?: Rule | null },
  { pack, wording }: JudgingContext,
): Finding {
  const facts = {
    unit: column.unit,
    site: column.site,
    column: column.id,
    url: of.url === undefined ? column.url : of.url,
    message: of.message,
    since: of.since,
    evidence: [...(of.evidence ?? []), column.url, ...(reading?.evidence ? [reading.evidence] : [])],
  };
  return finding(kind, of.rule ?? honestyRule(pack, kind), facts, wording);
}

/** More items of one column than this with the same problem become one finding, so that a redesign does not drown everything else. */
const ITEMS_EACH = 20;

/** One finding for each of a column's items, those beyond the twentieth together in one that names them as evidence. */
export function itemFindings(
  kind: FindingKind,
  judged: ViewedColumn,
  items: readonly SightedItem[],
  describe: (item: SightedItem) => { message: string; since: Day | null },
  context: JudgingContext,
): Finding[] {
  const each = items.slice(0, ITEMS_EACH).map((item) => columnFinding(kind, judged, { ...describe(item), url: item.url }, context));
  const rest = items.slice(ITEMS_EACH);
  if (rest.length === 0) return each;
  const message = context.wording.more({ column: judged.view.column.name, count: rest.length });
  const evidence = rest.map((item) => `${item.title} ${item.url ?? ''}`.trim());
  return [...each, columnFinding(kind, judged, { message, since: null, evidence }, context)];
}
