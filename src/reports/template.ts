import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type IPatch, PatchType, patchDetector, patchDocument, TextRun } from 'docx';
import type { Paper } from '../model/paper.ts';
import { ToldError } from '../model/told-error.ts';
import { leavingText } from '../privacy/leaving.ts';
import { annexListOf, annexOf, buildDocx, type Dress, TEXT, textOf } from './docx.ts';
import { written } from './paper.ts';

/** A Word file of the office's own, with named places like `{{标题}}`. */
export interface Template {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * The office's own template of a kind: `KIND.docx` in its folder, which is named relative to the directory of the configuration; null: it has
 * none of this kind, or no folder.
 * @throws {ToldError} that names the folder, where it is not there
 */
export function templateOf(named: string | null, configDir: string, kind: string): Template | null {
  if (named === null) return null;
  const folder = resolve(configDir, named);
  if (!existsSync(folder))
    throw told({
      zh: `没有找到放模板的文件夹 ${folder}（estate.yaml 里 papers.templates 写的是“${named}”，相对于配置目录 ${configDir}）。请建立这个文件夹，或改正路径。`,
      en: `The folder of templates ${folder} is not there (papers.templates in estate.yaml says “${named}”, relative to ${configDir}); make it, or mend the path.`,
    });
  const file = join(folder, `${kind}.docx`);
  return existsSync(file) ? { file, bytes: readFileSync(file) } : null;
}

/** A paper as a Word file: in the office's own template where it has one, else in the form of official papers. */
export function wordFile(paper: Paper, dress: Dress, template: Template | null): Promise<Buffer> {
  return template === null ? buildDocx(paper, dress) : fillTemplate(template, paper, dress);
}

/**
 * Fills in the named places of a template; everything else of it stays as the office made it.
 * @throws {ToldError} that names the file, and a place in it that is unknown
 */
async function fillTemplate({ file, bytes }: Template, paper: Paper, dress: Dress): Promise<Buffer> {
  const patches = patchesOf(withoutPlaces(paper), dress);
  const places = await patchDetector({ data: bytes }).catch((cause: unknown) => {
    throw told(
      { zh: `模板 ${file} 不是能读的 Word 文件（.docx）。`, en: `The template ${file} is not a readable Word file (.docx).` },
      cause,
    );
  });
  const unknown = places.find((place) => !Object.hasOwn(patches, place.trim()));
  if (unknown !== undefined) {
    const known = Object.keys(patches);
    throw told({
      zh: `模板 ${file} 里的“{{${unknown}}}”没有对应的内容；可以用：${known.map((name) => `{{${name}}}`).join('、')}。`,
      en: `The template ${file} has a place “{{${unknown}}}” that is unknown; there are: ${known.join(', ')}.`,
    });
  }
  const used = Object.fromEntries(places.map((place) => [place, patches[place.trim()]!]));
  return patchDocument({ outputType: 'nodebuffer', data: bytes, patches: used, keepOriginalStyles: true, recursive: false });
}

/** Crawled words may look like a place, and places are filled in one after the other. */
function withoutPlaces(paper: Paper): Paper {
  return JSON.parse(JSON.stringify(paper), (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('{{', '{ {') : value,
  ) as Paper;
}

/** Words keep the style of the template's place; what has paragraphs or tables comes in the form of official papers. */
function patchesOf(paper: Paper, dress: Dress): Readonly<Record<string, IPatch>> {
  const words = (text: string): IPatch => ({ type: PatchType.PARAGRAPH, children: [new TextRun(leavingText(text))] });
  const { tables, signature } = paper;
  const blocks = (children: Extract<IPatch, { type: 'file' }>['children']): IPatch => ({ type: PatchType.DOCUMENT, children });
  return {
    标题: words(paper.title),
    状态: words(dress.under),
    文号: words(dress.number ?? ''),
    主送: words(paper.to ?? ''),
    正文: blocks(textOf(paper)),
    附件说明: blocks(annexListOf(tables)),
    附件: blocks(tables.flatMap((table, place) => annexOf(table, tables.length === 1 ? '' : String(place + 1), dress, TEXT.portrait))),
    落款: words(signature.office),
    日期: words(written(signature.day)),
  };
}

function told(sentence: { readonly zh: string; readonly en: string }, cause?: unknown): ToldError {
  return new ToldError(sentence, { code: 'template', side: 'nobody', cause });
}
