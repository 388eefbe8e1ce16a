import type { Block } from '../../src/model/document.ts';
import { inBoth } from '../../src/model/sentence.ts';
import { findPersonalData, mask } from '../../src/privacy/personal-data.ts';
import { gridOf, isDataTable } from '../documents/grid.ts';
import { drawLines } from './articles/lines.ts';
import { elementsOf, type Page, parsePage } from './page.ts';

/** A list page as it may be kept and shown. */
export interface MaskedPage {
  readonly text: string;
  /** It held personal data: of a picture of it nothing can be masked, so that none is kept or shown. */
  readonly holdsPersonalData: boolean;
}

/** A number as long as a mobile one, whatever parts its digits; a home address stands in a table. */
const MAY_HOLD = /[\d０-９](?:[ \t\u00a0\u00ad\u2060\u3000./_·,-]{0,3}[\d０-９]){10}/;
/** Characters written as references, as many as a number has. */
const REFERENCES = /(?:&#x?\w{2,4};){11}/;
const ADDRESS = /住址|地址|户籍/;
const CELL = /<td\b/i;
/** Tags that may stand within a number: what people see as one is one. */
const INLINE = /<\/?(?:b|i|u|em|strong|span|font|a|wbr)\b[^<>]{0,300}>|&(?:nbsp|#160|#x200b|zwnj);|[\u200b-\u200d\ufeff]/gi;

/** What is kept instead of a page in which numbers stand that cannot be masked in its source. */
const NOT_KEPT = `<html><body><p>${inBoth({
  zh: '这一页含有个人信息，无法逐处遮挡，没有保存。',
  en: 'This page holds personal data that could not be masked, and was not kept.',
})}</p></body></html>`;

/** Masks what a page says of private persons: its lines, its tables read as tables, and what only its source holds. */
export function maskedPage(text: string): MaskedPage {
  if (!mayHold(text)) return { text, holdsPersonalData: false };
  const hits = findPersonalData([...blocksOf(parsePage(text, 'file:///')), ...sourceOf(text)]);
  if (hits.length === 0) return { text, holdsPersonalData: false };
  const masked = mask(text, hits);
  const isLeft = findPersonalData(blocksOf(parsePage(masked, 'file:///'))).length > 0;
  return { text: isLeft ? NOT_KEPT : masked, holdsPersonalData: true };
}

function mayHold(text: string): boolean {
  return MAY_HOLD.test(text) || MAY_HOLD.test(text.replace(INLINE, '')) || REFERENCES.test(text) || (ADDRESS.test(text) && CELL.test(text));
}

function blocksOf(page: Page): Block[] {
  const lines = drawLines(page).lines.map((line): Block => ({ kind: 'line', text: line.text }));
  const rows = elementsOf(page.document)
    .filter(isDataTable)
    .flatMap((element, table) => gridOf(element).map((cells): Block => ({ kind: 'row', table, cells })));
  return [...lines, ...rows];
}

/** Attributes, comments and scripts, piece by piece. */
function sourceOf(text: string): Block[] {
  return text
    .split(/[<>"'\n]/)
    .filter((piece) => MAY_HOLD.test(piece))
    .map((piece): Block => ({ kind: 'line', text: piece }));
}
