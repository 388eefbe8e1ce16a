import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../crawlers/documents/document.ts';
import { type CheckedReport, checkReports } from '../../../src/reports/annual-check/check-reports.ts';
import { check, kindsIn, reportOf } from './told.ts';

const LABELS = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '三、本年度办理结果（一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '（三）不予公开1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '（四）无法提供1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '（五）不予处理1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  '（六）其他处理1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
  '（七）总计',
  '四、结转下年度继续办理',
];
const OUTCOMES = [20, 5, 0, 1, 0, 2, 0, 1, 0, 1, 10, 2, 1, 3, 1, 0, 0, 0, 1, 0, 2];

type Cells = (number | string)[][];

/** Table three that holds: natural persons asked for most, firms for a little. */
function cells(): Cells {
  const handled = OUTCOMES.map((count) => row(count, 0));
  handled[0] = row(20, 2);
  return [row(52, 3), row(1, 0), ...handled, row(50, 2), row(3, 1)];
}

function row(persons: number, firms: number): (number | string)[] {
  return [persons, firms, 0, 0, 0, 0, persons + firms];
}

function table(numbers: Cells, labels = LABELS): string {
  const head = '项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计';
  return `三、收到和处理政府信息公开申请情况\n${[head, ...numbers.map((line, at) => [labels[at], ...line].join('|'))].join('\n')}`;
}

function changed(place: number, column: number, value: number | string): Cells {
  const numbers = cells();
  numbers[place]![column] = value;
  return numbers;
}

const TWO = (normative: string, heads = '本年制发件数|本年废止件数|现行有效件数') =>
  `二、主动公开政府信息情况\n信息内容|${heads}\n规章|0|0|0\n行政规范性文件|${normative}\n行政许可 本年处理决定数量|120\n行政处罚 本年处理决定数量|15\n行政事业性收费 本年收费金额（单位：万元）|3.25`;

describe('table three', () => {
  it('holds where it holds, and all of its 175 cells are claims', () => {
    const { claims, findings } = check(reportOf(table(cells())));
    expect(findings).toEqual([]);
    expect(claims.filter(({ unit, measure }) => unit === '件' && / /.test(measure))).toHaveLength(175);
  });

  it('a row, a column and the balance of a column are told, each once', () => {
    expect(kindsIn(reportOf(table(changed(2, 6, 23))))).toEqual(['sum-mismatch', 'sum-mismatch']);
    expect(check(reportOf(table(changed(4, 1, 1)))).findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('各类申请人之和 1，总计 0'),
      expect.stringContaining('“商业企业”列'),
    ]);
    const received = changed(0, 0, 60);
    received[0]![6] = 63;
    expect(check(reportOf(table(received))).findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('“自然人”列：本年新收 60 + 上年结转 1 = 61'),
      expect.stringContaining('“总计”列'),
    ]);
  });

  it('blank totals and missing rows are told once for the table', () => {
    const blank = cells();
    for (const place of [2, 3, 12]) blank[place]![6] = '';
    expect(kindsIn(reportOf(table(blank)))).toEqual(['table-cell-empty']);
    const short = [...cells().slice(0, 17), ...cells().slice(20)];
    expect(kindsIn(reportOf(table(short, [...LABELS.slice(0, 17), ...LABELS.slice(20)])))).toContain('table-shape');
  });

  it('the text is held against it', () => {
    const text = (sentence: string) => kindsIn(reportOf(`${sentence}\n${table(cells())}`));
    expect(text('2022年共收到政府信息公开申请55件，上年结转1件。')).toEqual([]);
    expect(text('2022年共收到政府信息公开申请58件。')).toEqual(['text-table-conflict']);
    expect(text('2022年，未收到政府信息公开申请。')).toEqual(['text-table-conflict']);
    expect(text('收到申请55件，予以公开22件，部分公开5件，不予公开5件，无法提供13件。')).toEqual([]);
    expect(text('收到申请55件，予以公开20件，部分公开5件。')).toEqual(['text-table-conflict']);
    expect(text('无下年度结转。')).toEqual(['text-table-conflict']);
  });

  it.each([
    '收到公民、法人和其他组织提出的政府信息公开申请58件，均按期答复。',
    '依申请公开方面，收到申请58件。',
    '依申请公开。收到政府信息公开申请五十八件。',
    '全年依法答复政府信息公开申请58件。',
    '2022年，县水利局办结政府信息公开申请58件。',
    '依申请公开情况。收到网络申请50件、信函申请8件，合计58件。',
  ])('%s is held against it in whatever words', (sentence) => {
    expect(kindsIn(reportOf(`${sentence}\n${table(cells())}`))).toEqual(['text-table-conflict']);
  });

  it.each([
    '2021年收到政府信息公开申请58件，2022年收到55件。',
    '五年来共收到政府信息公开申请245件。',
    '一季度收到政府信息公开申请14件。',
    '指导各乡镇办理政府信息公开申请58件。',
    '收到不动产登记申请58件，均已办结。',
    '收到重复申请3件，答复49件，其他处理3件。',
    '2022年1月1日至12月31日，收到政府信息公开申请55件，答复52件。',
    '新收55件，上年结转1件，办结52件，结转下年度4件。',
    '受理政府信息公开申请56件，按时办结50件。',
  ])('%s is no number of all of the year’s requests, or agrees', (sentence) => {
    expect(kindsIn(reportOf(`${sentence}\n${table(cells())}`))).toEqual([]);
  });

  it('what a year hands on is what the next begins with', () => {
    const next = cells();
    next[1] = row(3, 1);
    next[23] = row(52, 3);
    next[2] = row(22, 3);
    const last = reportOf(table(cells()), { year: 2021 });
    expect(kindsIn(last, reportOf(table(next)))).toEqual([]);
    expect(kindsIn(last, reportOf(table(cells())))).toEqual(['carry-over-mismatch']);
    expect(kindsIn(reportOf(table(cells()), { year: 2021, unit: '清河县林业局' }), reportOf(table(cells())))).toEqual([]);
  });
});

