import { expect, it } from 'vitest';
import { check, kindsIn, reportOf } from './told.ts';

const head = (title: string, published: string) => `${title}\n发布日期：${published}  来源：本站\n`;

it('the unit, its kind, the year and the form are told from the title', () => {
  expect(check(reportOf(''))).toMatchObject({ unit: '清河县水利局', year: 2022, form: 'tables-2021' });
  expect(check('关于2015年度政府信息公开工作的报告\n东湖区司法局\n2016年3月1日')).toMatchObject({ year: 2015, form: 'narrative-2008' });
  expect(check('柳林镇人民政府二〇一六年政府信息公开工作年度报告')).toMatchObject({ unit: '柳林镇人民政府', year: 2016 });
});

it('a report that is signed before its period is over is asked about, one signed on the last day is not', () => {
  const body = reportOf('公开信息3条。');
  expect(kindsIn(`${body}\n清河县水利局\n2022年12月20日`)).toEqual(['period-not-over']);
  expect(kindsIn(`${body}\n二〇二二年十二月十二日`)).toEqual(['period-not-over']);
  expect(kindsIn(`${body}\n2022年12月31日`)).toEqual([]);
  expect(kindsIn(`${body}\n清河县水利局\n2023年1月12日`)).toEqual([]);
});

it('a period that is not the year, or another year, is told', () => {
  const title = '清河县水利局2022年政府信息公开工作年度报告\n';
  expect(kindsIn(`${title}本报告数据统计期限为2022年1月1日至2022年11月30日。`)).toEqual(['period-incomplete']);
  expect(kindsIn(`${title}本报告数据统计期限为2021年1月1日至2021年12月31日。`)).toEqual(['date-conflict']);
  expect(kindsIn(`${title}统计时限：2022年1月1日—12月31日。`)).toEqual([]);
});

it('the last day for publishing depends on the year and on who reports', () => {
  const late = (title: string, published: string) => kindsIn(head(title, published));
  expect(late('清河县水利局2022年政府信息公开工作年度报告', '2023-02-03')).toEqual(['published-late']);
  expect(late('清河县人民政府2022年政府信息公开工作年度报告', '2023-02-03')).toEqual([]);
  expect(late('清河县人民政府2022年政府信息公开工作年度报告', '2023-04-03')).toEqual(['published-late']);
  expect(late('清河县水利局2017年政府信息公开工作年度报告', '2018-03-20')).toEqual([]);
  expect(late('清河县水利局2017年政府信息公开工作年度报告', '2018年4月2日')).toEqual(['published-late']);
  expect(late('柳林镇2022年政府信息公开工作年度报告', '2023-02-15')).toEqual([]);
});

it('days that are none are told', () => {
  expect(kindsIn(reportOf('截止20221231日，公开信息3条。'))).toEqual(['garbled-date']);
  expect(kindsIn(reportOf('2022年2月30日召开会议。'))).toEqual(['garbled-date']);
  expect(kindsIn(reportOf('2022年2月28日召开会议。'))).toEqual([]);
});

it('another kind of unit in the first person is told; a higher level may be meant', () => {
  const township = { unit: '柳林镇人民政府' };
  expect(kindsIn(reportOf('我街道高度重视信息公开。', township))).toEqual(['wrong-unit-name']);
  expect(kindsIn(reportOf('我乡高度重视信息公开。', township))).toEqual(['wrong-unit-name']);
  expect(kindsIn(reportOf('我镇高度重视，按照我县部署推进。', township))).toEqual([]);
  expect(kindsIn(reportOf('我委高度重视。'))).toEqual(['wrong-unit-name']);
  expect(kindsIn(reportOf('我局高度重视，我委员会同志参加。'))).toEqual([]);
});

it('another unit’s name in what a report says of itself is told, a neighbour that is merely named is not', () => {
  const township = { unit: '柳林镇人民政府' };
  expect(kindsIn(reportOf('及时更新杨寨镇信息公开目录和指南。', township))).toEqual(['wrong-unit-name']);
  expect(kindsIn(reportOf('及时更新柳林镇信息公开目录和指南。', township))).toEqual([]);
  expect(kindsIn(reportOf('赴杨寨镇学习交流。', township))).toEqual([]);
});

it('the mayor’s mailbox does not belong into a county', () => {
  expect(kindsIn(reportOf('受理市长信箱来信7件，全部答复。', { unit: '清河县人民政府' }))).toEqual(['wrong-unit-name']);
  expect(kindsIn(reportOf('受理县长信箱来信7件，全部答复。', { unit: '清河县人民政府' }))).toEqual([]);
  expect(kindsIn(reportOf('受理市长信箱来信7件，全部答复。', { unit: '清河市人民政府' }))).toEqual([]);
});

it('a reviewer that is an account and no person is told', () => {
  const title = '清河县水利局2018年政府信息公开工作年度报告\n';
  expect(kindsIn(`${title}编辑：王某 审核：admin`)).toEqual(['placeholder-reviewer']);
  expect(kindsIn(`${title}编辑：王某 审核：李某`)).toEqual([]);
});

it('an annex that is named must be there', () => {
  expect(kindsIn(reportOf('具体数据详见附表。'))).toEqual(['annex-missing']);
  expect(kindsIn(`${reportOf('具体数据详见附表。')}\n指标|数量\n公开信息|3`)).toEqual([]);
});

it('problems in the very words of the year before are asked about, one sentence alike or new words are not', () => {
  const problems =
    '一是部分单位主动公开信息的更新还不及时，工作人员业务能力有待提高。二是政策解读的形式较为单一，图解和视频解读的数量不足。';
  const before = reportOf(problems, { year: 2021 });
  expect(kindsIn(before, reportOf(problems))).toEqual(['template-carried-over']);
  expect(kindsIn(before, reportOf(problems.replace('较为单一', '仍较单一')))).toEqual([]);
  expect(kindsIn(reportOf(problems))).toEqual([]);
  expect(kindsIn(reportOf(problems, { unit: '清河县民政局', year: 2021 }), reportOf(problems))).toEqual([]);
});

it('a document number with its year in 【】 is asked about, one in 〔〕 is not', () => {
  expect(kindsIn(reportOf('印发《公开要点》（清政办发【2022】12号）。'))).toEqual(['document-number-format']);
  expect(kindsIn(reportOf('印发《公开要点》（清政办发〔2022〕12号）。'))).toEqual([]);
});
