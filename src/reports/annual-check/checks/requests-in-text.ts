import type { CheckFinding, ParsedReport, TextClaim } from '../report.ts';
import { type RequestRowId, type RequestTable, rowTotal } from '../tables/requests.ts';

/** Who asks, as far as it narrows nothing. */
const ANYBODY = '(?:自然人|公民|法人|(?:其他|其它)?(?:社会)?组织|社会公众|公众|群众|[、，,和或及与等])*(?:提出|提交|申请)?的?';
const REQUESTS = '(?:各类|有效|书面)?(?:政府)?(?:依申请公开)?(?:政府)?(?:信息)?(?:公开)?的?(?:申请件|申请书|申请|事项|件)?';
const IN_ALL = '(?:共计|总计|合计|共|计)?';
const RECEIVED = new RegExp(`(?:新收到|新收|收到|收件|受理|接到|接收|收办)了?${ANYBODY}${REQUESTS}${IN_ALL}$`);
const HANDLED = new RegExp(`(?:办结|答复|回复|办理)了?${ANYBODY}${REQUESTS}${IN_ALL}$`);
const CLOSING = /^[，,、；;](?:合计|共计|总计|总共)$/;
const OF_REQUESTS = /公开申请|申请公开|依申请/;
/** Another thing was asked for, somebody else did it, or not all of it: nothing is compared. */
const OF_OTHERS =
  /下属|所属|下级|各(?:乡|镇|街|县|区|单位|部门)|指导|协助|配合|行政许可|登记|行政复议|诉讼|提案|建议|信访|来信|来电|投诉|举报|(?:按时|按期|限期|超期|延期|逾期|及时|当场|部分|予以|不予|重复|网络|网上|信函|当面|邮件|传真)[^，,。；;]{0,6}$/;
const PART_OF_PLACE = /本级|办公厅|办公室|本机关|政府办/;
const OTHER_TIME = /上(?:一)?年|去年|往年|历年|年来|以来|同期|季度|半年|截[至止]|\d月(?!1日至12月)/;
const WHOLE_YEAR = /1月1日(?:起)?至(?:\d{4}年)?12月31日|1(?:月)?[-—至~]12月|全年|本年|当年|今年/;
const THE_YEAR = /共|全年|本年|当年|今年|新收|20\d{2}年/;
const NONE = /(?:未|没有|无)(?:收到|接到|受理|发生)[^，。；]{0,16}(?:依申请公开|公开申请|申请公开)|无下年度结转|无结转下年/;

/**
 * 收到 n 件 and 办结 n 件 in words against table three. What was received may be told with what was carried over; what was answered without
 * what was only closed. Where one number of a kind agrees the others are of parts of it.
 */
export function requestsInText(table: RequestTable, report: ParsedReport): CheckFinding[] {
  const row = (id: RequestRowId) => table.rows.find((one) => one.id === id);
  const of = (...ids: readonly RequestRowId[]) =>
    table.rows.filter(({ id }) => ids.includes(id)).reduce((sum, one) => sum + rowTotal(one), 0);
  const [received, before, total] = [row('received'), row('carriedIn'), row('total')];
  if (!received || !before) return [];
  const fresh = rowTotal(received);
  const come = [fresh, fresh + rowTotal(before), ...(total ? [rowTotal(total)] : [])];
  const done = total
    ? [
        ...come,
        rowTotal(total) - of('other'),
        rowTotal(total) - of('notHandled'),
        rowTotal(total) - of('other', 'notHandled'),
        rowTotal(total) - of('carriedIn'),
      ]
    : [];
  const told = report.claims.filter((claim) => isOfAll(claim, report));
  const incoming = told.filter((claim) => RECEIVED.test(claim.lead) || isClosing(claim, report));
  const handled = told.filter((claim) => HANDLED.test(claim.lead) && !incoming.includes(claim));
  return [
    ...against(incoming, come, ({ quote }) => `正文“${quote}”，表三本年新收总计 ${fresh}`, received.row.quote),
    ...(total
      ? against(handled, done, ({ quote }) => `正文“${quote}”，表三办理结果总计 ${rowTotal(total)}`, total.row.quote).map(
          (finding): CheckFinding => ({ ...finding, certainty: 'likely' }),
        )
      : []),
    ...nothing(table, report),
  ];
}

function against(
  claims: readonly TextClaim[],
  possible: readonly number[],
  message: (claim: TextClaim) => string,
  row: string,
): CheckFinding[] {
  const said = claims.find(({ exact }) => exact);
  if (possible.length === 0 || said === undefined || claims.some(({ value, exact }) => !exact || possible.includes(value))) return [];
  const certainty = claims.length === 1 && THE_YEAR.test(`${said.lead}${said.quote}`) ? 'certain' : 'likely';
  return [{ kind: 'text-table-conflict', certainty, message: message(said), quotes: [said.quote, row] }];
}

/** A number of requests that the reporter itself had in the year: the sentence names no other year, office or kind before it. */
function isOfAll({ unit, bracket, lead, quote, paragraph, at }: TextClaim, { paragraphs, head }: ParsedReport): boolean {
  if (bracket >= 0 || !/[件份条宗起]/.test(unit)) return false;
  const text = paragraphs[paragraph]!.slice(0, at);
  const sentence = text.slice(Math.max(...[...'。！？'].map((mark) => text.lastIndexOf(mark))) + 1);
  const year = [...sentence.matchAll(/(20\d{2})年/g)].at(-1)?.[1];
  if (year !== undefined && Number(year) !== head.year) return false;
  if (/其中|结转|分别/.test(lead) || OF_OTHERS.test(sentence) || (OTHER_TIME.test(sentence) && !WHOLE_YEAR.test(sentence))) return false;
  if (/累计/.test(sentence) && year === undefined && !WHOLE_YEAR.test(sentence)) return false;
  if (head.unitKind === 'government' && PART_OF_PLACE.test(sentence)) return false;
  return OF_REQUESTS.test(quote) || OF_REQUESTS.test(`${aboutOf(paragraphs, paragraph)}${text}`.slice(-60));
}

/** The heading right above a paragraph, where it is short enough to be one. */
function aboutOf(paragraphs: readonly string[], paragraph: number): string {
  const above = paragraphs[paragraph - 1] ?? '';
  return above.length <= 24 ? above : '';
}

/** `收到网络申请8件、信函申请4件，合计12件`. */
function isClosing({ lead, paragraph, sentence, at }: TextClaim, { claims }: ParsedReport): boolean {
  const before = claims.filter((one) => one.paragraph === paragraph && one.sentence === sentence && one.at < at);
  return CLOSING.test(lead) && before.length > 1 && /收到|受理|新收|接到/.test(before[0]!.lead);
}

function nothing({ rows }: RequestTable, { paragraphs }: ParsedReport): CheckFinding[] {
  const row = (id: RequestRowId) => rows.find((one) => one.id === id);
  const none = paragraphs.flatMap((text) => NONE.exec(text)?.[0] ?? []).at(0);
  if (none === undefined) return [];
  const [about, name] = /结转/.test(none) ? [row('carriedOut'), '结转下年度'] : [row('received'), '本年新收'];
  if (!about || rowTotal(about) === 0) return [];
  return [
    {
      kind: 'text-table-conflict',
      certainty: 'certain',
      message: `正文“${none}”，表三${name}总计 ${rowTotal(about)}`,
      quotes: [none, about.row.quote],
    },
  ];
}
