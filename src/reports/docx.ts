import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  type IRunOptions,
  convertMillimetersToTwip as mm,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { consoleLink } from '../model/console-link.ts';
import { type Cell, type Paper, type PaperTable, saidIn } from '../model/paper.ts';
import { leavingText } from '../privacy/leaving.ts';
import { written } from './paper.ts';
import { lengthOf, widthsWithin } from './widths.ts';

/** GB/T 9704-2012: A4, text block 156 × 225 mm, 22 lines of 28 characters; sizes in half points (三号 16 pt, 二号 22 pt, 小四 12 pt). */
const MARGIN = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) };
const BODY = { size: 32, font: font('仿宋_GB2312', 'FangSong') };
const TITLE = { size: 44, font: font('小标宋体', 'SimSun') };
const HEADING = { size: 32, font: font('黑体', 'SimHei') };
const CELL = { size: 21, font: font('仿宋_GB2312', 'FangSong') };
/** Of tables with many columns: 小五. */
const SMALL_CELL = { ...CELL, size: 18 };
/** 28.95 pt: 22 lines a page. */
const LINE = { line: 579, lineRule: 'exact' as const };
const INDENT = { firstLine: 640 };
/** What a page leaves for text, across. */
export const TEXT = { portrait: mm(156), landscape: mm(247) };
const RED = 'FF0000';
/** Wider tables lie on a page turned round. */
const WIDE = 7;
/** And still wider ones are written small. */
const CROWDED = 10;

/** How a paper looks: what stands under its title, its number, the office's red head, and where links lead. */
export interface Dress {
  /** That it is a draft, or withdrawn; empty where nothing need be said. */
  readonly under: string;
  readonly number: string | null;
  /** 红头: the office's name over a red line, or null. */
  readonly redHead: string | null;
  /** Address of the console; without it cells open nothing. */
  readonly consoleUrl: string | null;
}

/** A paper as a Word file in the form of official papers; fonts are named and not embedded. */
export async function buildDocx(paper: Paper, dress: Dress): Promise<Buffer> {
  const file = new Document({
    creator: 'gongkai',
    title: safe(paper.title),
    styles: { default: { document: { run: BODY } } },
    sections: [
      { ...pageOf(false), children: [...headOf(dress), ...bodyOf(paper, dress)] },
      ...paper.tables.map((table, place) => ({
        ...pageOf(table.columns.length > WIDE),
        children: annexOf(table, paper.tables.length === 1 ? '' : String(place + 1), dress),
      })),
    ],
  });
  return Packer.toBuffer(file);
}

function font(name: string, fallback: string) {
  return { eastAsia: name, ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: fallback };
}

function pageOf(landscape: boolean) {
  return {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: landscape ? { top: mm(26), bottom: mm(26), left: mm(25), right: mm(25) } : MARGIN,
        pageNumbers: { formatType: NumberFormat.DECIMAL },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })],
          }),
        ],
      }),
    },
  };
}

function bodyOf({ title, to, opening, sections, tables, signature }: Paper, { under }: Dress): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun({ text: safe(title), ...TITLE, bold: true })],
    }),
    ...(under === '' ? [] : [centred(under, 24)]),
    ...(to === null ? [] : [new Paragraph({ spacing: LINE, children: [new TextRun({ text: safe(to), ...BODY })] })]),
    ...textOf({ opening, sections }),
    ...annexListOf(tables),
    new Paragraph({
      spacing: { before: 480 },
      // The day never stands alone on a page.
      keepNext: true,
      alignment: AlignmentType.RIGHT,
      children: [new TextRun({ text: safe(signature.office), ...BODY })],
    }),
    new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: written(signature.day), ...BODY })] }),
  ];
}

/** What stands between addressee and annexes: the opening, and the sections under their headings. */
export function textOf({ opening, sections }: Pick<Paper, 'opening' | 'sections'>): Paragraph[] {
  return [
    ...opening.map((line) => paragraph(line)),
    ...sections.flatMap(({ heading, paragraphs }) => [
      new Paragraph({ spacing: LINE, indent: INDENT, keepNext: true, children: [new TextRun({ text: safe(heading), ...HEADING })] }),
      ...paragraphs.map((line) => paragraph(line)),
    ]),
  ];
}

