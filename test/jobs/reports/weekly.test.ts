import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWeeklyReport } from '../../../jobs/reports/weekly.ts';
import { doEveryMinute } from '../../../jobs/run/every-minute.ts';
import { startDueRun } from '../../../jobs/run/start.ts';
import { mailText } from '../../../src/alerts/render.ts';
import { makeAlert } from '../../alerts/make.ts';
import { entryOf, opening } from '../../store/alert-changes.ts';
import { openCountyAtWork } from '../county-at-work.ts';
import { dueNow, type Hands, overRun, shiftedTo } from '../hands.ts';

const ALERTS = `
schedule: { audit: null, report: { on: monday, at: '08:30' } }
alerts:
  channels:
    - { type: email, id: mail, host: 127.0.0.1, port: 9, security: none, from: gongkai@example.gov.cn }
  contacts:
    - { name: 督办科, role: supervisor, via: [{ channel: mail, to: desk@example.gov.cn }] }
    - { name: 分管领导, role: supervisor, via: [{ channel: mail, to: head@example.gov.cn }] }
    - { name: 办公室, role: contact, unit: office, via: [{ channel: mail, to: unit@example.gov.cn }] }
`;
const LONG_AGO = new Date('2018-01-01T00:00:00Z');

describe('the weekly report', () => {
  let hands: Hands;
  let close: () => Promise<void>;

  beforeAll(async () => {
    // Each column holds one item of 6 June; the third site's server is dead.
    const clock = shiftedTo('2018-06-10T23:00:00+08:00');
    ({ hands, close } = await openCountyAtWork(
      { sites: 3, columns: 2, rows: 6, manner: (site) => (site === 2 ? 'dead' : 'well'), more: ALERTS },
      { clock },
    ));
    hands.work();
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow(600_000, clock));
    await overRun(hands.store, run.id);
    const late = { id: 'late', key: 'late', state: 'sent', audience: 'unit', unit: 'office', message: '栏目“公示”已超期' } as const;
    const alert = makeAlert({ ...late, sentAt: new Date('2018-06-05T09:00:00+08:00'), dueOn: '2018-06-08' });
    const escalated = { ...alert, id: 'escalated', key: 'escalated', level: 1, dueOn: '2018-06-20' };
    const because = { reason: 'overdue-for-mending', dueOn: '2018-06-06', rung: 'head' } as const;
    await hands.store.alerts.apply([
      { alert, before: null, entries: [], notices: [] },
      { ...opening(escalated), entries: [entryOf(escalated, { event: 'escalated', because })] },
    ]);
  });
  afterAll(() => close());

  const monday = () => ({ ...hands.workshop, clock: shiftedTo('2018-06-11T08:31:00+08:00') });

  it('tells what was published, what is late and what could not be read, each with its list', async () => {
    const letter = await makeWeeklyReport(monday(), { from: '2018-06-04', to: '2018-06-10' });
    const text = mailText(letter, 'http://127.0.0.1:8460/');
    expect(letter.subject).toBe('某县政务公开工作周报（2018-06-04 至 2018-06-10）');
    expect(text).toContain('本周发布信息 4 条');
    expect(text).toContain('/items?from=2018-06-04&to=2018-06-10');
    expect(text).toContain('栏目共 6 个');
    expect(text).toContain('无法判定 2 个');
    // Whoever was given more time on the ladder had not mended in time either.
    expect(text).toContain('超过整改期限 2 件');
    expect(text).toContain('/alerts/late');
    expect(text).toContain('/alerts/escalated');
    expect(text).toContain('本周监测 1 次，完成 1 次');
    expect(text).toMatch(/网站2：连接不上，2 个栏目未作判断（不计入任何单位的问题）/);
  });

  it('goes to each address of the supervising office once, however often it is due', async () => {
    for (let minute = 0; minute < 3; minute++) await doEveryMinute(monday(), hands.queues, LONG_AGO);
    const sent = await hands.store.outbox.list();
    expect(sent.map(({ address, role }) => [address, role]).sort()).toEqual([
      ['desk@example.gov.cn', 'supervisor'],
      ['head@example.gov.cn', 'supervisor'],
    ]);
  });

  it('is not sent for a week that was over before the store was made', async () => {
    const later = { ...hands.workshop, clock: shiftedTo('2018-06-18T08:31:00+08:00') };
    await doEveryMinute(later, hands.queues, new Date('2018-06-18T08:30:30+08:00'));
    expect(await hands.store.outbox.list()).toHaveLength(2);
  });
});
