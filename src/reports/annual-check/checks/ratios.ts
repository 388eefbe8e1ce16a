import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import type { ReportCheck } from './check.ts';
import { comparedBy, reportBefore } from './growth.ts';

/** Averages, multiples of last year's number, and proportions of two numbers. Days of work and of the calendar are both as good. */
export const checkRatios: ReportCheck = (report, earlier) => [
  ...averages(report),
  ...shares(report),
  ...multiples(report, earlier),
  ...proportions(report),
];

/** Working days vary with the holidays and their catching up. */
const WORKING_DAYS = Array.from({ length: 15 }, (_, more) => 240 + more);
/** Words of an average, what it is of, and how many of these a year may have. */
const OF_A_YEAR: readonly { readonly said: RegExp; readonly what: string; readonly parts: readonly number[] }[] = [
  { said: /(?:日均|平均每[天日]|每[天日]平均)[^，,。；;：:\d]{0,10}$/, what: '天', parts: [365, 366, ...WORKING_DAYS] },
  { said: /(?:月均|平均每个?月|每月平均)[^，,。；;：:\d]{0,10}$/, what: '个月', parts: [12] },
  { said: /(?:周均|平均每周|每周平均)[^，,。；;：:\d]{0,10}$/, what: '周', parts: [52, 53] },
];
/** What a total may be of other than the year: a part of it, or all years since a site began. */
const NOT_THE_YEAR = /(?:上|下)半年|季度|\d月|月底|以来|累计|上线|开通|去年|上年|总(?:访问|点击|浏览|阅读)/;

/** `发布信息365条，日均发布2条`: the total before it in the sentence, over the parts of a year. */
function averages(report: ParsedReport): CheckFinding[] {
  const { claims, paragraphs } = report;
  return claims.flatMap((average) => {
    const found = OF_A_YEAR.find(({ said }) => said.test(average.lead));
    if (!found || !average.exact) return [];
    const text = paragraphs[average.paragraph]!;
    const sentence = text
      .slice(0, average.at)
      .split(/[。！？!?]/)
      .at(-1)!;
    const totals = before(average, claims).filter((one) => one.unit === average.unit && !/均/.test(one.lead));
    if (totals.length === 0 || totals.some(({ exact }) => !exact) || NOT_THE_YEAR.test(sentence) || report.head.form === 'site-self-check')
      return [];
    if (totals.some((total) => found.parts.some((part) => rounds(average, total.value / part)))) return [];
    const total = totals.at(-1)!;
    const whole = found.parts[0]!;
    const exactly = (total.value / whole).toFixed(2);
    return [mismatch(`“${total.quote}”按一年${whole}${found.what}平均是${exactly}，写成“${average.quote}”`, [average, total])];
  });
}

/** `12个乡镇共公开240条，平均每个乡镇公开30条`: each of as many as the sentence counts. */
function shares({ claims, paragraphs }: ParsedReport): CheckFinding[] {
  return claims.flatMap((average) => {
    const of =
      /(?:平均每|每)(?:个|家|名|期|次|场)?([一-龥]{1,8}?)平?均?(?:公开|发布|收到|受理|办理|举办|开展|报送|更新)?(?:信息|申请)?$/.exec(
        average.lead,
      );
    if (!of || !/平均/.test(average.lead) || !average.exact) return [];
    const others = before(average, claims).filter(({ exact }) => exact);
    const counted = others.find((one) => paragraphs[one.paragraph]!.startsWith(of[1]!, one.end));
    const totals = others.filter((one) => one !== counted && one.unit === average.unit);
    if (!counted || counted.value === 0 || totals.length === 0 || totals.some((total) => rounds(average, total.value / counted.value)))
      return [];
    const total = totals.at(-1)!;
    const exactly = (total.value / counted.value).toFixed(2);
    return [mismatch(`${total.value}÷${counted.value}=${exactly}，写成“${average.quote}”`, [average, total, counted])];
  });
}

