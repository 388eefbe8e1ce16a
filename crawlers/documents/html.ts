import type { Element } from 'domhandler';
import type { Block, TextDocument } from '../../src/model/document.ts';
import { readArticle } from '../reading/articles/article.ts';
import { drawLines } from '../reading/articles/lines.ts';
import { elementsOf, type Page, parentElement, parsePage } from '../reading/page.ts';
import { gridOf, isDataTable } from './grid.ts';

/** Lines below the body where a page names who checked it. */
const TAIL = 12;

/** A web page as a document: what stands from its heading to the end of its body, with its tables as rows. */
export function readHtmlDocument(html: string, url: string): TextDocument {
  const page = parsePage(html, url);
  const article = readArticle(page);
  const blocks = blocksOf(page);
  const body = article.text.split('\n');
  const place = (text: string | undefined) => (text ? blocks.findIndex((block) => textOf(block).includes(text)) : -1);
  const from = [place(article.title ?? undefined), place(body[0])].filter((at) => at >= 0);
  const last = body.at(-1);
  const to = last ? blocks.findLastIndex((block) => textOf(block).includes(last)) : -1;
  const whole = from.length === 0 || to < 0;
  return {
    title: article.title,
    publishedOn: article.publishedAt?.slice(0, 10) ?? null,
    reviewer: article.reviewer,
    blocks: whole ? blocks : blocks.slice(Math.min(...from), to + TAIL),
    attachments: article.attachments.map(({ name }) => name),
  };
}

/** A converted file: all of it is the document. */
export function readPlainHtml(html: string): TextDocument {
  return { title: null, publishedOn: null, reviewer: null, blocks: blocksOf(parsePage(html, 'file:///')), attachments: [] };
}

function blocksOf(page: Page): Block[] {
  const tables = new Map(elementsOf(page.document).flatMap((element, at) => (isDataTable(element) ? [[element, at] as const] : [])));
  const blocks: Block[] = [];
  const told = new Set<Element>();
  for (const line of drawLines(page).lines) {
    const table = around(line.block, tables);
    if (table === null) {
      if (line.length > 0 && line.linked * 2 <= line.length) blocks.push({ kind: 'line', text: line.text });
    } else if (!told.has(table)) {
      told.add(table);
      for (const cells of gridOf(table))
        if (cells.some((cell) => cell !== '')) blocks.push({ kind: 'row', table: tables.get(table)!, cells });
    }
  }
  return blocks;
}

function around(element: Element, tables: ReadonlyMap<Element, number>): Element | null {
  for (let at: Element | null = element; at; at = parentElement(at)) if (tables.has(at)) return at;
  return null;
}

function textOf(block: Block): string {
  return block.kind === 'line' ? block.text : block.cells.join(' ');
}
