import { sumOf } from '../language/lists.ts';
import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import { type Outcome, type RequestTable, requestTableOf, rowTotal } from '../tables/requests.ts';
import type { ReportCheck } from './check.ts';

const OUTCOMES: readonly (readonly [RegExp, readonly Outcome[]])[] = [
  [/予以公开(?:和|及|或|、)(?:者)?部分公开/, ['granted', 'partly']],
  [/不予公开/, ['refused']],
  [/部分公开/, ['partly']],
  [/予以公开/, ['granted']],
  [/无法提供/, ['unable']],
  [/不予处理/, ['notHandled']],
  [/其他处理/, ['other']],
];
const CARRIED_ON = /(?:结)?转(?:至|到|入)?下(?:一)?年|下年度(?:继续)?(?:办理|答复)/;
const IN_ALL = /(?:收到|受理|新收|收办|办理|答复|办结|接收)/;
const CARRIED_IN = /上(?:一)?年度?结转|结转上(?:一)?年/;

/** What a paragraph tells of the outcomes of requests. */
export interface ToldOutcomes {
  readonly parts: readonly TextClaim[];
  readonly outcomes: ReadonlyMap<TextClaim, readonly Outcome[]>;
  readonly percents: ReadonlyMap<TextClaim, TextClaim>;
  /** What goes on into the next year, where the list tells it. */
  readonly carriedOn: TextClaim | null;
  /** Numbers that the outcomes may be of: received, or answered. */
  readonly wholes: readonly TextClaim[];
}

/** 予以公开 n 件，不予公开 n 件 …: told in a row, whatever words introduce them. */
export function outcomesToldIn({ paragraphs, claims }: ParsedReport): ToldOutcomes[] {
  return paragraphs.flatMap((_, place) => {
    const own = claims.filter(({ paragraph, bracket }) => paragraph === place && bracket < 0);
    const outcomes = new Map<TextClaim, readonly Outcome[]>();
    const percents = new Map<TextClaim, TextClaim>();
    for (const [at, claim] of own.entries()) {
      const found = claim.unit === '%' ? undefined : OUTCOMES.find(([pattern]) => pattern.test(claim.measure))?.[1];
      if (!found || [...outcomes.values()].flat().some((one) => found.includes(one))) continue;
      outcomes.set(claim, found);
      const next = own[at + 1];
      if (next?.unit === '%' && /^[，,、（(]?(?:约)?(?:所)?占/.test(next.lead)) percents.set(claim, next);
    }
    const parts = [...outcomes.keys()];
    const first = parts[0];
    if (!first) return [];
    const wholes = claims.filter(
      ({ paragraph, at, measure, unit, quote }) =>
        paragraph === place &&
        at < first.at &&
        unit === first.unit &&
        IN_ALL.test(measure) &&
        !CARRIED_IN.test(measure) &&
        /申请|公开|共|办/.test(quote),
    );
    return [{ parts, outcomes, percents, carriedOn: own.find(({ lead, at }) => at > first.at && CARRIED_ON.test(lead)) ?? null, wholes }];
  });
}

/** Outcomes against the number of requests in the text, and text against table three. */
export const checkOutcomes: ReportCheck = (report) => {
  const table = requestTableOf(report);
  const told = outcomesToldIn(report);
  return [...told.flatMap((one) => [...againstWhole(one, report), ...(table ? againstTable(one, table) : [])]), ...balance(report)];
};

/** 新收 + 上年结转 = 办结 + 结转下年, where one sentence tells all four; 收到 may hold what was carried in, and 办结 what goes on. */
function balance({ claims }: ParsedReport): CheckFinding[] {
  return claims.flatMap((received) => {
    if (!/(?:新收|收到|受理)/.test(received.measure) || !/申请/.test(received.quote) || !received.exact || received.bracket >= 0) return [];
    const own = claims.filter(
      (one) => one.paragraph === received.paragraph && one.sentence === received.sentence && one.unit === received.unit && one.bracket < 0,
    );
    const carried = own.find(({ measure }) => CARRIED_IN.test(measure));
    const handled = own.find(({ measure }) => /^(?:已|共)?(?:全部)?(?:办结|答复|办理)/.test(measure));
    const on = own.find(({ measure }) => CARRIED_ON.test(measure));
    if (!carried?.exact || !handled?.exact || !on?.exact) return [];
    const [come, done] = [
      [received.value, received.value + carried.value],
      [handled.value, handled.value + on.value],
    ] as const;
    if (come.some((one) => done.includes(one))) return [];
    return [
      {
        kind: 'sum-mismatch',
        certainty: 'likely',
        message: `新收 ${received.value} + 上年结转 ${carried.value} = ${come[1]}，办理 ${handled.value} + 结转下年度 ${on.value} = ${done[1]}`,
        quotes: [received, carried, handled, on].map(({ quote }) => quote),
      },
    ];
  });
}

function againstWhole({ parts, outcomes, carriedOn, wholes }: ToldOutcomes, { claims }: ParsedReport): CheckFinding[] {
  const kinds = new Set([...outcomes.values()].flat());
  const sum = sumOf(parts);
  const last = wholes.findLast(({ exact }) => exact);
  if (!last || kinds.size < 4 || parts.some(({ exact }) => !exact)) return [];
  const before = claims.filter(
    ({ paragraph, measure, lead }) => paragraph === last.paragraph && (CARRIED_IN.test(measure) || CARRIED_IN.test(lead)),
  );
  const on = claims.filter(
    ({ paragraph, lead, after }) => paragraph === last.paragraph && (CARRIED_ON.test(lead) || CARRIED_ON.test(after)),
  );
  const sums = [sum, ...(carriedOn ? [sum + carriedOn.value] : []), ...on.map(({ value }) => sum + value)];
  const possible = wholes.flatMap(({ value }) => [value, ...before.map((one) => one.value + value), ...on.map((one) => value - one.value)]);
  if (sums.some((one) => possible.includes(one))) return [];
  if (sum < last.value && kinds.size < 5 && !kinds.has('other')) return [];
  return [
    {
      kind: 'sum-mismatch',
      certainty: 'certain',
      message: `各类办理结果之和 ${parts.map(({ value }) => value).join('+')}=${sum}，与“${last.quote}”不符，相差 ${Math.abs(sum - last.value)}`,
      quotes: [last.quote, ...parts.map(({ quote }) => quote)],
    },
  ];
}

function againstTable({ outcomes }: ToldOutcomes, table: RequestTable): CheckFinding[] {
  return [...outcomes].flatMap(([claim, ids]) => {
    const rows = table.rows.filter(({ id }) => (ids as readonly string[]).includes(id));
    const sum = rows.reduce((all, row) => all + rowTotal(row), 0);
    const missing = rows.length === 0 || (claim.value > sum && !table.complete);
    if (!claim.exact || claim.value === sum || missing) return [];
    return [
      {
        kind: 'text-table-conflict',
        certainty: 'certain',
        message: `正文“${claim.quote}”，表三相应各行合计 ${sum}，相差 ${Math.abs(sum - claim.value)}`,
        quotes: [claim.quote],
      },
    ];
  });
}
