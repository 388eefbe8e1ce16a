import type { Block } from '../model/document.ts';
import { PERSONAL_KINDS, type PersonalData, type PersonalKind } from '../model/personal-data.ts';
import { findBankCards } from './bank-cards.ts';
import { findHomeAddresses } from './home-addresses.ts';
import { findIdNumbers } from './id-numbers.ts';
import { findMobileNumbers } from './mobile-numbers.ts';
import type { Hit, Passage } from './passage.ts';
import { passagesOf, tablesOf } from './tables.ts';
import { mayHoldNumber } from './written-numbers.ts';

/** Masked forms that are kept of each kind. */
const SHOWN = 5;
/** Without one of these or a number no text holds any. */
const OF_ADDRESS = /住址|地址|户籍/;
const PERSON =
  /姓名|户主|申请人|被处罚人|当事人|监护人|持卡人|村民(?!委|理事|代表)|居民(?!委|服务)|(?:[农贫保困]户|残疾人)(?!的?(?:申请|补贴|补助|补偿|办理|办证|政策|认定|资格|评定|就业|证))|[，,（(、 ](?:男|女)[，,）)、 ]|出生/;

/** Personal data in a document, as written: {@link withoutPersonalData} is how it leaves. */
export function findPersonalData(blocks: readonly Block[]): Hit[] {
  const tables = tablesOf(blocks);
  const cells = new Set(tables.flatMap(({ headings, rows }) => [...headings, ...rows.flat()]));
  // A page's text repeats the cells of its tables as lines: there their columns say what they are.
  const lines = blocks.flatMap((block) => (block.kind === 'line' && !cells.has(block.text) ? [passageOf(block.text)] : []));
  return [...lines.flatMap(findIn), ...tables.flatMap((table) => [...passagesOf(table).flatMap(findIn), ...findHomeAddresses(table)])];
}

/** Whether a text is worth looking at. */
export function mayHoldPersonalData(text: string): boolean {
  return mayHoldNumber(text) || OF_ADDRESS.test(text);
}

/** A title or another single line with what it says of private persons masked. */
export function maskLine(line: string): string {
  return mayHoldPersonalData(line) ? mask(line, findIn(passageOf(line))) : line;
}

/** A text of many lines, each masked for itself. */
export function maskLines(text: string): string {
  return mayHoldPersonalData(text) ? text.split('\n').map(maskLine).join('\n') : text;
}

/** A text with what it says of private persons masked, wherever it stands, and what that was in masked forms. */
export function mask(text: string, hits: readonly Hit[]): string {
  return [...new Set(hits.map(({ written }) => written))]
    .sort((one, other) => other.length - one.length)
    .reduce((masked, written) => masked.replaceAll(written, () => maskedForm(hits.find((hit) => hit.written === written)!)), text);
}

/** What was found, as it may be kept and shown. */
export function summarize(hits: readonly Hit[]): PersonalData[] {
  return PERSONAL_KINDS.flatMap((kind) =>
    (['sure', 'unsure'] as const).flatMap((certainty) => {
      const own = [
        ...new Map(hits.flatMap((hit) => (hit.kind === kind && hit.certainty === certainty ? [[hit.written, hit]] : []))).values(),
      ];
      return own.length === 0 ? [] : [{ kind, certainty, count: own.length, masked: own.slice(0, SHOWN).map(maskedForm) }];
    }),
  );
}

function findIn(passage: Passage): Hit[] {
  const found = [...findIdNumbers(passage), ...findBankCards(passage)];
  return [...found, ...findMobileNumbers(passage)];
}

function passageOf(text: string): Passage {
  return { text, heading: '', personNamed: PERSON.test(text) };
}

/** First and last characters that stay, by kind. */
const KEPT: Readonly<Record<PersonalKind, readonly [first: number, last: number]>> = {
  'id-number': [6, 0],
  'bank-card': [4, 0],
  mobile: [3, 2],
  'home-address': [3, 0],
};

function maskedForm({ kind, written }: Hit): string {
  const [first, last] = KEPT[kind];
  const stars = '*'.repeat(Math.max(4, written.length - first - last));
  return `${written.slice(0, first)}${stars}${last === 0 ? '' : written.slice(-last)}`;
}
