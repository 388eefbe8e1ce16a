import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnAlert, Refused } from '../../../jobs/alerts/act.ts';
import { alertsAfterRun } from '../../../jobs/alerts/after-run.ts';
import { evidenceOf } from '../../../src/alerts/evidence.ts';
import type { AuditResult } from '../../../src/audit/audit-result.ts';
import type { Alert } from '../../../src/model/alerts.ts';
import type { RunRecord } from '../../../src/model/records.ts';
import { makeFinding, makeResult, makeRow } from '../../alerts/audits.ts';
import { makeColumn, makeItem, makeResult as makeReadingResult, makeRun } from '../../store/records.ts';
import { configWith, type Office, openOffice, TestClock } from './office.ts';

const page = { url: 'http://portal.example/tzgg/', bytes: new TextEncoder().encode('<ul><li>通知</ul>'), contentType: 'text/html' };
const hash = createHash('sha256').update(page.bytes).digest('hex');
const stale = { status: 'overdue', dueOn: '2024-02-19', overdueDays: 14, lastPublished: '2023-08-19', evidence: hash } as const;
const overdue = makeResult(
  [makeRow('portal', 'tzgg', stale)],
  [
    makeFinding({
      site: 'portal',
      column: 'tzgg',
      evidence: ['2023-08-19 旧通知'],
      basis: { rule: 'national-2019/notices', unverified: false },
    }),
  ],
);
const fresh = makeResult([makeRow('portal', 'tzgg')]);

describe('alerts after runs', () => {
  const clock = new TestClock('2024-03-04T02:00:00+08:00');
  let office: Office & { config: ReturnType<typeof configWith>; clock: TestClock };
  let night = 0;

  beforeAll(async () => {
    const config = configWith({
      channels: [{ type: 'webhook', id: 'hook', urlFrom: 'U', secretFrom: 'S' }],
      contacts: (['head', 'contact'] as const).map((role) => ({ name: '张三', role, unit: 'water', via: [{ channel: 'hook' }] })),
    });
    office = { ...(await openOffice()), config, clock };
    await office.store.columns.save('portal', [makeColumn('portal', 'tzgg', { unit: 'water' })]);
  });
  afterAll(() => office.close());

  /** A night's run that reads the column, with what was judged after it. */
  async function run(
    result: AuditResult,
    items = [makeItem('portal.example/old', { title: '旧通知', publishedOn: '2023-08-19' })],
  ): Promise<RunRecord> {
    night += 1;
    clock.minutesLater(24 * 60);
    const at = clock.now();
    const record = makeRun(`night${night}`, { asOf: at, startedAt: at, state: 'judging' });
    await office.store.runs.open(record);
    await office.store.runs.plan(record.id, [{ site: 'portal', column: 'tzgg' }]);
    await office.store.columns.record(
      makeReadingResult({ run: record.id, site: 'portal', column: 'tzgg', at, evidence: hash }, items, {
        pages: [{ ...page, fetchedAt: at }],
      }),
    );
    const site = {
      run: record.id,
      site: 'portal',
      at,
      status: 'ok',
      reason: null,
      tlsFallback: false,
      finalUrl: null,
      homeUpdatedOn: null,
      homeReadAt: null,
      elements: null,
    } as const;
    await office.store.runs.recordSite({ ...site, traffic: record.traffic });
    await alertsAfterRun(office, record, result);
    return record;
  }
  const only = async (): Promise<Alert> => (await office.store.alerts.list({ rules: ['column-overdue'] }))[0]!;

  it('lead an alert from its opening to its close, with every step in its history', async () => {
    const first = await run(overdue);
    await alertsAfterRun(office, first, overdue);
    expect(await only()).toMatchObject({ state: 'open', observations: 1 });
    const { id } = await only();
    await expect(actOnAlert(office, id, { kind: 'sent', why: '' }, '李四')).rejects.toThrow(Refused);
    await run(overdue);
    expect(await actOnAlert(office, id, { kind: 'sent', why: '请整改' }, '李四')).toMatchObject({
      told: 1,
      alert: { state: 'sent', reachedAt: null, dueOn: null },
    });
    await actOnAlert(office, id, { kind: 'acknowledged', what: '补发', until: '2024-03-12' }, '王五');
    expect(await only()).toMatchObject({ reachedAt: clock.now(), dueOn: '2024-03-13' });
    for (let nights = 0; nights < 8; nights++) await run(overdue);
    expect(await only()).toMatchObject({ state: 'acknowledged', level: 1, reachedAt: null, dueOn: null });

    const renewed = [
      makeItem('portal.example/new', { title: '新通知', publishedOn: '2024-03-14' }),
      makeItem('portal.example/old', { title: '旧通知', publishedOn: '2023-08-19' }),
    ];
    await run(fresh, renewed);
    expect(await only()).toMatchObject({ state: 'rectified' });
    await expect(actOnAlert(office, id, { kind: 'dismissed', reason: 'archived', why: 'x', until: '2030-01-01' }, '李四')).rejects.toThrow(
      /已整改/,
    );
    await actOnAlert(office, id, { kind: 'closed', why: '核对无误' }, '李四');

    const history = await office.store.alerts.history(id);
    expect(history.map(({ event, by }) => [event, by])).toEqual([
      ['opened', 'gongkai'],
      ['observed', 'gongkai'],
      ['sent', '李四'],
      ['acknowledged', '王五'],
      ['escalated', 'gongkai'],
      ['gone', 'gongkai'],
      ['closed', '李四'],
    ]);
    expect((await office.store.outbox.waiting(id)).map(({ topic }) => topic).sort()).toEqual(['escalated', 'rectified', 'sent']);
  });

  it('the evidence is what was seen then, and what has changed since', async () => {
    const packet = await evidenceOf(await only(), office);
    expect(packet).toMatchObject({
      unit: '市水利局',
      column: { name: '通知公告', path: ['政务公开', '通知公告'] },
      rule: { id: 'national-2019/notices', source: { document: expect.stringContaining('〔2019〕') } },
      measured: { dueOn: '2024-02-19', period: 'P6M', lastPublished: '2023-08-19' },
      lastItem: { title: '旧通知', day: '2023-08-19' },
      page: { hash, url: page.url, contentType: 'text/html', size: page.bytes.length },
      changes: { pageChanged: false },
      link: expect.stringMatching(/^\/alerts\//),
    });
    expect(packet.changes.items).toMatchObject([{ title: '新通知', day: '2024-03-14' }]);
    expect(packet.history).toHaveLength(7);
  });

  it('a person who acts while a run is judged loses nothing, and the run neither', async () => {
    await run(overdue);
    const { id } = await only();
    await Promise.all([actOnAlert(office, id, { kind: 'confirmed', why: '看过' }, '李四'), run(overdue)]);
    const { state, observations } = await only();
    expect([state, observations]).toEqual(['confirmed', 2]);
  });

  it('a run that failed is told to us, and is over with the next', async () => {
    await alertsAfterRun(office, makeRun('bad', { state: 'failed', error: { zh: '磁盘已满', en: 'the disk is full' } }), null);
    const failed = async () => (await office.store.alerts.list({ rules: ['run-failed'] }))[0];
    expect(await failed()).toMatchObject({
      audience: 'operators',
      unit: null,
      state: 'sent',
      message: { zh: expect.stringContaining('磁盘已满'), en: expect.stringContaining('the disk is full') },
    });
    await run(overdue);
    expect(await failed()).toMatchObject({ state: 'rectified' });
  });
});
