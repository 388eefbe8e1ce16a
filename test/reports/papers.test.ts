import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../crawlers/documents/document.ts';
import { beginDuePapers } from '../../jobs/reports/begin-due-papers.ts';
import { makePaper } from '../../jobs/reports/make-paper.ts';
import {
  answerPaper,
  beginPaper,
  correctPaper,
  editPaper,
  fillPaper,
  paperNow,
  releasePaper,
  sendPaper,
  withdrawPaper,
} from '../../jobs/reports/papers.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { type Cell, type Paper, type PaperTable, SCHEDULED_KINDS, saidIn } from '../../src/model/paper.ts';
import { buildDocx } from '../../src/reports/docx.ts';
import { edited, metIn, placesOf, withEdits } from '../../src/reports/edits.ts';
import type { PaperFacts } from '../../src/reports/facts.ts';
import { kinds } from '../../src/reports/kinds.ts';
import { lacksOf } from '../../src/reports/lacks.ts';
import { templateOf, wordFile } from '../../src/reports/template.ts';
import { changeLines } from '../../src/reports/weekly/changes.ts';
import { buildWorkbook } from '../../src/reports/workbook.ts';
import { letHear, openTestConsole, raiseAlerts, type TestConsole } from '../console/support.ts';
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
const sum = (numbers: readonly unknown[]) => numbers.reduce<number>((all, number) => all + Number(saidIn(number as Cell)), 0);

