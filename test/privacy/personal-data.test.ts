import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import { hasLuhnDigit } from '../../src/privacy/bank-cards.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { findPersonalData, mask, maskLine, summarize } from '../../src/privacy/personal-data.ts';

/** Numbers are made here, with the check digit that belongs to them; none is anybody's. */
function idNumber(area: string, birth: string, order: string): string {
  return '0123456789X'
    .split('')
    .map((digit) => `${area}${birth}${order}${digit}`)
    .find(isIdNumber)!;
}
function card(digits: string): string {
  return '0123456789'
    .split('')
    .map((digit) => `${digits}${digit}`)
    .find(hasLuhnDigit)!;
}

const ID = idNumber('420111', '19870312', '447');
const OTHER_ID = idNumber('421381', '19530701', '062');
const PUPIL_ID = idNumber('421381', '20140903', '062');
const X_ID = Array.from({ length: 99 }, (_, order) => idNumber('420111', '19870312', String(100 + order))).find((number) =>
  number.endsWith('X'),
)!;
const CARD = card('621799123456789012');

const line = (text: string): Block => ({ kind: 'line', text });
const table = (...rows: string[][]): Block[] => rows.map((cells) => ({ kind: 'row', table: 1, cells }));
const found = (blocks: readonly Block[]) =>
  summarize(findPersonalData(blocks)).map(({ kind, certainty, count }) => [kind, certainty, count]);

describe('personal data in lines', () => {
  test.each<readonly [text: string, kind: string, certainty: string]>([
    [`王某某，身份证号码：${ID}，已领取补助。`, 'id-number', 'sure'],
    [`公民身份号码 ${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`, 'id-number', 'sure'],
    [`被处罚人：李某，男，${ID}`, 'id-number', 'sure'],
    [`身份证号：${ID.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}`, 'id-number', 'sure'],
    [`附：${ID}`, 'id-number', 'unsure'],
    [`打卡发放到银行卡 ${CARD}`, 'bank-card', 'sure'],
    [`一卡通账号：${CARD.replace(/(\d{4})(?=\d)/g, '$1 ')}`, 'bank-card', 'sure'],
    ['村民姓名：赵大海，手机13812345678', 'mobile', 'unsure'],
    [`公民身份号码${ID.slice(0, 6)}\u00a0${ID.slice(6, 14)}\u3000${ID.slice(14)}`, 'id-number', 'sure'],
    [`身份证号：${[...ID].join('\u200b')}`, 'id-number', 'sure'],
    ['身份证号：420111870312447', 'id-number', 'sure'],
    [`${ID}_王某某`, 'id-number', 'unsure'],
    [`农户张某 一卡通 ${CARD.slice(0, 6)} ${CARD.slice(6)}`, 'bank-card', 'sure'],
    ['低保户李某，联系电话：13812345678', 'mobile', 'unsure'],
    ['残疾人 刘某 联系方式：1381234 5678', 'mobile', 'unsure'],
    ['申请人：陈某；手机号码：+86 138 1234 5678', 'mobile', 'unsure'],
    ['学生家长手机：138 123 45678', 'mobile', 'unsure'],
    [`身份证号No.${ID}`, 'id-number', 'sure'],
    [`身份证ID${ID}`, 'id-number', 'sure'],
    [`王小明/${ID}`, 'id-number', 'unsure'],
    [`公示：${PUPIL_ID}`, 'id-number', 'unsure'],
    [`学生 ${PUPIL_ID}，女，六年级`, 'id-number', 'unsure'],
    ...['.', '/', '_', '·', ',', '\t', '   ', '\u00ad', '\u2060'].map(
      (between) => [`身份证号：${ID.slice(0, 6)}${between}${ID.slice(6, 14)}${between}${ID.slice(14)}`, 'id-number', 'sure'] as const,
    ),
    ...['×', 'Х', 'х', 'Ｘ', 'ｘ'].map((sign) => [`身份证号：${X_ID.slice(0, 17)}${sign}`, 'id-number', 'sure'] as const),
    ['户主：王小明，电话：139.1234.5678', 'mobile', 'unsure'],
    [`户主：王小明，电话：${[...'13912345678'].join(' ')}`, 'mobile', 'unsure'],
    [`村民委员会账号：${CARD}`, 'bank-card', 'unsure'],
    [`爱心村民可转入银行卡号${CARD}，户名：某某慈善总会`, 'bank-card', 'unsure'],
    [`一卡通 ${CARD}（户名：某某学校）`, 'bank-card', 'unsure'],
    [`王小明，男，不动产权证号：${ID}`, 'id-number', 'unsure'],
  ])('%s is found', (text, kind, certainty) => {
    expect(found([line(text)])).toEqual([[kind, certainty, 1]]);
    expect(maskLine(text)).not.toBe(text);
  });

  test.each([
    ['已经遮挡', `身份证号：${ID.slice(0, 6)}********${ID.slice(14)}`],
    ['校验位不对', `身份证号：${ID.slice(0, 17)}${ID.endsWith('1') ? '2' : '1'}`],
    ['没有这样的日子', '身份证号：420111198702304476'],
    ['项目代码', `项目代码：${ID}`],
    ['合同编号', `采购合同编号${ID}`],
    ['信用代码', `统一社会信用代码：${ID}`],
    ['近年日期的流水号', `公示 ${idNumber('420000', '20181231', '001')}`],
    ['标准里的例子', '身份证号（示例）：11010519491231002X'],
    ['更长的数字', `http://www.x.test/content/${ID}.html 与 9${ID}`],
    ['单位账户', `收款单位：某某财政局，账号：${CARD}`],
    ['没有说明的长数字', `设备 ${CARD}`],
    ['校验不对的卡号', `银行卡号：${CARD.slice(0, -1)}${(Number(CARD.at(-1)) + 1) % 10}`],
    ['联系人', '联系人：张科长，联系电话：13812345678'],
    ['监督电话', '村民如有异议，请拨打监督举报电话13812345678'],
    ['公司', '姓名：某某建筑有限公司 13812345678'],
    ['座机', '村民服务电话 0722-6231234'],
    ['办低保的电话', '低保户认定办理，联系电话：13812345678'],
    ['办事电话', '残疾人补贴申请，联系电话：13812345678'],
    ['没有说明的十五位数', '流水 420111870312447'],
    ['没有说明而分开的数字', `数量 ${ID.slice(0, 3)} ${ID.slice(3, 9)} ${ID.slice(9)}`],
    ['并列的几个数', '村民 138 12345 67890 1380 0000'],
  ])('%s is no personal data', (_why, text) => {
    expect(found([line(text)])).toEqual([]);
    expect(maskLine(text)).toBe(text);
  });
});

