import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { Config } from '../config/load.ts';
import { cellText } from '../duties/cell-text.ts';
import { type DutyResult, isPair, STANDINGS, type Standing, standingOf } from '../duties/duty.ts';
import { countStandings, dutyMatrix } from '../duties/matrix.ts';
import type { Estate } from '../model/estate.ts';
import { inBoth } from '../model/sentence.ts';
import { buildSheet } from '../reports/sheet.ts';
import { dutyFields } from '../rows/duties.ts';
import { readerOf } from '../rows/field.ts';
import { stateWords } from '../timeliness/wording/states.ts';
import { plainJson } from './json.ts';
import { fieldTable, formatTable, terminalWidth } from './table.ts';

interface Form {
  readonly json?: true;
  readonly verbose?: true;
  readonly xlsx?: string;
}

const WORDS = stateWords.zh.duty;
/** What lies far ahead or was done is counted, not listed, unless `--verbose` asks for all. */
const SHOWN: readonly Standing[] = ['missing', 'wrong', 'to-check', 'late', 'due', 'not-watched'];

/** What of a pair nobody saw need not be owed: a list of its own, in the console. */
function needsSomebody(result: DutyResult): boolean {
  const why = result.lacking?.why;
  return SHOWN.includes(standingOf(result)) && why !== 'none-seen' && why !== 'no-item';
}

/** Prints duties in the form asked for: JSON Lines, an Excel file of units by duties, else a table of what needs somebody. */
export async function printDuties(results: readonly DutyResult[], config: Config, form: Form): Promise<void> {
  if (form.xlsx !== undefined) return writeMatrix(results, config.estate, form.xlsx);
  if (form.json) {
    for (const result of results) if (!process.stdout.write(`${plainJson(result)}\n`)) await once(process.stdout, 'drain');
    return;
  }
  const shown = form.verbose ? results : results.filter(needsSomebody);
  process.stdout.write(`应公开事项 ${results.length} 项\n\n${countTable(results)}\n\n`);
  if (shown.length > 0) process.stdout.write(`${tableOf(shown, config)}\n`);
}

/** How many units or sites owe each duty, and how it stands with them. */
function countTable(results: readonly DutyResult[]): string {
  const names = new Map(results.map(({ rule, name }) => [rule, name]));
  return formatTable(
    [{ head: '事项', least: 12 }, ...STANDINGS.map((state) => ({ head: WORDS[state], align: 'right' as const }))],
    [...countStandings(results)].map(([rule, counts]) => [names.get(rule) ?? rule, ...STANDINGS.map((state) => counts[state] || '')]),
    terminalWidth(),
  );
}

function tableOf(results: readonly DutyResult[], config: Config): string {
  const { state, owner, duty, year, dueOn, published } = dutyFields;
  const fields = [state, { ...owner, least: 10 }, { ...duty, least: 12 }, year, dueOn, published];
  return fieldTable(fields, results, readerOf(config, 'zh'));
}

async function writeMatrix(results: readonly DutyResult[], { units }: Estate, file: string): Promise<void> {
  const { duties, rows } = dutyMatrix(
    results.filter((result) => !isPair(result)),
    units,
  );
  const head = ['单位', ...duties.map(({ name }) => name)];
  const cells = rows.map(({ unit, cells }) => [unit.name, ...cells.map((of) => of.map((one) => cellText(one, 'zh')).join('；'))]);
  await writeFile(file, await buildSheet('应公开事项', head, cells));
  process.stderr.write(`${inBoth({ zh: `已写入 ${rows.length} 个单位到 ${file}`, en: `${rows.length} units written` })}\n`);
}
