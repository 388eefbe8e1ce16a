import type { AuditResult, ColumnRow } from '../../../src/audit/audit-result.ts';
import { type Change, COLUMN_CHANGES, SITE_CHANGES, type Wanted } from './changes.ts';
import type { PlannedColumn } from './plan.ts';
import type { Drawing } from './site.ts';

/** What was planted where. */
export type Planted = ReadonlyMap<PlannedColumn, Change>;

/** Plants changes in every site: some sites are changed as a whole, the others column by column. */
export function plantChanges(drawings: readonly Drawing[]): Planted {
  const planted = new Map<PlannedColumn, Change>();
  let turn = 0;
  for (const [index, drawing] of drawings.entries()) {
    const { columns } = drawing.site;
    if (drawing.tail !== '') drawing.tail = `${drawing.tail}b`;
    const whole =
      index % 3 === 2
        ? SITE_CHANGES.find((change, at) => at >= Math.floor(index / 3) % SITE_CHANGES.length && change.plant(drawing, columns[0]!))
        : undefined;
    for (const column of columns) {
      const change = whole ?? plantOne(drawing, column, turn++);
      if (change) planted.set(column, change);
    }
  }
  return planted;
}

/** Plants the first change that a column can show, beginning with another one for each. */
function plantOne(drawing: Drawing, column: PlannedColumn, from: number): Change | undefined {
  const changes = COLUMN_CHANGES.map((_, at) => COLUMN_CHANGES[(at + from) % COLUMN_CHANGES.length]!);
  return changes.find((change) => change.plant(drawing, column));
}

/** How an audit compares with what a site's plan says. */
export interface Compared {
  readonly columns: number;
  readonly counts: number;
  readonly newest: number;
  readonly statuses: number;
  /** Changes that were planted, and those after which the column stands as it should. */
  readonly planted: number;
  readonly found: number;
  /** Verdicts against a unit that are not true: the worst that can happen. */
  readonly falseVerdicts: readonly string[];
  /** Columns called fresh of which nothing could be known. */
  readonly madeUp: readonly string[];
  /** All that is not as it should be. */
  readonly wrong: readonly string[];
}

/** Compares an audit with the plan of all sites. */
export function compare(result: AuditResult, drawings: readonly Drawing[], planted: Planted = new Map()): Compared {
  const of = { columns: 0, counts: 0, newest: 0, statuses: 0, planted: planted.size, found: 0 };
  const falseVerdicts: string[] = [];
  const madeUp: string[] = [];
  const wrong: string[] = [];
  for (const drawing of drawings) {
    for (const column of drawing.site.columns) {
      const change = planted.get(column);
      const wanted = { ...wantedOf(drawing, column), ...change?.wanted };
      const got = result.columns.find(({ site, id }) => site === drawing.site.id && id === column.id)!;
      const right = {
        counts: got.items === wanted.items,
        newest: got.lastPublished === wanted.last,
        statuses: got.status === wanted.status,
      };
      of.columns++;
      of.counts += Number(right.counts || wanted.unreadable === true);
      of.newest += Number(right.newest || wanted.unreadable === true);
      of.statuses += Number(right.statuses);
      const isRight = right.statuses && (wanted.unreadable || (right.counts && right.newest));
      of.found += Number(change !== undefined && isRight);
      const told = `${drawing.site.id}/${column.id} ${drawing.look.name} (${column.kind}) ${change?.name ?? ''}: ${sayRow(got)}, wanted ${wanted.status} ${wanted.items} ${wanted.last}`;
      if ((got.status === 'overdue' || got.status === 'blank') && got.status !== wanted.status) falseVerdicts.push(told);
      if (got.status === 'fresh' && wanted.unreadable) madeUp.push(told);
      if (!isRight) wrong.push(told);
    }
    const removed = result.findings.filter(({ kind, subject }) => kind === 'removed' && subject.site === drawing.site.id);
    for (const { subject } of removed) {
      if (![...drawing.gone].some((n) => subject.url?.includes(String(n)))) falseVerdicts.push(`${drawing.site.id} removed ${subject.url}`);
    }
    const status = result.sites.find(({ id }) => id === drawing.site.id)?.status;
    if (status === 'unreachable') falseVerdicts.push(`${drawing.site.id} unreachable`);
  }
  return { ...of, falseVerdicts, madeUp, wrong };
}

function wantedOf({ look }: Drawing, { items, kind }: PlannedColumn): Wanted {
  if (look.readable === false) return { items: 0, last: null, status: 'unknown', unreadable: true };
  if (items.length === 0) return { items: 0, last: null, status: kind === 'blank' ? 'blank' : 'unknown' };
  const last = items
    .map(({ day }) => day)
    .sort()
    .at(-1)!;
  return { items: items.length, last, status: last < '2023-09-01' ? 'overdue' : 'fresh' };
}

function sayRow({ status, reason, items, lastPublished, certainty, doubts }: ColumnRow): string {
  return `${status}${reason === null ? '' : `/${reason}`} ${items} ${lastPublished} ${certainty} ${doubts.join(' ')}`;
}
