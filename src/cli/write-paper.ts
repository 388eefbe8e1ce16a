import { writeFile } from 'node:fs/promises';
import { type Paper, type PaperTable, saidIn } from '../model/paper.ts';
import { leavingText } from '../privacy/leaving.ts';
import type { Dress } from '../reports/docx.ts';
import { toJson } from './json.ts';
import { formatTable, terminalWidth } from './table.ts';

interface Outlets {
  readonly docx?: string;
  readonly xlsx?: string;
  readonly json?: boolean;
}

/** A paper as the files that are asked for, as JSON under `head`, or else on the screen; `templates`: the office's own folder of them, or null, as the configuration in the directory `config` names it. */
export async function writePaper(
  paper: Paper,
  dress: Dress,
  head: { readonly kind: string } & Readonly<Record<string, unknown>>,
  { docx, xlsx, json, templates, config }: Outlets & { readonly templates: string | null; readonly config: string },
): Promise<void> {
  if (docx !== undefined) {
    const { templateOf, wordFile } = await import('../reports/template.ts');
    await writeFile(docx, await wordFile(paper, dress, templateOf(templates, config, head.kind)));
  }
  if (xlsx !== undefined) await writeFile(xlsx, await (await import('../reports/workbook.ts')).buildWorkbook(paper.tables));
  const { title, sections, tables } = paper;
  if (json) process.stdout.write(`${toJson({ ...head, title, sections, tables: tables.map(said) })}\n`);
  else if (docx === undefined && xlsx === undefined) print(paper, dress);
}

/** Contract: cells are text or numbers. */
function said({ rows, ...table }: PaperTable) {
  return { ...table, rows: rows.map((row) => row.map(saidIn)) };
}

function print({ title, to, opening, sections, tables, signature }: Paper, { number, under }: Dress): void {
  const lines = [
    ...(number === null ? [] : [number]),
    title,
    ...(under === '' ? [] : [under]),
    '',
    ...(to === null ? [] : [to]),
    ...opening,
    ...sections.flatMap(({ heading, paragraphs }) => ['', heading, ...paragraphs]),
    '',
    signature.office,
    signature.day,
  ];
  process.stdout.write(`${lines.map(leavingText).join('\n')}\n`);
  for (const { name, columns, rows } of tables) {
    process.stdout.write(
      `\n${name}\n${formatTable(
        columns.map((head) => ({ head, least: 6 })),
        rows.map((row) => row.map(saidIn)),
        terminalWidth(),
      )}\n`,
    );
  }
}
