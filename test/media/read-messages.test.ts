import { describe, expect, it } from 'vitest';
import { readMessagesFile } from '../../crawlers/media/read-messages-file.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { buildSheet } from '../../src/reports/sheet.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('messages that an office hands in', () => {
  it('are read from CSV, XLSX and JSON alike, by the names that back ends use', async () => {
    const told = [
      { subject: 'A001', receivedOn: '2018-06-04', answeredOn: '2018-06-06' },
      { subject: 'A002', receivedOn: '2018-06-05', answeredOn: null },
    ];
    const csv =
      '清源发布 2018年6月留言\n编号,留言标题,留言时间,状态,答复时间\nA001,水费,2018-06-04 09:00,已答复,2018-06-06\nA002,路灯,2018/6/5,待答复,-\n';
    expect((await readMessagesFile(bytes(csv))).messages).toEqual(told);
    const sheet = await buildSheet(
      '留言',
      ['信件编号', '来信日期', '回复日期'],
      [
        ['A001', '2018年6月4日', '2018年6月6日'],
        ['A002', '2018年6月5日', null],
      ],
    );
    expect((await readMessagesFile(sheet)).messages).toEqual(told);
    const json = JSON.stringify({
      code: 0,
      data: {
        list: [
          { id: 'A001', createTime: 1528074000, replyTime: 1528254000 },
          { id: 'A002', createTime: '2018-06-05', replyTime: null },
        ],
      },
    });
    expect((await readMessagesFile(bytes(json))).messages).toEqual(told);
  });

  it('whose days nobody can read are left out, never taken for unanswered', async () => {
    const { messages, skipped } = await readMessagesFile(
      bytes('标题,留言时间,答复时间\n甲,2018-06-04,上周五\n乙,某日,\n丙,2018-06-04,2018-06-01\n,2018-06-04,\n丁,2018-06-04,办理中\n'),
    );
    expect(messages).toEqual([{ subject: '丁', receivedOn: '2018-06-04', answeredOn: null }]);
    expect(skipped.map(({ line, why }) => [line, why.zh])).toEqual([
      [2, '答复时间看不懂'],
      [3, '收到时间看不懂'],
      [4, '答复早于收到'],
      [5, '没有编号或标题'],
    ]);
  });

  it('need the three columns, since without one for answers every message would look unanswered', async () => {
    await expect(readMessagesFile(bytes('标题,留言时间\n甲,2018-06-04\n'))).rejects.toThrow(/答复时间/);
    await expect(readMessagesFile(bytes('{"list": []}'))).rejects.toThrow(/答复时间/);
    await expect(readMessagesFile(bytes('{"list": [}'))).rejects.toThrow(/JSON/);
  });

  it('say nothing of who wrote them', async () => {
    const id = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
    const { messages } = await readMessagesFile(bytes(`留言内容,留言时间,答复时间\n我身份证号${id}的低保,2018-06-04,\n`));
    expect(messages[0]!.subject).not.toContain(id);
  });
});