describe('table two', () => {
  it('holds, or lacks a cell, or has the heads of 2019', () => {
    expect(kindsIn(reportOf(TWO('4|1|12')))).toEqual([]);
    expect(kindsIn(reportOf(TWO('4|1|')))).toEqual(['table-cell-empty']);
    expect(kindsIn(reportOf(TWO('4|4|20', '本年新制作数量|本年新公开数量|对外公开总数量')))).toEqual(['form-outdated']);
    expect(kindsIn(reportOf(TWO('4|4|20', '本年新制作数量|本年新公开数量|对外公开总数量'), { year: 2019 }))).toEqual([]);
    expect(kindsIn(reportOf(TWO('9|1|5')))).toEqual(['sum-mismatch']);
  });

  it('a cell that is drawn over several columns is one number', async () => {
    const page = `<title>清河县水利局2022年政府信息公开工作年度报告</title><p>一、总体情况</p><table>
      <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
      <tr><td>行政规范性文件</td><td>5</td><td>5</td><td>5</td></tr>
      <tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
      <tr><td>行政许可</td><td colspan="3">37</td></tr></table>`;
    const [{ claims }] = checkReports([await readDocument(new TextEncoder().encode(page), 'http://report.example/')]) as [CheckedReport];
    expect(claims.map(({ value }) => value)).toEqual([5, 5, 5, 37]);
  });

  it('what was issued is the same in words, and what is in force goes on from year to year', () => {
    expect(kindsIn(reportOf(`全年制发规范性文件4件。\n${TWO('4|1|12')}`))).toEqual([]);
    expect(kindsIn(reportOf(`全年制发规范性文件5件。\n${TWO('4|1|12')}`))).toEqual(['text-table-conflict']);
    const last = reportOf(TWO('2|0|9'), { year: 2021 });
    expect(kindsIn(last, reportOf(TWO('4|1|12')))).toEqual([]);
    expect(kindsIn(last, reportOf(TWO('4|1|14')))).toEqual(['carry-over-mismatch']);
  });

  it('in the form of 2019 matters that were counted as decisions are told', () => {
    const form = (permits: string) => `信息内容|上一年项目数量|本年增/减|处理决定数量\n行政许可|${permits}\n其他对外管理服务事项|0|0|0`;
    const told = (permits: string) => kindsIn(reportOf(form(permits), { year: 2020 }));
    expect(told('8|+10|18')).toEqual(['column-confusion']);
    expect(told('8|0|8')).toEqual([]);
    expect(told('8|+1|356')).toEqual([]);
    expect(told('8|增1|356')).toEqual(['number-format']);
  });
});

it('table four adds up in each of its three blocks, and 均获维持 is held against it', () => {
  const four = (numbers: string) => `四、政府信息公开行政复议、行政诉讼情况\n${numbers}`;
  const line = '3|0|1|2|6|1|0|0|1|2|0|0|0|0|0';
  expect(kindsIn(reportOf(four(line)))).toEqual([]);
  expect(kindsIn(reportOf(four('3|0|1|2|7|1|0|0|1|2|0|0|0|0|0')))).toEqual(['sum-mismatch']);
  expect(kindsIn(reportOf(`行政复议6件，行政诉讼2件，均获维持。\n${four(line)}`))).toEqual(['text-table-conflict']);
});