describe.each(kinds.map(({ id }) => id))('%s', (id) => {
  it('is a draft whose every table has as many cells as heads, in Word and in Excel', async () => {
    const paper = await paperOf(id);
    expect(paper.title).not.toBe('');
    expect(paper.signature.day).toBe('2023-12-31');
    for (const { columns, rows } of paper.tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    const word = await readDocument(
      await buildDocx(paper, { under: '（草稿）', number: null, redHead: null, consoleUrl: null }),
      'http://paper.example/',
    );
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
  const cell = (name: string) => form!.rows.find(([, label]) => label === name)![2]!;
  const box = (name: string) => saidIn(cell(name));
  expect(cell('总数（条）')).toMatchObject({ text: 6, link: expect.stringContaining('site=portal') });
  expect(sum([box('概况类信息更新量（条）'), box('政务动态信息更新量（条）'), box('信息公开目录信息更新量（条）')])).toBe(6);
  expect(box('网站总访问量（次）')).toBeNull();
});

it('the yearly form on oversight tells each quarter that has begun, as it was judged at its end, and leaves what only people know empty', async () => {
  const paper = await paperOf('oversight-form', { from: '2023-01-01', to: '2023-12-31' });
  const row = (name: string, of = paper) =>
    tableOf(of, '网站抽查和责任追究')
      .rows.find(([, label]) => label === name)!
      .slice(2)
      .map(Number);
  expect(row('网站总数（个）')).toEqual([1, 1, 1, 1, 1]);
  for (const name of ['抽查数（个次）', '不合格数量（个次）']) expect(sum(row(name).slice(0, 4))).toBe(row(name)[4]);
  for (const [place, checked] of row('抽查数（个次）').entries()) expect(row('不合格数量（个次）')[place]! <= checked).toBe(true);
  // Nothing was read after March 2024, so that nothing was checked in the quarters from then on.
  const unread = await paperOf('oversight-form', { from: '2024-01-01', to: '2024-12-31' });
  expect(row('抽查数（个次）', unread)).toEqual([0, 0, 0, 0, 0]);
  expect(column(tableOf(paper, '网站抽查和责任追究'), '全年').slice(4)).toEqual(Array(6).fill(null));
  expect((await paperOf('oversight-form', { from: '2999-01-01', to: '2999-12-31' })).tables[0]!.rows[1]!.slice(2, 6)).toEqual(
    Array(4).fill(null),
  );
});

it('a unit’s own weekly report goes to the office with its own numbers, which add up to those of the office’s', async () => {
  const span = { from: '2023-01-01', to: '2023-12-31' };
  const whole = tableOf(await paperOf('weekly', span), '各单位情况');
  for (const [, name, items] of whole.rows) {
    const unit = desk.deps.config.estate.units.find((one) => one.name === name)!.id;
    const paper = await paperOf('weekly', span, unit);
    expect(paper).toMatchObject({ to: expect.stringMatching(/办公室：$/), signature: { office: name } });
    expect(paper.title).toContain(String(name));
    expect(paper.sections[0]!.paragraphs[0]).toContain(`本周发布信息${items}条`);
    const columns = column(tableOf(paper, '本单位栏目情况'), '栏目');
    expect(columns).toHaveLength(
      desk.deps.config.estate.sites.flatMap((site) => site.columns ?? []).filter((one) => one.unit === unit).length,
    );
  }
  const asked = await paperOf('weekly', { from: '2024-01-01', to: '2024-03-20' }, 'water');
  expect(asked.sections.map(({ heading }) => heading)).toContain('四、问题整改情况');
  expect(asked.sections.flatMap(({ paragraphs }) => paragraphs).join('')).toMatch(/最近一次更新为2023年.*已超期\d+天/);
});

it('a weekly report tells what changed since the week before: only columns judged on both days fell silent or came back', () => {
  const column = (id: string, status: string) => ({
    site: 's',
    id,
    unit: 'water',
    name: id,
    status,
    lastPublished: null,
    dueOn: null,
    overdueDays: 0,
  });
  const then = [column('甲', 'fresh'), column('乙', 'overdue'), column('丙', 'unknown'), column('丁', 'fresh'), column('戊', 'overdue')];
  const now = [
    column('甲', 'blank'),
    column('乙', 'fresh'),
    column('丙', 'overdue'),
    column('丁', 'unknown'),
    column('戊', 'overdue'),
    column('己', 'blank'),
  ];
  const facts = (columns: typeof now, items: number) =>
    ({
      estate: { units: [{ id: 'water', name: '市水利局' }], sites: [] },
      unit: null,
      result: { columns, totals: { items } },
      previous: { columns: then, totals: { items: 12 } },
    }) as unknown as PaperFacts;
  expect(changeLines(facts(now, 9))).toEqual([
    '发布信息9条，上周12条，减少3条。',
    '新出现问题的栏目1个：市水利局“甲”，列表打开正常，没有任何信息。',
    '恢复更新的栏目1个：市水利局“乙”。',
    '转为无法判定的栏目1个：市水利局“丁”。',
  ]);
  expect(changeLines(facts(then, 12))).toEqual(['发布信息12条，与上周持平。', '各栏目情况与上周相同。']);
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

it('says by which document and article, and on which page, in words that open it', async () => {
  const paper = await paperOf('circular', { from: '2024-01-01', to: '2024-03-20' });
  const table = tableOf(paper, '网站问题清单');
  const [grounds] = column(table, '指标依据');
  expect(grounds).toMatchObject({ text: expect.stringMatching(/〔2019〕19号/), link: expect.stringMatching(/^\/rules#rule-/) });
  const [evidence] = column(table, '证据');
  expect(evidence).toMatchObject({ text: '2024-03-20 12:00页面快照', link: expect.stringMatching(/^\/pages\/[0-9a-f]{64}$/) });
});

it.each(kinds.map(({ id }) => id))('%s speaks as an office does: no field codes, no days of programs, nothing in English', async (id) => {
  const paper = await paperOf(id, { from: '2024-01-01', to: '2024-03-20' });
  const prose = [paper.title, ...paper.opening, ...paper.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])];
  for (const line of prose) expect(line.replace(/https?:\/\/[^）]+/g, '')).not.toMatch(/[a-z]{3,}|\d{4}-\d{2}-\d{2}|undefined|null/);
  for (const { columns } of paper.tables) for (const head of columns) expect(head).not.toMatch(/[a-z]{3,}/);
});

it('a score sheet of the office’s own takes off what it says, opens what that rests on, and holds nothing against what is objected to', async () => {
  const score = [
    { group: '公开', name: '空白', points: 8, measure: 'blank', each: 5 },
    { group: '公开', name: '按时', points: 50, measure: 'punctuality' },
    { group: '保障', name: '人员', points: 42 },
  ];
  const config = { ...desk.deps.config, papers: { templates: null, score } };
  const workshop = { ...desk.deps, store: desk.store, config } as unknown as Workshop;
  const { paper } = await makePaper(workshop, kinds.find(({ id }) => id === 'score')!, { from: '2024-01-01', to: '2024-03-20' }, null);
  const sheet = tableOf(paper, '评分表');
  expect(sum(column(sheet, '分值').slice(0, 3))).toBe(100);
  expect(column(sheet, '评分标准').slice(0, 3)).toEqual(['每个空白栏目扣5分', expect.stringContaining('天数'), '由考核人员评定']);
  for (const cell of column(sheet, '扣分说明'))
    if (cell != null) expect(cell).toMatchObject({ link: expect.stringMatching(/^\/(?:columns|trend)\?/) });
  for (const [, , , whole, measured, got] of tableOf(paper, '得分汇总').rows) {
    expect(whole).toBe(100);
    expect(Number(got)).toBeLessThanOrEqual(Number(measured));
  }
});

it('goes into the office’s own template, word for word; a place that is unknown is named with its file', async () => {
  const { Document, Packer, Paragraph: Line } = await import('docx');
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  const write = async (kind: string, ...lines: string[]) =>
    writeFileSync(
      join(folder, `${kind}.docx`),
      await Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Line(line)) }] })),
    );
  await write('circular', '本办公室专用', '{{标题}}', '{{主送}}', '{{正文}}', '{{附件}}', '{{落款}} {{日期}}');
  await write('weekly', '{{标题}}', '{{单位名}}');
  writeFileSync(join(folder, 'ledger.docx'), 'no Word file');
  const dress = { under: '', number: null, redHead: null, consoleUrl: null };
  const paper = { ...(await paperOf('circular', { from: '2024-01-01', to: '2024-03-20' })), opening: ['抄来的{{落款}}'] };
  const { blocks } = await readDocument(await wordFile(paper, dress, templateOf(folder, 'elsewhere', 'circular')), 'http://paper.example/');
  const text = blocks.map((block) => (block.kind === 'line' ? block.text : block.cells.join('|'))).join('\n');
  expect(text).toMatch(
    new RegExp(`本办公室专用\n${paper.title}[\\s\\S]*抄来的{ {落款}}[\\s\\S]*一、总体情况[\\s\\S]*附件1[\\s\\S]*办公室 2024年3月20日`),
  );
  await expect(wordFile(paper, dress, templateOf(folder, 'elsewhere', 'weekly'))).rejects.toThrow(
    /weekly\.docx 里的“{{单位名}}”没有对应的内容；可以用：{{标题}}/,
  );
  await expect(wordFile(paper, dress, templateOf(folder, 'elsewhere', 'ledger'))).rejects.toThrow(/ledger\.docx 不是能读的 Word 文件/);
  expect(templateOf(folder, 'elsewhere', 'score')).toBeNull();
  // It is sought beside the configuration, wherever the program was started; a folder that is not there is named.
  expect(templateOf(basename(folder), dirname(folder), 'circular')?.file).toBe(join(folder, 'circular.docx'));
  expect(() => templateOf('no-such', folder, 'circular')).toThrow(join(folder, 'no-such'));
  expect(templateOf(null, folder, 'circular')).toBeNull();
  rmSync(folder, { recursive: true });
});

