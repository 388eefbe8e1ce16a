import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeReplies } from '../../src/media/replies.ts';
import { addDays } from '../../src/model/day.ts';
import type { ToldMessage } from '../../src/model/media.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';

const calendar = createWorkingDays([
  {
    year: 2018,
    source: '国办发明电〔2017〕12号',
    off: [{ name: '劳动节', days: ['2018-04-29', '2018-04-30', '2018-05-01'] }],
    work: ['2018-04-28'],
  },
] as never);
const FIVE = { workingDays: 5 };
const TODAY = '2018-06-29';

function message(of: Partial<ToldMessage>): ToldMessage {
  return {
    ...{ account: 'wx', subject: 'A1', receivedOn: '2018-06-04', answeredOn: null, until: '2018-06-20' },
    ...{ via: 'file', at: new Date('2018-06-20T02:00:00Z'), by: null, source: '留言.xlsx', ...of },
  };
}
const judged = (of: Partial<ToldMessage>, today = TODAY) => {
  const { unanswered, answeredLate } = judgeReplies([message(of)], FIVE, today, calendar);
  return unanswered.length > 0 ? 'unanswered' : answeredLate.length > 0 ? 'late' : 'nothing';
};

describe('messages to an account', () => {
  it('are late after so many working days, not days', () => {
    expect(judged({ answeredOn: '2018-06-11' })).toBe('nothing');
    expect(judged({ answeredOn: '2018-06-12' })).toBe('late');
    expect(judged({ until: '2018-06-11' })).toBe('nothing');
    expect(judged({ until: '2018-06-12' })).toBe('unanswered');
  });

  it('of which nobody told since are unknown, not late', () => {
    expect(judged({ until: '2018-06-08' })).toBe('nothing');
  });

  it('are judged as they were on the day judged', () => {
    expect(judged({ answeredOn: '2018-06-20' }, '2018-06-15')).toBe('unanswered');
    expect(judged({ answeredOn: '2018-06-20' }, '2018-06-11')).toBe('nothing');
    expect(judged({ receivedOn: '2018-07-02', until: '2018-07-31' })).toBe('nothing');
  });

  it('of more than a year ago, or whose last day unknown holidays may still move, are held against nobody', () => {
    expect(judged({ receivedOn: '2017-06-01', until: '2017-12-31' })).toBe('nothing');
    expect(judged({ receivedOn: '2019-03-04', until: '2019-06-20' }, '2019-06-29')).toBe('nothing');
  });

  it('answered within the limit are never late, whatever the days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 5 }), (start, later) => {
        const receivedOn = addDays('2018-01-15', start);
        const answeredOn = addDays(receivedOn, later);
        expect(judged({ receivedOn, answeredOn, until: answeredOn })).toBe('nothing');
      }),
    );
  });
});
