import { type Breakdown, breakdownsOf, sumOf } from '../language/lists.ts';
import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import type { ReportCheck } from './check.ts';
import { outcomesToldIn } from './outcomes.ts';

/**
 * Totals against their parts. Parts that exceed their total are always a question; parts that fall short only where the list must be whole:
 * it ends with a rest (其他), says 分别, names all classes of a known form, or its percentages add up to all.
 */
export const checkSums: ReportCheck = (report) => {
  const outcomes = new Set(outcomesToldIn(report).flatMap(({ parts }) => parts));
  const lists = allBreakdowns(report).filter(({ parts }) => parts.filter((part) => outcomes.has(part)).length < 3);
  return lists.flatMap((one) => [...sumOfParts(one), ...uniform(one)]);
};

export function allBreakdowns({ paragraphs, claims }: ParsedReport): Breakdown[] {
  return paragraphs.flatMap((text, place) => {
    const own = claims.filter(({ paragraph }) => paragraph === place);
    return own.length < 2 ? [] : breakdownsOf(own, text);
  });
}

function sumOfParts(list: Breakdown): CheckFinding[] {
  const { total, parts, foreign, carried, whole } = list;
  const sum = sumOf(parts);
  if (![total, ...parts].every(({ exact }) => exact)) return [];
  if (sum === total.value || (carried && sum === total.value + carried.value)) return [];
  if (foreign.length > 0 && sum + sumOf(foreign) === total.value) return [mixedUnits(list)];
  if (sum > total.value ? isOtherDimension(list) : whole === null) return [];
  return [
    {
      kind: 'sum-mismatch',
      certainty: sum > total.value || whole === 'rest' || whole === 'percents' ? 'certain' : 'likely',
      message: `“${total.quote}”与所列各项之和不符：${parts.map(({ value }) => value).join('+')}=${sum}，相差 ${round(Math.abs(sum - total.value))}`,
      quotes: [total, ...parts].map(({ quote }) => quote),
    },
  ];
}

/** 其中自然人3493件，法人114件；予以公开1191件…: after the first numbers have used up the total, the rest cuts it another way. */
function isOtherDimension({ total, parts }: Breakdown): boolean {
  let sum = 0;
  for (const [place, part] of parts.entries()) {
    sum += part.value;
    if (sum === total.value && place > 0 && place < parts.length - 1) return true;
  }
  const turn = parts.findIndex((part, place) => place > 1 && /[；;]/.test(part.lead) && !/[；;]/.test(parts[1]!.lead));
  if (turn > 0 && sumOf(parts.slice(0, turn)) <= total.value) return true;
  const stranger = parts.findIndex((part, place) => place > 0 && part.value > total.value && !isJoined(part));
  return stranger > 0 && sumOf(parts.slice(0, stranger)) <= total.value;
}

function isJoined({ lead }: TextClaim): boolean {
  return /^[，,；;、]?(?:以及|和|及|与)|^、/.test(lead);
}

function mixedUnits({ total, parts, foreign }: Breakdown): CheckFinding {
  return {
    kind: 'mixed-units',
    certainty: 'hint',
    message: `总数以“${total.unit}”计，加数里有“${foreign.map(({ value, unit }) => `${value}${unit}`).join('、')}”：${[...parts, ...foreign].map(({ value }) => value).join('+')}=${total.value}`,
    quotes: foreign.map(({ quote }) => quote),
  };
}

/** As many parts of one number, month by month, were perhaps published for the sake of the number. */
function uniform({ parts }: Breakdown): CheckFinding[] {
  const [first] = parts;
  if (!first || parts.length < 5 || first.value < 6 || parts.some(({ value }) => value !== first.value)) return [];
  return [
    {
      kind: 'uniform-parts',
      certainty: 'hint',
      message: `${parts.length} 项都是 ${first.value}${first.unit}，请核实是否为真实发布数`,
      quotes: parts.map(({ quote }) => quote),
    },
  ];
}

function round(number: number): number {
  return Number(number.toPrecision(12));
}