/** What a paper of a time without problems, in which nobody wrote anything yet, lacks most; the other kinds may say that there is nothing. */
const LACKING: Readonly<Record<string, string>> = {
  supervision: '没有超过整改时限的问题',
  rectification: '没有需要整改的问题',
  interview: '不需要约谈',
  accountability: '不提出问责建议',
  'site-form': '安全防护·安全检测评估次数（次）',
  'oversight-form': '责任追究·约谈（人次）”一行缺“全年”，没有的写“无”',
  annual: '“一、总体情况”还有待填的内容',
  review: '一审意见、审核人',
  score: '人工评定得分',
};

it.each(kinds.map((kind) => [kind.id, kind] as const))(
  'nobody releases an empty %s: each place that is lacking is named',
  async (id, kind) => {
    const paper = await paperOf(id, id === 'review' ? YEAR : { from: '2022-01-01', to: '2022-12-31' });
    const lacks = lacksOf(kind, paper);
    const said = lacks.map(({ said }) => said.zh).join('；');
    if (LACKING[id] === undefined) expect(said).toBe('');
    else expect(said).toContain(LACKING[id]);
    const places = new Set(placesOf(paper).map((place) => place.id));
    for (const { place } of lacks) expect(places).toContain(place);
  },
);

it.each(['县政府办公室文件', '清河市人民政府办公室文件', '清河市政务公开领导小组办公室文件'])(
  'the red head %s stands in one line',
  async (redHead) => {
    const paper = await paperOf('circular', { from: '2024-01-01', to: '2024-03-20' });
    const parts = partsOf(await buildDocx(paper, { under: '', number: '政办函〔2024〕1号', redHead, consoleUrl: null }));
    const run = parts.flatMap((part) => part.split('<w:r>')).find((one) => one.includes(redHead) && one.includes('FF0000'))!;
    const points = Number(/<w:sz w:val="(\d+)"/.exec(run)![1]) / 2;
    // The text is 156 mm wide.
    expect(points * redHead.length).toBeLessThanOrEqual((156 / 25.4) * 72);
    expect(points).toBeGreaterThanOrEqual(22);
  },
);