describe('personal data in tables', () => {
  test('the column says what it is', () => {
    const rows = table(
      [
        '2018年城乡低保对象花名册',
        '2018年城乡低保对象花名册',
        '2018年城乡低保对象花名册',
        '2018年城乡低保对象花名册',
        '2018年城乡低保对象花名册',
      ],
      ['户主姓名', '身份证号', '联系电话', '家庭住址', '开户账号'],
      ['王小明', ID, '13812345678', '城关镇解放路15号3栋201室', CARD],
      ['李某某', OTHER_ID, '15912345678', '马坪镇棚兴村2组14号', '6228'],
    );
    expect(found(rows)).toEqual([
      ['id-number', 'sure', 2],
      ['bank-card', 'sure', 1],
      ['mobile', 'sure', 2],
      ['home-address', 'sure', 2],
    ]);
  });

  test('a form of two columns names each value to its left', () => {
    expect(found(table(['姓名', '王小明'], ['身份证号码', ID]))).toEqual([['id-number', 'sure', 1]]);
  });

  test('a number beside a bare name may be that of a member of staff', () => {
    expect(found(table(['姓名', '电话'], ['王小明', '13812345678']))).toEqual([['mobile', 'unsure', 1]]);
    expect(found(table(['姓名', '补贴金额', '电话'], ['王小明', '500', '13812345678']))).toEqual([['mobile', 'sure', 1]]);
  });

  test.each(['不动产权证号', '执法证号', '资格证号', '索引号', '受理号', '档号', '发票号码', '会员号'])(
    'a number under %s is that of a paper, whoever is named beside it',
    (heading) => {
      expect(found(table(['姓名', heading], ['王小明', ID], ['李小红', OTHER_ID])).filter(([, certainty]) => certainty === 'sure')).toEqual(
        [],
      );
    },
  );

  test.each(['身份证号', '证件号码', '公民身份号码'])('a number under %s is that of the person beside it', (heading) => {
    expect(found(table(['姓名', heading], ['王小明', ID]))).toEqual([['id-number', 'sure', 1]]);
  });

  test.each([
    [['姓名', '执业机构', '地址'], '某某律师事务所'],
    [['姓名', '调解委员会', '地址'], '城关镇人民调解委员会'],
    [['姓名', '公证处', '地址'], '小市公证处'],
    [['姓名', '所在', '详细地址'], '某某有限公司'],
  ])('the address beside a body is the body’s: %s', (head, body) => {
    expect(found(table(head, ['王小明', body, '解放路15号3栋201室']))).toEqual([]);
  });

  test('a home address is one beside an employer too', () => {
    expect(found(table(['姓名', '就业去向', '家庭住址'], ['王小明', '某某公司', '解放路15号3栋201室']))).toEqual([
      ['home-address', 'sure', 1],
    ]);
  });

  test('the card of a body is nobody’s for sure', () => {
    expect(found(table(['村民姓名', '户名', '银行卡号'], ['', '某某村民委员会', CARD]))).toEqual([['bank-card', 'unsure', 1]]);
  });

  test.each([
    ['河长公示', table(['姓名', '职务', '联系电话'], ['王小明', '镇级河长', '13812345678'])],
    ['驻村干部', table(['驻村干部姓名', '姓名', '手机'], ['镇政府', '王小明', '13812345678'])],
    ['企业名录', table(['企业名称', '地址', '联系电话'], ['某某商贸有限公司', '解放路15号', '13812345678'])],
    ['只到村', table(['姓名', '家庭住址', '金额'], ['王小明', '马坪镇棚兴村', '1200'])],
    ['信用代码', table(['企业名称', '统一社会信用代码'], ['某某公司', ID])],
    ['已遮挡', table(['姓名', '身份证号', '手机'], ['王小明', '420111********4476', '138****5678'])],
    ['项目', table(['姓名', '项目编号'], ['王小明', ID])],
  ])('%s holds none', (_what, rows) => {
    expect(found(rows)).toEqual([]);
  });

  test('what a column says goes before what the same cell looks like as a line', () => {
    const rows = table(['企业名称', '统一社会信用代码'], ['某某公司', ID]);
    expect(found([line('企业名称'), line('统一社会信用代码'), line('某某公司'), line(ID), ...rows])).toEqual([]);
  });
});

