import { type Breakdown, breakdownsOf, sumOf } from '../language/lists.ts';
import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import type { ReportCheck } from './check.ts';
import { outcomesToldIn } from './outcomes.ts';

/**
 * Totals against their parts. Parts that exceed their total are always a question; parts that fall short only where the list must be whole:
 * it ends with a rest (其他), says 分别, names all classes of a known form, or its percentages add up to all.
 * Parts by channel and parts by content in one list overlap, so what they add up to says nothing; that they stand in one is asked about.
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
  if (sum >= total.value && mixesDimensions(list)) return [mixedDimensions(list)];
  if (sum === total.value || (carried && sum === total.value + carried.value)) return [];
  if (foreign.length > 0 && sum + sumOf(foreign) === total.value) return [mixedUnits(list)];
  if (sum > total.value ? isOtherDimension(list) : whole === null) return [];
  // 其中微信、微博 of new media may leave out a platform: it is asked about.
  const certainty = sum > total.value || whole === 'rest' || whole === 'percents' ? 'certain' : whole === 'media' ? 'hint' : 'likely';
  return [
    {
      kind: 'sum-mismatch',
      certainty,
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

const CHANNEL =
  /(?:网站|门户|网|微信|公众号|微博|客户端|APP|公报|公开栏|公示栏|宣传栏|电子屏|显示屏|报[刊纸]|电视|广播|新媒体|抖音|头条)(?:平台|号)?$/i;
const CONTENT =
  /(?:政策|文件|法规|规章|规划|计划|动态|要闻|新闻|财政|预算|决算|人事|统计|公告|公示|通知|解读|指南|许可|处罚|采购|招标|机构|职能|概况|应急|民生|项目|会议)(?:类|信息|公开)*$/;
const WHAT_IS_DONE =
  /^(?:其中)?[:：，,]?(?:通过|利用|依托|在)?|(?:上)?(?:主动)?(?:公开|发布|更新|刊登|推送)?(?:各类|政府|政务)*(?:信息)?$/g;

/** 网站120条、微信80条、政策文件50条、工作动态30条: two or more by where, two or more by what (of two parts one each); and not first all of one kind that use up the total. */
function mixesDimensions({ parts, total }: Breakdown): boolean {
  const plain = parts.map(({ measure }) => measure.replace(WHAT_IS_DONE, ''));
  const channels = plain.map((name) => CHANNEL.test(name));
  const contents = plain.map((name, place) => !channels[place] && CONTENT.test(name));
  const count = (marks: readonly boolean[]) => marks.filter(Boolean).length;
  const whole = (marks: readonly boolean[]) => sumOf(parts.filter((_, place) => marks[place])) === total.value;
  const [least, few] = parts.length === 2 ? [1, true] : [2, false];
  if (count(channels) < least || count(contents) < least) return false;
  return few || (!whole(channels) && !whole(contents));
}

function mixedDimensions({ total, parts }: Breakdown): CheckFinding {
  return {
    kind: 'mixed-dimensions',
    certainty: 'hint',
    message: `“${total.quote}”的各项有的按渠道、有的按内容：${parts.map(({ quote }) => quote).join('、')}，同一条信息可能计了两次`,
    quotes: [total, ...parts].map(({ quote }) => quote),
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
