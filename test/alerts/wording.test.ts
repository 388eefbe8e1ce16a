import { describe, expect, it } from 'vitest';
import { deliveriesOf } from '../../src/alerts/letter.ts';
import { reconcile } from '../../src/alerts/open-alerts.ts';
import { mailText } from '../../src/alerts/render.ts';
import { whyIn } from '../../src/alerts/wording/why.ts';
import { wordings } from '../../src/alerts/wording/wording.ts';
import { alertsSchema } from '../../src/config/alerts-file.ts';
import { columnKey } from '../../src/counting/count.ts';
import type { Because, Notice } from '../../src/model/alerts.ts';
import type { Estate } from '../../src/model/estate.ts';
import { quoted } from '../../src/model/sentence.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import { pack, rule } from '../timeliness/estate.ts';
import { makeFacts, makeResult, makeRow, onDay } from './audits.ts';
import { makeAlert, noon } from './make.ts';

const HAN = /\p{Script=Han}/u;

describe('the history of an alert', () => {
  const reasons: Because[] = [
    ...(Object.keys(wordings.zh.reasons) as (keyof typeof wordings.zh.reasons)[]).map((reason) => ({ reason })),
    { reason: 'overdue-for-mending', dueOn: '2024-03-07', rung: 'head' },
    { reason: 'reached', rung: 'head', dueOn: '2024-03-07' },
    { reason: 'reached', rung: 'head', dueOn: '2027-01-04', mayMove: true },
    { reason: 'told', whom: 'Wang', how: 'phone', on: '2024-03-07' },
    { reason: 'promised', until: '2024-03-09' },
    { reason: 'dismissed', as: 'archived', until: '2024-12-31' },
  ];

  it.each(reasons)('says $reason in the language of whoever reads it', (because) => {
    expect(whyIn('zh', { why: quoted('moved'), because })).toMatch(HAN);
    const english = whyIn('en', { why: quoted('moved'), because });
    expect(english).not.toMatch(HAN);
    expect(english).toMatch(/\w{3,}/);
  });

  it('keeps what a person said as it was said, in either language', () => {
    const promised = { why: quoted('本周内补发'), because: { reason: 'promised', until: '2024-03-09' } } as const;
    expect(whyIn('en', promised)).toBe('本周内补发 (promised by 2024-03-09)');
    expect(whyIn('en', { why: quoted('旧记录'), because: null })).toBe('旧记录');
  });
});

describe('an estate that speaks English', () => {
  const estate = { name: 'Testville', units: [{ id: 'water', name: 'Water Bureau', kind: 'department' }], sites: [] } as unknown as Estate;
  const settings = alertsSchema.parse({ language: 'en', consoleUrl: 'https://desk.example.gov.cn/' });

  it('announces what falls due in English', () => {
    const forecast = [
      {
        unit: 'water',
        name: 'Water',
        within: { 3: 1, 7: 1, 14: 1, 30: 1 },
        duties: [],
        columns: [{ site: 's1', id: 'c1', name: 'News', dueOn: '2024-03-06', inDays: 2 }],
      },
    ];
    const row = makeRow('s1', 'c1', { status: 'due', dueOn: '2024-03-06', path: ['News'] });
    const result = makeResult([row], [], { forecast });
    const [opened] = reconcile(result, [], makeFacts('r', result), onDay(4));
    expect(opened?.alert.message.en).toBe('Column "News", last updated on 2024-02-01, must be updated by 2024-03-06: 2 days left.');
  });

  it('sends letters without a Chinese word but names', () => {
    const alertNow = makeAlert({ state: 'sent', level: 1, dueOn: '2024-03-09', message: 'Column "News" is overdue.' });
    const topics = ['escalated', 'sent', 'announced', 'rectified', 'ours'] as const;
    const notices = topics.map((topic) => {
      const notice: Notice = {
        id: topic,
        alert: alertNow.id,
        topic,
        role: 'contact',
        unit: 'water',
        channel: 'mail',
        address: 'a@example.gov.cn',
        urgent: false,
        createdAt: noon(1),
        notBefore: noon(1),
      };
      return { ...notice, alertNow };
    });
    const [made] = deliveriesOf(notices, {
      estate,
      settings,
      calendar: createWorkingDays([]),
      today: '2024-03-02',
      packs: [],
      paths: new Map([[columnKey('portal', 'tzgg'), 'Open › News']]),
      now: noon(2),
      mint: () => 'd',
    });
    const { letter } = made!.delivery;
    const text = `${letter.subject}\n${mailText(letter, settings.consoleUrl ?? null)}`;
    expect(text).not.toMatch(HAN);
    expect(text).not.toMatch(/[（）；：【】]/);
    expect(text).toContain('Where: home page › Open › News');
    expect(text).toContain(
      'Column "News" is overdue. (major; to be mended by 2024-03-09 (the holidays of 2024 are not known yet; it may move);',
    );
  });
});