it('before 2019 the text gives the year’s number and not what has come together since the beginning', () => {
  const annex = (sentence: string) =>
    `清河县林业局2017年政府信息公开年度报告\n${sentence}\n指标|累计数|17年发生数\n5.公开信息总数|130|6\n其中：⑴规范性文件类信息数|53|3\n⑵规划计划类信息数|28|0\n⑶其他类信息数|49|3`;
  expect(kindsIn(annex('主动公开政府信息共130条。'))).toEqual(['cumulative-as-annual']);
  expect(kindsIn(annex('主动公开政府信息共6条。'))).toEqual([]);
  expect(kindsIn(annex('历年累计主动公开政府信息130条。'))).toEqual([]);
});

it('what has come together since the beginning is more than the year brought', () => {
  const annex = (year: number, ...rows: readonly string[]) =>
    `清河县林业局${year}年政府信息公开年度报告\n主动公开政府信息6条。\n指标|累计数|${year - 2000}年发生数\n${rows.join('\n')}`;
  const labels = ['1.公开信息总数', '2.规范性文件类信息数', '3.收到申请数', '4.申请办结数'];
  const rows = (numbers: readonly string[]) => labels.map((label, place) => `${label}|${numbers[place]}`);
  const alike = annex(2017, ...rows(['6|6', '3|3', '2|2', '2|2']));
  expect(kindsIn(alike)).toEqual(['cumulative-equals-annual']);
  expect(check(annex(2016, ...rows(['9|9', '3|0', '0|0', '0|0'])), alike).findings[0]).toMatchObject({ certainty: 'certain' });
  expect(kindsIn(annex(2017, ...rows(['60|6', '3|3', '2|2', '2|2'])))).toEqual([]);
  expect(kindsIn(annex(2008, ...rows(['6|6', '3|3', '2|2', '2|2'])))).toEqual([]);
});

it('the national table before 2019 adds up where its form says so', () => {
  const annex = (answered: number) =>
    `清河县2016年政府信息公开工作年度报告\n统计指标|单位|统计数\n（一）收到申请数|件|12\n1.当面申请数|件|3\n2.传真申请数|件|0\n3.网络申请数|件|7\n4.信函申请数|件|2\n（二）申请办结数|件|12\n1.按时办结数|件|${answered}\n2.延期办结数|件|1`;
  expect(kindsIn(annex(11))).toEqual([]);
  expect(kindsIn(annex(10))).toEqual(['sum-mismatch']);
});

describe('the national table of 2014 and that of 2008', () => {
  const ROWS: readonly (readonly [string, number])[] = [
    ['（三）申请答复数', 12],
    ['1.属于已主动公开范围数', 2],
    ['2.同意公开答复数', 5],
    ['3.同意部分公开答复数', 1],
    ['4.不同意公开答复数', 2],
    ['其中：涉及国家秘密', 0],
    ['涉及商业秘密', 1],
    ['涉及个人隐私', 1],
    ['法律法规规定的其他情形', 0],
    ['5.不属于本行政机关公开数', 1],
    ['6.申请信息不存在数', 1],
    ['8.告知通过其他途径办理数', 0],
    ['四、行政复议数量', 3],
    ['（一）维持具体行政行为数', 1],
    ['（二）被依法纠错数', 0],
    ['（三）其他情形数', 1],
    ['（三）从事政府信息公开工作人员数', 5],
    ['1.专职人员数（不包括政府公报工作人员数）', 2],
    ['2.兼职人员数', 3],
    ['受理申请总数', 9],
    ['其中：1.当面申请数', 2],
    ['2.电子邮件申请数', 3],
    ['3.其他形式申请数', 4],
  ];
  const told = (changes: Readonly<Record<string, number>>) => {
    const rows = ROWS.map(([label, count]) => `${label}|件|${changes[label] ?? count}`);
    return check(`清河县2016年政府信息公开工作年度报告\n统计指标|单位|统计数\n${rows.join('\n')}`).findings;
  };

  it('adds up; what is pending in a review, and grounds that overlap, say nothing', () => {
    expect(told({})).toEqual([]);
    expect(told({ 涉及国家秘密: 1 })).toEqual([]);
  });

  it.each([
    ['（三）申请答复数', 19],
    ['四、行政复议数量', 1],
    ['（三）从事政府信息公开工作人员数', 6],
    ['受理申请总数', 8],
  ])('%s is held against its parts, whatever their numbers look like', (label, count) => {
    expect(told({ [label]: count }).map(({ kind, quotes }) => [kind, quotes[0]])).toEqual([
      ['sum-mismatch', expect.stringContaining(label)],
    ]);
  });
});
