import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../crawlers/documents/document.ts';
import { makePaper } from '../../jobs/reports/make-paper.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { buildDocx } from '../../src/reports/docx.ts';
import { kinds } from '../../src/reports/kinds.ts';
import type { Paper, PaperTable } from '../../src/reports/paper.ts';
import { buildWorkbook } from '../../src/reports/workbook.ts';
import { openTestConsole, raiseAlerts, type TestConsole } from '../console/support.ts';
import { partsOf } from './zip.ts';

const YEAR = { from: '2023-01-01', to: '2023-12-31' };
let desk: TestConsole;

beforeAll(async () => {
  desk = await openTestConsole();
  await raiseAlerts(desk);
});
afterAll(() => desk.close());

async function paperOf(id: string, span = YEAR, unit: string | null = null): Promise<Paper> {
  return (await makePaper(desk.deps as unknown as Workshop, kinds.find((kind) => kind.id === id)!, span, unit)).paper;
}

const tableOf = ({ tables }: Paper, name: string) => tables.find((table) => table.name === name) as PaperTable;
const column = ({ columns, rows }: PaperTable, name: string) => rows.map((row) => row[columns.indexOf(name)]);
const sum = (numbers: readonly unknown[]) => numbers.reduce<number>((all, number) => all + Number(number), 0);

describe.each(kinds.map(({ id }) => id))('%s', (id) => {
  it('is a draft whose every table has as many cells as heads, in Word and in Excel', async () => {
    const paper = await paperOf(id);
    expect(paper.title).not.toBe('');
    expect(paper.signature.day).toBe('2023-12-31');
    for (const { columns, rows } of paper.tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    const word = await readDocument(await buildDocx(paper, '（草稿）'), 'http://paper.example/');
    const text = word.blocks.map((block) => (block.kind === 'line' ? block.text : block.cells.join('|'))).join('\n');
    expect(text).toContain(paper.title);
    expect(text).toContain('（草稿）');
    for (const { heading } of paper.sections) expect(text).toContain(heading);
    const sheets = partsOf(await buildWorkbook(paper.tables)).filter((part) => part.includes('<sheetData'));
    expect(sheets).toHaveLength(paper.tables.length);
  });
});

it('weekly reports add up to the year, for all and for each unit', async () => {
  const months = ['10', '11', '12'].map((month) => ({ from: `2023-${month}-01`, to: `2023-${month}-${month === '11' ? '30' : '31'}` }));
  const parts = await Promise.all(months.map((span) => paperOf('weekly', span)));
  const whole = await paperOf('weekly');
  const published = (paper: Paper) => column(tableOf(paper, '各单位情况'), '本周发布（条）');
  expect(sum(published(whole))).toBe(6);
  expect(sum(parts.flatMap(published))).toBe(sum(published(whole)));
  expect(column(tableOf(parts.at(-1)!, '各单位情况'), '累计')).toEqual(published(whole));
});

it('the circular names as many problems as its annex has rows, and sites checked are those that passed and failed', async () => {
  const paper = await paperOf('circular', { from: '2024-01-01', to: '2024-03-20' });
  const problems = tableOf(paper, '网站问题清单').rows.length;
  expect(problems).toBe(2);
  const text = paper.sections.flatMap(({ paragraphs }) => paragraphs).join('');
  expect(text).toContain(`栏目更新不及时${problems}个`);
  const [, checked, passed, failed] = /检查(\d+)个（.+），合格(\d+)个，不合格(\d+)个/.exec(text)!.map(Number);
  expect(checked).toBe(passed! + failed!);
});

it('a notice for one unit holds nothing of another', async () => {
  const paper = await paperOf('rectification', { from: '2024-01-01', to: '2024-03-20' }, 'water');
  expect(paper.to).toBe('市水利局：');
  expect(new Set(column(tableOf(paper, '网站问题清单'), '单位'))).toEqual(new Set(['市水利局']));
});

it('the yearly form’s total is the sum of its three classes, and what nobody measured is empty', async () => {
  const [form] = (await paperOf('site-form')).tables;
  const box = (name: string) => form!.rows.find(([, label]) => label === name)![2];
  expect(box('总数（条）')).toBe(6);
  expect(sum([box('概况类信息更新量（条）'), box('政务动态信息更新量（条）'), box('信息公开目录信息更新量（条）')])).toBe(6);
  expect(box('网站总访问量（次）')).toBeNull();
});

it('the annual report has six parts and the tables of 2021, and its categories add up to what it says', async () => {
  const paper = await paperOf('annual');
  expect(paper.sections.map(({ heading }) => heading.slice(0, 2))).toEqual(['一、', '二、', '三、', '四、', '五、', '六、']);
  expect(tableOf(paper, '收到和处理政府信息公开申请情况').rows).toHaveLength(25);
  expect(paper.sections[0]!.paragraphs[0]).toContain('主动公开政府信息6条');
  expect(sum(column(tableOf(paper, '信息分类统计'), '信息数（条）'))).toBe(6);
});

it('no score takes more than its points, and what is not measured stays empty', async () => {
  const sheet = tableOf(await paperOf('score', { from: '2024-01-01', to: '2024-03-20' }), '评分表');
  for (const [, , , points, , source, got] of sheet.rows) {
    if (source === '人工') expect(got).toBeNull();
    else expect(Number(got) >= 0 && Number(got) <= Number(points)).toBe(true);
  }
});