const MULTIPLE = /^的$|(?:是|为|达到?|相当于)(?:了)?(?:上|去)年(?:同期)?的?$/;
const RISEN = /(?:增长|增加|上升|提高|扩大|翻)(?:到|至|了)?(?:近)?$/;

/** `是上年的2倍` and `增长2倍`: writers mean twice or thrice by the latter, so both are as good. */
function multiples({ claims, head, paragraphs }: ParsedReport, earlier: readonly ParsedReport[]): CheckFinding[] {
  const last = reportBefore(head, earlier);
  return claims.flatMap((multiple) => {
    if (multiple.unit !== '倍' || !multiple.exact || !(MULTIPLE.test(multiple.lead) || RISEN.test(multiple.lead))) return [];
    const compared = comparedBy(multiple, claims, last);
    if (compared === null) return [];
    const { now, before: then, beside } = compared;
    const times = now.value / then.value;
    if (rounds(multiple, times) || (RISEN.test(multiple.lead) && rounds(multiple, times - 1))) return [];
    const said = beside ? paragraphs[multiple.paragraph]!.slice(then.start, multiple.end) : multiple.quote;
    const message = `${now.value}÷${then.value}=${times.toFixed(2)}，写成“${said}”${beside ? '' : `（上年报告“${then.quote}”）`}`;
    return [mismatch(message, [multiple, now], said)];
  });
}

const PROPORTION = /(?:之比|比例|比值|比)(?:约|大约)?(?:为|是|达)?(?:约)?(\d+(?:\.\d+)?)[:：比](\d+(?:\.\d+)?)(?![\d.])/;

/** `原创60条、转载20条，比例为3：1`: of the last two numbers before it that count alike. */
function proportions({ claims, paragraphs }: ParsedReport): CheckFinding[] {
  return paragraphs.flatMap((text, paragraph) => {
    const found = PROPORTION.exec(text);
    if (!found) return [];
    const sentence = text.slice(0, found.index).lastIndexOf('。');
    const own = claims.filter(
      (one) => one.paragraph === paragraph && one.at > sentence && one.end <= found.index && one.unit !== '%' && one.unit !== '',
    );
    const [one, other] = own.slice(-2);
    const [left, right] = [Number(found[1]), Number(found[2])];
    if (
      !one ||
      !other ||
      own.length !== 2 ||
      one.unit !== other.unit ||
      !one.exact ||
      !other.exact ||
      one.value * other.value * left * right === 0
    )
      return [];
    const decimals = found[1]!.split('.')[1]?.length ?? 0;
    const near = (a: number, b: number) => Math.abs((a / b) * right - left) < 10 ** -decimals;
    if (near(one.value, other.value) || near(other.value, one.value)) return [];
    return [
      mismatch(
        `${one.value}:${other.value}=${((one.value / other.value) * right).toFixed(2)}:${right}，写成“${found[0]}”`,
        [one, other],
        found[0],
      ),
    ];
  });
}

/** Numbers of the same sentence before one, outside of brackets that it does not stand in. */
function before(claim: TextClaim, claims: readonly TextClaim[]): TextClaim[] {
  return claims.filter(
    ({ paragraph, sentence, at, bracket, unit }) =>
      paragraph === claim.paragraph && sentence === claim.sentence && at < claim.at && bracket === claim.bracket && unit !== '%',
  );
}

/** Rounded or cut off at the digits that were written. */
function rounds({ value, decimals }: TextClaim, exactly: number): boolean {
  return Math.abs(value - exactly) < 10 ** -decimals + 1e-9;
}

function mismatch(message: string, claims: readonly TextClaim[], quote?: string): CheckFinding {
  return {
    kind: 'ratio-mismatch',
    certainty: 'likely',
    message,
    quotes: [...(quote ? [quote] : []), ...claims.map((claim) => claim.quote)],
  };
}