describe('masking', () => {
  const birth = fc.date({ min: new Date('1930-01-01'), max: new Date('2005-12-31'), noInvalidDate: true });
  const made = fc
    .tuple(fc.constantFrom('110101', '420111', '421381', '650102'), birth, fc.integer({ min: 0, max: 999 }))
    .map(([area, day, order]) => idNumber(area, day.toISOString().slice(0, 10).replaceAll('-', ''), String(order).padStart(3, '0')));

  test('leaves no number that was found, wherever the text repeats it', () => {
    fc.assert(
      fc.property(made, fc.stringMatching(/^[\u4e00-\u9fa5，。 ]{0,20}$/), (number, words) => {
        const text = `${words}身份证号：${number}\n${words}\n${number}，${words}`;
        const masked = mask(text, findPersonalData(text.split('\n').map(line)));
        expect(masked).not.toContain(number);
        expect(masked).toContain(words);
        expect(masked.length).toBe(text.length);
      }),
    );
  });

  test('finds a number however it is parted, where a word says what it is', () => {
    const parting = fc.array(fc.constantFrom('', '', '', ' ', '-', '\u00a0', '\u200b', '\u3000', '－'), { minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(made, parting, (number, between) => {
        const written = [...number].map((digit, at) => `${digit}${between[at] ?? ''}`).join('');
        const text = `身份证号：${written}，王某某`;
        expect(findPersonalData([line(text)]).map((hit) => [hit.kind, hit.written])).toEqual([['id-number', written]]);
        expect(maskLine(text)).not.toContain(written.slice(-4));
      }),
    );
  });

  test('finds no number in digits without the right check digit', () => {
    fc.assert(
      fc.property(made, (number) => {
        const wrong = `${number.slice(0, 16)}${(Number(number[16]) + 1) % 10}${number[17]}`;
        expect(findPersonalData([line(`身份证号：${wrong}`)])).toEqual([]);
      }),
    );
  });

  test('tells what was found in masked forms only', () => {
    const told = JSON.stringify(summarize(findPersonalData([line(`身份证号：${ID}，银行卡号：${CARD}`)])));
    expect(told).not.toContain(ID.slice(6));
    expect(told).not.toContain(CARD.slice(4));
  });
});
