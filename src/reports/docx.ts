import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  convertMillimetersToTwip as mm,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { plainText } from '../model/plain-text.ts';
import { type Paper, type PaperTable, written } from './paper.ts';

/** GB/T 9704-2012: A4, text block 156 × 225 mm, 22 lines of 28 characters; sizes in half points (三号 16 pt, 二号 22 pt, 小四 12 pt). */
const MARGIN = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) };
const BODY = { size: 32, font: font('仿宋_GB2312', 'FangSong') };
const TITLE = { size: 44, font: font('小标宋体', 'SimSun') };
const HEADING = { size: 32, font: font('黑体', 'SimHei') };
const CELL = { size: 21, font: font('仿宋_GB2312', 'FangSong') };
/** 28.95 pt: 22 lines a page. */
const LINE = { line: 579, lineRule: 'exact' as const };
const INDENT = { firstLine: 640 };
/** Wider tables lie on a page turned round. */
const WIDE = 7;

/** A paper as a Word file in the form of official papers; fonts are named and not embedded. `draft`: what stands under the title of a draft. */
export async function buildDocx(paper: Paper, draft: string): Promise<Buffer> {
  const file = new Document({
    creator: 'gongkai',
    title: safe(paper.title),
    styles: { default: { document: { run: BODY } } },
    sections: [
      { ...pageOf(false), children: bodyOf(paper, draft) },
      ...paper.tables.map((table, place) => ({ ...pageOf(table.columns.length > WIDE), children: annexOf(table, place + 1) })),
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

function bodyOf({ title, to, opening, sections, tables, signature }: Paper, draft: string): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun({ text: safe(title), ...TITLE, bold: true })],
    }),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 240 }, children: [new TextRun({ text: safe(draft), size: 24 })] }),
    ...(to === null ? [] : [new Paragraph({ spacing: LINE, children: [new TextRun({ text: safe(to), ...BODY })] })]),
    ...opening.map(paragraph),
    ...sections.flatMap(({ heading, paragraphs }) => [
      new Paragraph({ spacing: LINE, indent: INDENT, keepNext: true, children: [new TextRun({ text: safe(heading), ...HEADING })] }),
      ...paragraphs.map(paragraph),
    ]),
    ...tables.map((table, place) => paragraph(`${place === 0 ? '附件：' : '　　　'}${place + 1}．${table.name}`)),
    new Paragraph({
      spacing: { before: 480 },
      alignment: AlignmentType.RIGHT,
      children: [new TextRun({ text: safe(signature.office), ...BODY })],
    }),
    new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: written(signature.day), ...BODY })] }),
  ];
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ spacing: LINE, indent: INDENT, children: [new TextRun({ text: safe(text), ...BODY })] });
}

function annexOf({ name, columns, rows }: PaperTable, place: number): (Paragraph | Table)[] {
  const line = (cells: readonly (string | number | null)[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (cell) =>
          new TableCell({
            children: [
              new Paragraph({
                alignment: typeof cell === 'number' || head ? AlignmentType.CENTER : AlignmentType.LEFT,
                children: [new TextRun({ text: cell === null ? '' : safe(String(cell)), ...CELL, bold: head })],
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
          width: { size: 100, type: WidthType.PERCENTAGE },
          borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
          rows: [line(columns, true), ...rows.map((row) => line(row, false))],
        }),
  ];
}

/** Crawled words lose what would play with a document: controls and marks of direction. */
function safe(text: string): string {
  return plainText(text);
}
