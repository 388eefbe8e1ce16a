import type { Line, Particular } from './line.ts';

/** `广政办发〔2018〕12号` on a line of its own, with the brackets that people type; the one who signs may stand behind it. */
const OWN_LINE =
  /^[(（【[]?\s?([\u4e00-\u9fffA-Za-z]{1,20}(?:[（(][\u4e00-\u9fff]{1,6}[)）])?[\u4e00-\u9fff]{0,8}\s?[〔﹝[【［(（<〈《]\s?(?:19|20)\d{2}\s?年?[〕﹞\]】］)）>〉》]\s?第?\s?[\dA-Z-]{1,8}\s?号)\s?[)）】\]]?(?:\s{1,20}签发人\s?[:：].{0,20})?$/;
/** `某某税务局公告2023年第22号`, `某某市人民政府令第12号` on a line of its own. */
const ANNOUNCEMENT =
  /^[(（]?\s?([\u4e00-\u9fff]{2,40}(?:公告|通告|令)\s?[〔[（(]?(?:(?:19|20)\d{2}\s?年?)?[〕\]）)]?\s?第\s?(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,6})\s?号)\s?[)）]?$/;
const FIRST_LINES = 12;

/**
 * 发文字号: labelled, or a line of its own between heading and body (`head`) or at the head of the body.
 * A number within a sentence is cited, not the document's own.
 */
export function readDocumentNumber(particulars: readonly Particular[], head: readonly Line[], body: readonly Line[]): string | null {
  for (const { field, value } of particulars) {
    if (field === 'documentNumber' && value.length <= 60 && /\d/.test(value) && /[\u4e00-\u9fffA-Za-z]/.test(value)) return value;
  }
  const first = body.slice(0, FIRST_LINES);
  const salutation = first.findIndex(({ text }) => /[。；]|[:：]$/.test(text));
  for (const { text } of [...head, ...(salutation < 0 ? first : first.slice(0, salutation))]) {
    const own = OWN_LINE.exec(text) ?? ANNOUNCEMENT.exec(text);
    if (own) return own[1]!;
  }
  return null;
}