/** 附件：1．… */
export function annexListOf(tables: Paper['tables']): Paragraph[] {
  return tables.map((table, place) =>
    place === 0
      ? paragraph(tables.length === 1 ? `附件：${table.name}` : `附件：1．${table.name}`)
      : paragraph(`${place + 1}．${table.name}`, { firstLine: (5 * INDENT.firstLine) / 2 }),
  );
}

function paragraph(text: string, indent = INDENT): Paragraph {
  return new Paragraph({ spacing: LINE, indent, children: [new TextRun({ text: safe(text), ...BODY })] });
}

/** A table in a room so wide (twips); left out: on a page of its own kind. `place`: its number, empty where there is but one. */
export function annexOf(
  { name, columns, rows }: PaperTable,
  place: string,
  { consoleUrl }: Dress,
  room = columns.length > WIDE ? TEXT.landscape : TEXT.portrait,
): (Paragraph | Table)[] {
  const look = columns.length > CROWDED ? SMALL_CELL : CELL;
  // A size is in half points, a half character is half as wide as it is high, and a point is 20 twips.
  const widths = widthsWithin(room / (5 * look.size), columns, rows);
  const unit = room / widths.reduce((sum, width) => sum + width, 0);
  const wide = widths.map((width) => Math.floor(width * unit));
  const line = (cells: readonly Cell[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (cell, column) =>
          new TableCell({
            width: { size: wide[column]!, type: WidthType.DXA },
            children: [
              new Paragraph({
                alignment: typeof saidIn(cell) === 'number' || head ? AlignmentType.CENTER : AlignmentType.LEFT,
                children: [runOf(cell, { ...look, bold: head }, consoleUrl)],
              }),
            ],
          }),
      ),
    });
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return [
    new Paragraph({ children: [new TextRun({ text: `附件${place}`, ...HEADING })] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [new TextRun({ text: safe(name), ...TITLE, size: 36 })],
    }),
    rows.length === 0
      ? paragraph('无')
      : new Table({
          layout: TableLayoutType.FIXED,
          columnWidths: wide,
          width: { size: wide.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
          borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
          rows: [line(columns, true), ...rows.map((row) => line(row, false))],
        }),
  ];
}

function runOf(cell: Cell, look: IRunOptions, consoleUrl: string | null): TextRun | ExternalHyperlink {
  const run = new TextRun({ text: safe(String(saidIn(cell) ?? '')), ...look });
  const link = cell !== null && typeof cell === 'object' ? cell.link : null;
  return link === null || consoleUrl === null ? run : new ExternalHyperlink({ link: consoleLink(link, consoleUrl), children: [run] });
}

const LARGEST_HEAD = 64;
/** 二号: a head that is longer yet takes a second line. */
const SMALLEST_HEAD = 44;

/** Half points in which a red head stands in one line, so that 办公室 is not parted. */
function headSize(redHead: string): number {
  const inOneLine = Math.floor((TEXT.portrait / 20 / (lengthOf(redHead) / 2)) * 2);
  return Math.max(SMALLEST_HEAD, Math.min(LARGEST_HEAD, inOneLine));
}

/** Red, 小标宋 and a red line under it, as on the office's own paper. */
function headOf({ redHead, number }: Dress): Paragraph[] {
  if (redHead === null) return number === null ? [] : [centred(number, 32)];
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 360 },
      children: [new TextRun({ text: safe(redHead), ...TITLE, size: headSize(redHead), bold: true, color: RED })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 480 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 8 } },
      children: [new TextRun({ text: safe(number ?? ''), ...BODY })],
    }),
  ];
}

function centred(text: string, size: number): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 240 }, children: [new TextRun({ text: safe(text), size })] });
}

/** Crawled words lose what would play with a document: controls and marks of direction. */
function safe(text: string): string {
  return leavingText(text);
}