describe('the grounds that a letter tells', () => {
  const own = pack([{ ...rule, kind: 'check', check: 'column-overdue', id: 'column-overdue', name: '' }]);
  const settings = alertsSchema.parse({});
  const estate = { name: '试验市', units: [], sites: [] } as unknown as Estate;
  const said = (named: string, period: string) => {
    const measured = {
      rule: named,
      period,
      workingDays: null,
      dueOn: '2024-02-01',
      overdueDays: 1,
      lastPublished: null,
      readAt: null,
      page: null,
    };
    // Where no rule of the pack set the limit, the finding itself stands on the check's own rule.
    const basis = { rule: named.startsWith('national-2019/') ? named : 'national-2019/column-overdue', unverified: false };
    const alertNow = makeAlert({ state: 'sent', measured, basis });
    const to = { role: 'contact', unit: 'water', channel: 'mail', address: 'a@example.gov.cn', urgent: false } as const;
    const notice = { ...to, id: 'n', alert: alertNow.id, topic: 'sent', createdAt: noon(1), notBefore: noon(1), alertNow } as const;
    const writing = { estate, settings, calendar: createWorkingDays([]), today: '2024-03-02', packs: [own], paths: new Map() };
    const [made] = deliveriesOf([notice], { ...writing, now: noon(2), mint: () => 'd' });
    return made!.delivery.letter.sections[0]!.lines[0]!.details!.filter((line) => line.startsWith('依据'));
  };

  it('are the rule by which the column was judged', () => {
    expect(said('national-2019/notices', 'P6M')).toEqual(['依据：某办公厅某函〔2019〕19号，第一条']);
  });

  it('are never a document where the period was set for the column, or is only the program’s', () => {
    expect(said('estate/period', 'P14D')).toEqual(['依据：本栏目约定的更新周期']);
    expect(said('taxonomy/prices', 'P31D')).toEqual(['依据：文件没有规定更新周期，按监测系统的一般要求，供参考']);
  });
});

describe('a line of a letter', () => {
  const line = { message: '逾期公开。', severity: 'minor', dueOn: '2027-01-04', rung: null } as const;

  it('says of a last day in a year without a notice that it may move, and of no other', () => {
    for (const words of [wordings.zh, wordings.en]) {
      expect(words.letterLine({ ...line, mayMove: true, mendable: true })).toMatch(
        /2027 年放假安排尚未公布|holidays of 2027 are not known yet/,
      );
      expect(words.letterLine({ ...line, mayMove: false, mendable: true })).not.toMatch(/尚未公布|not known/);
    }
  });

  it('asks nobody to mend what nothing can mend, and says by when to object', () => {
    expect(wordings.zh.letterLine({ ...line, mayMove: false, mendable: false })).toBe(
      '逾期公开。（一般；无法补正，只作告知，如有异议请于 2027-01-04 前提出）',
    );
  });
});
