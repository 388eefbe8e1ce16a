import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { chromium } from 'playwright';
import { expect, it } from 'vitest';
import { BROWSER_ARGUMENTS, findChromium } from '../../crawlers/browser/chromium.ts';
import { formOf, readDocument } from '../../crawlers/documents/document.ts';
import type { TextDocument } from '../../src/model/document.ts';

const HERE = 'http://report.example/2023/1.html';
const ROWS = [
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '0', '0'],
  ['行政规范性文件', '4', '1', '12'],
];
const LONG =
  '2022年，我局通过门户网站公开政府信息120条，其中政策文件20条，工作动态100条，主动回应社会关切，保障公众的知情权、参与权和监督权，推进各项工作公开透明。';
const HTML = `<html><head><title>水利局</title></head><body><div class="menu"><a href="/a">首页</a><a href="/b">政务公开</a></div>
<div class="article"><h1>清河县水利局2022年政府信息公开工作年度报告</h1><div>发布时间：2023-01-12 来源：县水利局</div>
<div id="zoom"><p>${LONG}</p><table><tr><td colspan="4">第二十条第（一）项</td></tr>${ROWS.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</table>
<p>${LONG}</p></div></div><div class="foot">主办单位：某某 ICP备12345678号</div></body></html>`;

function rowsOf({ blocks }: TextDocument): (readonly string[])[] {
  return blocks.flatMap((block) => (block.kind === 'row' ? [block.cells] : []));
}

function textOf({ blocks }: TextDocument): string {
  return blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : [])).join('\n');
}

it('a page is read from its heading to the end of its body, its tables as rows, merged cells in every place they cover', async () => {
  const document = await readDocument(Buffer.from(HTML), HERE);
  expect(document).toMatchObject({ title: '清河县水利局2022年政府信息公开工作年度报告', publishedOn: '2023-01-12' });
  expect(rowsOf(document)).toEqual([Array(4).fill('第二十条第（一）项'), ...ROWS]);
  expect(textOf(document)).toContain(LONG);
  expect(textOf(document)).not.toContain('首页');
});

it('a Word file is read with its tables', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const file = new Document({
    sections: [{ children: [new Paragraph(LONG), new Table({ rows: ROWS.map((row) => new TableRow({ children: row.map(cell) })) })] }],
  });
  const document = await readDocument(await Packer.toBuffer(file), HERE);
  expect(textOf(document)).toBe(LONG);
  expect(rowsOf(document)).toEqual(ROWS);
});

it('a PDF that holds text is read: torn lines are one paragraph, and cells that stand apart are a row', async () => {
  const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage();
    await page.setContent(HTML.replace('<table>', '<table style="width:100%">'));
    const document = await readDocument(await page.pdf({ format: 'A4' }), HERE);
    expect(textOf(document)).toContain(LONG);
    expect(rowsOf(document)).toEqual(expect.arrayContaining([...ROWS]));
  } finally {
    await browser.close();
  }
}, 60_000);

it('typed text keeps its tables; a bar at the end of every line is a border and no cell', async () => {
  const bars = await readDocument(Buffer.from('甲 | 1 | 2 |\n乙 | 3 | |\n\n正文'), HERE);
  expect(rowsOf(bars)).toEqual([
    ['甲', '1', '2'],
    ['乙', '3', ''],
  ]);
  expect(textOf(bars)).toBe('正文');
});

it('GBK is read, and files that are none of these say so', async () => {
  const gbk = Buffer.from([0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa]);
  expect(textOf(await readDocument(gbk, HERE))).toBe('政府信息公开');
  expect(formOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('doc');
  await expect(readDocument(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), HERE)).rejects.toThrow(/\.docx/);
  await expect(readDocument(Buffer.from('PK\u0003\u0004nothing', 'latin1'), HERE)).rejects.toThrow();
});
