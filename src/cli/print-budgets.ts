import { writeFile } from 'node:fs/promises';
import type { AuditResult } from '../audit/audit-result.ts';
import type { Config } from '../config/load.ts';
import { budgetRoster } from '../duties/budgets/roster.ts';
import { STANDINGS } from '../duties/duty.ts';
import { inBoth } from '../model/sentence.ts';
import { buildSheet } from '../reports/sheet.ts';
import { budgetFields } from '../rows/budgets.ts';
import { cellsOf, headsOf, readerOf } from '../rows/field.ts';
import { stateWords } from '../timeliness/wording/states.ts';
import { plainJson } from './json.ts';
import { fieldTable, formatTable, terminalWidth } from './table.ts';

/** Prints the roster of budgets and accounts: JSON, an Excel file, else counts and rows. */
export async function printBudgets(
  { duties, budgets }: Pick<AuditResult, 'duties' | 'budgets'>,
  config: Config,
  form: { readonly json?: true; readonly xlsx?: string },
): Promise<void> {
  const roster = budgetRoster(duties, budgets, config.pack);
  const reader = readerOf(config, 'zh');
  if (form.xlsx !== undefined) {
    const fields = Object.values(budgetFields);
    const cells = roster.rows.map((row) => cellsOf(fields, row, reader));
    await writeFile(form.xlsx, await buildSheet('预决算公开名册', headsOf(fields, reader), cells));
    process.stderr.write(`${inBoth({ zh: `已写入 ${cells.length} 行到 ${form.xlsx}`, en: `${cells.length} rows written` })}\n`);
    return;
  }
  if (form.json) {
    process.stdout.write(`${plainJson(roster)}\n`);
    return;
  }
  const states = STANDINGS.map((state) => ({ head: stateWords.zh.duty[state], align: 'right' as const }));
  const heads = ['事项', '年度', '应公开'].map((head) => ({ head }));
  const counts = roster.counts.map(({ name, year, owed, states: of, read, sum }) => {
    return [name, year, owed, ...STANDINGS.map((state) => of[state] ?? ''), read, read === 0 ? '' : sum];
  });
  const table = formatTable([...heads, ...states, { head: '读到金额' }, { head: '合计（万元）' }], counts, terminalWidth());
  const published = roster.departments.map(({ what, year, documents, read, sum }) => {
    const money = read === 0 ? '' : `，读到金额的 ${read} 家共 ${sum} 万元`;
    return `${year} 年${what === 'budget' ? '部门预算' : '部门决算'} ${documents.length} 家${money}`;
  });
  const { url: _, counterpart: __, ...fields } = budgetFields;
  const outside = `名册外的预算单位和汇总公开 ${roster.others.length} 份`;
  process.stdout.write(`${[table, '', ...published, outside].join('\n')}\n\n${fieldTable(Object.values(fields), roster.rows, reader)}\n`);
}
