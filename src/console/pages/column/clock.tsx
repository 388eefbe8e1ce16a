import type { ColumnRow } from '../../../audit/audit-result.ts';
import type { Column } from '../../../model/estate.ts';
import type { RulePack } from '../../../model/rules.ts';
import type { Names } from '../../../rows/names.ts';
import { rulePath } from '../../view/links.ts';
import { limitWords, sourceWords } from '../../view/rule-words.ts';
import { Status } from '../../view/status.tsx';
import type { Words } from '../../words/words.ts';

interface Given {
  readonly column: ColumnRow;
  /** As it is watched; undefined where it was found by itself. */
  readonly watched: Column | undefined;
  readonly pack: RulePack;
  readonly names: Names;
  readonly words: Words;
}

/** How often a column must be updated, who says so and why, and how it stands. */
export function ColumnClock({ column, watched, pack, names, words }: Given) {
  const rule = pack.rules.find((one) => one.kind === 'column' && column.category !== null && one.categories.includes(column.category));
  const byPack = column.rule?.startsWith(`${pack.id}/`) ? rule : undefined;
  return (
    <section>
      <h2>{words.column.clock}</h2>
      <dl class="facts">
        <dt>{words.head.status}</dt>
        <dd>
          <Status name={column.status} of={words.status} /> {column.reason && words.reason[column.reason]}
        </dd>
        <dt>{words.head.category}</dt>
        <dd>{names.category(column.category)}</dd>
        <dt>{words.column.expectation}</dt>
        <dd>{column.exempt === null ? limitWords(column, words) : `${words.column.excused}${words.colon}${column.exempt}`}</dd>
        <dt>{words.head.rule}</dt>
        <dd>
          {byPack ? <a href={rulePath(byPack.id)}>{byPack.name}</a> : settingOf(column.rule, words)}
          {isOwn(column) && watched?.periodReason && (
            <>
              <br />
              <span lang="zh-CN">{watched.periodReason}</span>
            </>
          )}
          {isOwn(column) && watched?.periodUntil && <small> {words.estate.until(watched.periodUntil)}</small>}
          {byPack && (
            <>
              <br />
              {sourceWords(byPack.source)}
              {!byPack.verified && <small> {words.column.unverified}</small>}
            </>
          )}
        </dd>
        <dt>{words.head.lastPublished}</dt>
        <dd>{column.lastPublished ?? words.none}</dd>
        <dt>{words.head.dueOn}</dt>
        <dd>
          {column.dueOn ?? words.none}
          {watched?.takenOver && <small> {words.column.takenOver(names.unit(watched.takenOver.from), watched.takenOver.on)}</small>}
        </dd>
        {column.overdueDays > 0 && (
          <>
            <dt>{words.head.overdueDays}</dt>
            <dd>{words.days(column.overdueDays)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

const isOwn = ({ rule }: ColumnRow): boolean => rule?.startsWith('estate/') === true;

/** Where an expectation that is no rule's was written. */
function settingOf(rule: string | null, { column, none }: Words): string {
  if (rule === null) return none;
  return rule.startsWith('estate/') ? column.ownPeriod : column.categoryPeriod;
}