it('an order about nothing that the system knows is released where a person wrote what it is about', async () => {
  const supervision = kinds.find(({ id }) => id === 'supervision')!;
  const paper = await paperOf('supervision', { from: '2022-01-01', to: '2022-12-31' });
  const written = edited(paper, withEdits(paper, {}, new Map([['opening', '请于3日内答复市民来信。']])));
  expect(lacksOf(supervision, written)).toEqual([]);
});

it('a unit’s own weekly report is not released while what it plans is still to be written', async () => {
  const weekly = kinds.find(({ id }) => id === 'weekly')!;
  const paper = await paperOf('weekly', { from: '2024-03-11', to: '2024-03-17' }, 'water');
  expect(lacksOf(weekly, paper).map(({ place }) => place)).toContain('section/下周计划');
});

describe('the life of a paper', () => {
  const office = () => desk.deps as unknown as Workshop;
  const kind = (id: string) => kinds.find((one) => one.id === id)!;
  const span = { from: '2024-01-01', to: '2024-03-20' };
  const events = async (id: string) => (await desk.store.papers.entries(id)).map(({ event }) => event);

  it('a person’s words stay in the draft when its numbers change, and are shown beside them until somebody decides', async () => {
    const { id } = await beginPaper(office(), kind('circular'), span, null, '张三');
    await editPaper(
      office(),
      id,
      new Map([
        ['section/总体情况', '总体情况良好。'],
        ['title', '关于检查情况的通报'],
      ]),
      '张三',
    );
    const draft = (await paperNow(office(), id))!;
    expect(edited(draft.drawn, draft.edits).sections[0]?.paragraphs).toEqual(['总体情况良好。']);
    const changed = draft.drawn.sections.map((section, place) => (place === 0 ? { ...section, paragraphs: ['共发布信息9条。'] } : section));
    const change = { ...draft, drawn: { ...draft.drawn, sections: changed } };
    expect(await desk.store.papers.redraw(id, draft.stamp, change, null)).toBe(true);
    expect(metIn(change.drawn, draft.edits)).toMatchObject([{ id: 'section/总体情况', now: '共发布信息9条。', text: '总体情况良好。' }]);
    await expect(releasePaper(office(), id, '李四')).rejects.toThrow(/1 处改过的文字/);
    await editPaper(office(), id, new Map([['section/总体情况', '共发布信息9条，总体良好。']]), '张三');
    const released = await releasePaper(office(), id, '李四');
    expect(released.number).toMatch(/^政办函〔\d{4}〕1号$/);
    expect(released.drawn).toMatchObject({
      title: '关于检查情况的通报',
      sections: [{ paragraphs: ['共发布信息9条，总体良好。'] }, {}, {}],
    });
    await expect(editPaper(office(), id, new Map([['title', '改']]), '张三')).rejects.toThrow(/不能再改/);
    expect(await events(id)).toEqual(['begun', 'edited', 'edited', 'released']);
  });

  it('begins by itself on the first working day after its period, once, and stays away when a person dropped it', async () => {
    const at = (moment: string) => {
      const schedule = { ...office().config.schedule, papers: ['weekly', 'circular'] };
      const clock = { ...office().clock, now: () => new Date(moment) };
      return { ...office(), config: { ...office().config, schedule }, clock } as unknown as Workshop;
    };
    const since = new Date('2024-03-18T00:00:00+08:00');
    const begun = async () => (await desk.store.papers.list()).filter(({ begunBy }) => begunBy === 'gongkai');
    // 1 April 2024 is a Monday; 4 to 6 April are off.
    await beginDuePapers(at('2024-04-01T07:29:00+08:00'), since);
    expect(await begun()).toEqual([]);
    for (let again = 0; again < 2; again++) await beginDuePapers(at('2024-04-01T07:30:00+08:00'), since);
    const drafts = await begun();
    expect(drafts.map(({ kind: of, from, to }) => [of, from, to]).sort()).toEqual([
      ['circular', '2024-01-01', '2024-03-31'],
      ['weekly', '2024-03-25', '2024-03-31'],
    ]);
    await withdrawPaper(office(), drafts[0]!.id, '', '张三');
    await beginDuePapers(at('2024-04-02T09:00:00+08:00'), since);
    expect(await begun()).toHaveLength(2);
    await beginDuePapers(at('2024-04-02T09:00:00+08:00'), new Date('2024-04-02T00:00:00+08:00'));
    expect(await begun()).toHaveLength(2);
  });

  it('every kind that can begin by itself tells of a period that is over', () => {
    for (const name of SCHEDULED_KINDS) expect(kind(name).period).toMatch(/^last-/);
  });

  it('boxes that people fill in are numbers, and stay empty where their row became another', async () => {
    const { id } = await beginPaper(office(), kind('annual'), YEAR, null, '张三');
    const draft = (await paperNow(office(), id))!;
    const number = draft.drawn.tables.findIndex(({ name }) => name === '收到和处理政府信息公开申请情况');
    await editPaper(
      office(),
      id,
      new Map([
        [`box/${number}/0/1`, '12'],
        [`box/${number}/0/0`, '99'],
        ['box/77/0/0', '1'],
      ]),
      '张三',
    );
    const { drawn, edits } = (await paperNow(office(), id))!;
    expect(edited(drawn, edits).tables[number]?.rows[0]?.slice(0, 2)).toEqual([saidIn(drawn.tables[number]!.rows[0]![0]!), 12]);
    const moved = { ...drawn, tables: drawn.tables.map((table) => ({ ...table, rows: [...table.rows].reverse() })) };
    expect(edited(moved, edits).tables[number]?.rows[0]?.[1]).toBeNull();
    expect(metIn(moved, edits)).toHaveLength(1);
  });

  it('the annual report is filled in from its own Excel file, told where the file is wrong, and released only when it agrees', async () => {
    const { id } = await beginPaper(office(), kind('annual'), YEAR, null, '张三');
    await expect(releasePaper(office(), id, '李四')).rejects.toThrow(/还不能发布：.*待填.*没有的填0/);
    const { drawn } = (await paperNow(office(), id))!;
    const requests = tableOf(drawn, '收到和处理政府信息公开申请情况');
    const lines = (rows: readonly (readonly unknown[])[]) =>
      new TextEncoder().encode([requests.columns, ...rows].map((row) => row.join(',')).join('\n'));
    const label = (place: number) => String(requests.rows[place]![0]).replaceAll(',', '，');
    await expect(
      fillPaper(
        office(),
        id,
        lines([
          [label(0), '三', 0, 0, 0, 0, 0, 3],
          ['结转', 1],
        ]),
        '张三',
      ),
    ).rejects.toThrow(
      /2处不对，什么都没有存：“收到和处理政府信息公开申请情况”第2行“自然人”列：“三”不是数字；.*第3行：表里没有“结转”这一行/,
    );
    const numbers = requests.rows.map((_, place) => ([0, 2, 23].includes(place) ? [3, 0, 0, 0, 0, 0, 3] : Array(7).fill(0)));
    const filled = drawn.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row, line) => row.map((cell, at) => (cell !== null ? cell : table === requests ? numbers[line]![at - 1] : 0))),
    }));
    const wrong = filled.map((table) =>
      table.name === requests.name
        ? { ...table, rows: table.rows.map((row, line) => (line === 0 ? [row[0]!, 4, ...row.slice(2)] : row)) }
        : table,
    );
    expect(await fillPaper(office(), id, await buildWorkbook(wrong), '张三')).toBe(10 + 175 + 15);
    const words = drawn.sections.filter(({ paragraphs }) => paragraphs.some((line) => line.includes('待填')));
    const texts = words.map(({ heading, paragraphs }): [string, string] => [
      `section/${heading.slice(2)}`,
      paragraphs.map((line) => line.replace(/〔待填[^〕]*〕/, '无。')).join('\n'),
    ]);
    await editPaper(office(), id, new Map(texts), '张三');
    await expect(releasePaper(office(), id, '李四')).rejects.toThrow(/各类申请人之和 4，总计 3/);
    await fillPaper(office(), id, await buildWorkbook(filled), '张三');
    expect((await releasePaper(office(), id, '李四')).state).toBe('released');
  });

  it('a talk that is released stands in the history of the alerts that it was about, which stay as they stand', async () => {
    const [alert] = await desk.store.alerts.list({ audience: 'unit' }, { limit: 1, order: 'newest' });
    const { id } = await beginPaper(office(), kind('interview'), span, 'water', '张三');
    const draft = (await paperNow(office(), id))!;
    const row = ['事由', { text: alert!.message.zh, link: `/alerts/${encodeURIComponent(alert!.id)}` }];
    const drawn = { ...draft.drawn, tables: [{ name: '约谈', columns: ['项目', '内容'], rows: [row] }] };
    await desk.store.papers.redraw(id, draft.stamp, { ...draft, drawn }, null);
    const { number } = await releasePaper(office(), id, '李四');
    expect((await desk.store.alerts.history(alert!.id)).at(-1)).toMatchObject({
      event: 'interviewed',
      by: '李四',
      from: alert!.state,
      to: alert!.state,
      why: { zh: `约谈记录（${number}）` },
    });
    const { stamp: _, ...before } = alert!;
    expect(await desk.store.alerts.get(alert!.id)).toMatchObject(before);
  });

  it('goes to the unit that it is about, once, is answered, and is corrected by one that says so or withdrawn with the reason', async () => {
    const { id } = await beginPaper(office(), kind('rectification'), span, 'water', '张三');
    await expect(sendPaper(office(), id, '李四')).rejects.toThrow(/已发布/);
    await expect(answerPaper(office(), id, '已整改', '王五')).rejects.toThrow();
    await editPaper(office(), id, new Map([['section/整改要求', '请于本周内完成整改，并电话报告。']]), '张三');
    const released = await releasePaper(office(), id, '李四');
    expect(released.evidence).toEqual([desk.pages.water]);
    await expect(sendPaper(office(), id, '李四')).rejects.toThrow(/联系人/);
    letHear(desk, 'water', 'health');
    expect(await sendPaper(office(), id, '李四')).toBe(1);
    await sendPaper(office(), id, '李四');
    const sent = (await desk.store.outbox.list({})).filter(({ letter }) => letter.subject.includes(released.number!));
    expect(sent).toMatchObject([{ unit: 'water', letter: { opening: expect.stringContaining('市水利局') } }]);
    await answerPaper(office(), id, '已整改', '王五');
    const correction = await correctPaper(office(), id, '李四');
    expect(correction.drawn.opening[0]).toContain(released.number);
    expect((await correctPaper(office(), id, '李四')).id).toBe(correction.id);
    expect(edited(correction.drawn, correction.edits).sections.at(-1)?.paragraphs).toEqual(['请于本周内完成整改，并电话报告。']);
    await releasePaper(office(), correction.id, '李四');
    await withdrawPaper(office(), id, '数字有误', '李四');
    expect(await events(id)).toEqual(['begun', 'edited', 'released', 'sent', 'sent', 'answered', 'corrected', 'withdrawn']);
    expect((await desk.store.papers.get(id))?.drawn).toEqual(released.drawn);
  });
});
