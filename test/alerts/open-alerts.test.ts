import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observeOwnFault, reconcile } from '../../src/alerts/open-alerts.ts';
import type { RunFacts } from '../../src/alerts/run-facts.ts';
import type { AuditResult } from '../../src/audit/audit-result.ts';
import { raised } from '../../src/checks/finding.ts';
import { runFailed } from '../../src/checks/run-failed.ts';
import type { Alert } from '../../src/model/alerts.ts';
import type { AlertChange } from '../../src/store/store.ts';
import { makeFacts, makeFinding, makeResult, makeRow, onDay } from './audits.ts';
import { makeAlert, noon } from './make.ts';

/** Alerts over runs, as a store would keep them. */
class AlertBook {
  alerts: Alert[] = [];
  day = 1;

  run(result: AuditResult, facts: Partial<RunFacts> = {}, given = {}): AlertChange[] {
    const day = ++this.day;
    const changes = reconcile(result, this.alerts, makeFacts(`r${day}`, result, facts), onDay(day, given));
    this.keep(changes);
    return changes;
  }

  keep(changes: readonly AlertChange[]): void {
    const changed = new Map(changes.map(({ alert }) => [alert.id, alert]));
    this.alerts = [...this.alerts.filter(({ id }) => !changed.has(id)), ...changed.values()];
  }

  state(rule: string, column: string | null = null): string | undefined {
    return this.alerts.find((alert) => alert.rule === rule && alert.column === column)?.state;
  }
}

const overdue = makeRow('s1', 'c1', { status: 'overdue', dueOn: '2024-02-19', overdueDays: 12, since: '2024-02-20' });
const fine = makeRow('s1', 'c1');
const unread = makeRow('s1', 'c1', { status: 'unknown', reason: 'unreadable' });
const stale = makeResult([overdue, makeRow('s1', 'c2')], [makeFinding()]);
const mended = makeResult([fine, makeRow('s1', 'c2')]);

describe('findings become alerts', () => {
  it('opened by one run, confirmed by the next, rectified when it is gone, closed when it stays gone', () => {
    const book = new AlertBook();
    const [opened] = book.run(stale);
    expect(opened).toMatchObject({
      before: null,
      alert: { kind: 'column', audience: 'unit', unit: 'water', site: 's1', column: 'c1', measured: { dueOn: '2024-02-19', page: 'f00d' } },
      entries: [{ event: 'opened', from: null, to: 'open', run: 'r2' }],
    });
    expect(book.run(stale)[0]).toMatchObject({ entries: [{ event: 'observed', from: 'open', to: 'confirmed' }] });
    expect(book.run(stale)[0]).toMatchObject({ entries: [], alert: { observations: 3, lastRun: 'r4' } });
    expect(book.run(mended)[0]).toMatchObject({ entries: [{ event: 'gone', to: 'rectified' }] });
    expect(book.run(mended)[0]).toMatchObject({ entries: [{ event: 'gone', to: 'closed' }] });
    expect(book.run(mended)).toEqual([]);
    expect(book.run(stale)[0]).toMatchObject({ entries: [{ event: 'reopened', from: 'closed', to: 'open' }], alert: { reopened: 1 } });
  });

  it('several findings of a rule in a column are one alert with the evidence of all', () => {
    const book = new AlertBook();
    const dated = (day: string) => makeFinding({ rule: 'back-dated', since: day, message: `倒填${day}`, evidence: [day] });
    const changes = book.run(makeResult([fine], [dated('2024-02-03'), dated('2024-02-02')]));
    expect(changes).toHaveLength(1);
    expect(changes[0]!.alert).toMatchObject({
      since: '2024-02-02',
      evidence: ['2024-02-03', '2024-02-02'],
      message: { zh: '倒填2024-02-03\n倒填2024-02-02' },
    });
  });

  it('of a place that another unit takes over the alert of the one before ends, and the other’s begins with days of its own', () => {
    const book = new AlertBook();
    book.run(stale);
    book.run(stale);
    book.alerts = book.alerts.map((alert) => ({
      ...alert,
      state: 'sent',
      sentAt: noon(1),
      reachedAt: noon(1),
      dueOn: '2024-03-05',
      level: 1,
    }));
    const given = makeResult([{ ...overdue, unit: 'forestry' }], [makeFinding({ unit: 'forestry' })]);
    expect(book.run(given)[0]).toMatchObject({
      entries: [
        { event: 'lapsed', to: 'closed', because: { reason: 'handed-over' } },
        { event: 'reopened', from: 'closed', to: 'open' },
      ],
      alert: { unit: 'forestry', state: 'open', level: 0, sentAt: null, reachedAt: null, dueOn: null },
    });
    const fresh = new AlertBook();
    fresh.run(stale);
    fresh.run(stale);
    expect(fresh.run(makeResult([{ ...fine, unit: 'forestry' }, makeRow('s1', 'c2')]))[0]).toMatchObject({
      entries: [{ event: 'lapsed', to: 'closed', because: { reason: 'handed-over' } }],
      alert: { unit: 'water' },
    });
  });

  it('the same run judged twice changes nothing more', () => {
    const book = new AlertBook();
    book.keep(reconcile(stale, [], makeFacts('r', stale), onDay(2)));
    const again = reconcile(stale, book.alerts, makeFacts('r', stale), onDay(2));
    expect(again.flatMap(({ entries }) => entries)).toEqual([]);
    expect(again[0]!.alert).toMatchObject({ state: 'open', observations: 1 });
  });

  it('an unconfirmed alert that is gone is closed, and nobody was told', () => {
    const book = new AlertBook();
    book.run(stale);
    expect(book.run(mended)[0]).toMatchObject({ alert: { state: 'closed', rectifiedAt: null } });
  });
});

describe('what was not read proves nothing', () => {
  it('a column that could not be read neither opens nor rectifies its alert', () => {
    const book = new AlertBook();
    book.run(stale);
    book.run(stale);
    const failed = makeResult([unread, makeRow('s1', 'c2')]);
    expect(book.run(failed)[0]).toMatchObject({ alert: { state: 'confirmed', held: true }, entries: [] });
    expect(book.run(failed)).toEqual([]);
    expect(book.run(stale)[0]).toMatchObject({ alert: { state: 'confirmed', held: false } });
    // Judged overdue by an older reading: this run did not look.
    expect(new AlertBook().run(stale, { columnsRead: new Set() })).toEqual([]);
  });

  it('a site that cannot be read has one alert of its own and holds those of its columns', () => {
    const book = new AlertBook();
    book.run(stale);
    book.run(stale);
    const access = makeFinding({ rule: 'site-unreachable', column: null, url: 'http://s1.example/', message: '无法访问' });
    const down = makeResult([{ ...overdue, status: 'unknown', reason: 'unreachable' }, makeRow('s2', 'c9')], [access]);
    book.run(down, { sitesNotRead: new Map([['s1', 'site']]) });
    expect(book.state('site-unreachable')).toBe('open');
    expect(book.alerts.find(({ column }) => column === 'c1')).toMatchObject({ state: 'confirmed', held: true });
    const blocked = makeResult(down.columns, [{ ...access, kind: 'site-blocked' }]);
    book.run(blocked, { sitesNotRead: new Map([['s1', 'site']]) });
    expect(book.alerts.filter(({ kind }) => kind === 'access')).toMatchObject([{ state: 'confirmed' }]);
    book.run(mended);
    expect(book.alerts.find(({ kind }) => kind === 'access')).toMatchObject({ state: 'rectified' });
  });

  it('where nothing at all could be read our own network is in doubt, and no site is accused', () => {
    const book = new AlertBook();
    const down = makeResult([unread], [makeFinding({ rule: 'site-unreachable', column: null })]);
    book.run(down, { sitesNotRead: new Map([['s1', 'network']]) });
    expect(book.alerts).toMatchObject([{ rule: 'nothing-readable', kind: 'ours', audience: 'operators', unit: null }]);
  });

  it('a site that we may not dial is our configuration, not the unit’s fault', () => {
    const book = new AlertBook();
    const down = makeResult([unread, makeRow('s2', 'c2')], [makeFinding({ rule: 'site-unreachable', column: null })]);
    book.run(down, { sitesNotRead: new Map([['s1', 'configuration']]) });
    expect(book.alerts).toMatchObject([{ kind: 'access', audience: 'operators' }]);
  });

  it('a list that can no longer be made out is an alert for us', () => {
    const book = new AlertBook();
    book.run(makeResult([unread], [makeFinding({ rule: 'pages-unread', severity: 'notice', message: '没有读到' })]));
    expect(book.alerts).toMatchObject([{ kind: 'ours', audience: 'operators', column: 'c1' }]);
    book.run(makeResult([fine]));
    expect(book.state('pages-unread', 'c1')).toBe('closed');
  });

  it('a count over a site is not over because columns that made it could not be read', () => {
    const book = new AlertBook();
    const count = makeFinding({ rule: 'overdue-columns', severity: 'veto', column: null, message: '2 个' });
    const [a, b, c] = ['a', 'b', 'c'].map((id) => makeRow('s1', id, { status: 'overdue' }));
    const lost = { status: 'unknown', reason: 'unreadable' } as const;
    book.run(makeResult([a!, b!, { ...c!, ...lost }], [count]));
    book.run(makeResult([a!, b!, { ...c!, ...lost }], [count]));
    book.run(makeResult([a!, { ...b!, ...lost }, { ...c!, ...lost }]));
    expect(book.alerts[0]).toMatchObject({ state: 'confirmed', held: true });
    book.run(makeResult([makeRow('s1', 'a'), b!, { ...c!, ...lost }]));
    expect(book.alerts[0]).toMatchObject({ state: 'rectified', held: false });
  });

  it('a duty is done when it was found, not when its term is over', () => {
    const duty = {
      rule: 'p/annual-report',
      name: '年度报告',
      unit: 'water',
      site: null,
      year: 2023,
      dueOn: '2024-01-31',
      publishedOn: null,
      url: null,
      toldBy: null,
      movedFrom: null,
      begunBy: null,
      since: null,
      certain: true,
      source: { issuer: '', document: '', article: '', validFrom: '2019-05-15', validTo: null, verified: true },
      fault: null,
      budget: null,
      nameEn: null,
      lacking: null,
    };
    const facts = { unit: '市水利局', rule: 'p/annual-report', duty: '年度报告', year: 2023, dueOn: '2024-01-31' };
    const missing = makeFinding({ rule: 'duty-missing', site: null, column: null, since: '2024-02-01', facts });
    const audit = (state: 'missing' | 'not-watched' | 'late', findings = [missing]) =>
      makeResult([fine], findings, { duties: [{ ...duty, state }] });
    const book = new AlertBook();
    book.run(audit('missing'));
    book.run(audit('missing'));
    book.run(audit('not-watched', []));
    expect(book.alerts[0]).toMatchObject({ kind: 'unit', state: 'confirmed', held: true });
    book.run(audit('late', []));
    expect(book.alerts[0]).toMatchObject({ state: 'rectified' });
    const other = new AlertBook();
    other.run(audit('missing'));
    other.run(makeResult([fine], [], { duties: [{ ...duty, year: 2024, dueOn: '2025-01-31', state: 'pending' }] }));
    expect(other.alerts[0]).toMatchObject({ state: 'closed', rectifiedAt: null });
  });
});

describe('what nothing can mend', () => {
  const duty = { unit: '市水利局', rule: 'p/annual-report', duty: '年度报告', year: 2023, dueOn: '2024-01-31' };
  const of = (rule: 'duty-missing' | 'duty-late') =>
    makeFinding({ rule, site: null, column: null, facts: { ...duty, publishedOn: '2024-02-07' } });
  const late = makeResult([fine], [of('duty-late')]);
  const sent = { state: 'sent', sentAt: noon(3), reachedAt: noon(3), dueOn: '2024-03-10' } as const;

  it('is told once: noted, it is not opened again however often it is seen', () => {
    const book = new AlertBook();
    book.run(late);
    book.run(late);
    book.alerts = book.alerts.map((alert) => ({ ...alert, ...sent, state: 'closed', closedAt: noon(11) }));
    expect(book.run(late)).toEqual([]);
    expect(book.alerts).toMatchObject([{ state: 'closed', reopened: 0 }]);
  });

  it('is not told of a duty whose unit was told that it was missing; where nobody was told, it is', () => {
    for (const [told, rules] of [
      [sent, ['duty-missing']],
      [{}, ['duty-late', 'duty-missing']],
    ] as const) {
      const book = new AlertBook();
      book.run(makeResult([fine], [of('duty-missing')]));
      book.run(makeResult([fine], [of('duty-missing')]));
      book.alerts = book.alerts.map((alert) => ({ ...alert, ...told }));
      book.run(late);
      expect(book.alerts.map(({ rule }) => rule).sort()).toEqual(rules);
    }
  });
});

describe('what is over without having been mended', () => {
  it('what stood on a rule that is switched off, expired or replaced lapses, whatever the run saw', () => {
    const found = makeFinding({ basis: { rule: 'p/column-overdue', unverified: false } });
    const rules = new Set(['p/column-overdue']);
    for (const [held, state] of [
      [rules, 'rectified'],
      [new Set<string>(), 'closed'],
    ] as const) {
      const book = new AlertBook();
      book.run(makeResult([overdue], [found]), {}, { rules });
      book.run(makeResult([overdue], [found]), {}, { rules });
      book.run(makeResult([fine]), {}, { rules: held });
      expect(book.alerts).toMatchObject([{ state }]);
    }
  });

  it('a column that a longer limit made fresh was not mended, one that came to something new was', () => {
    for (const [given, state] of [
      [{ rule: 'local/notices', lastPublished: '2024-02-01' }, 'closed'],
      [{ rule: 'local/notices', lastPublished: '2024-03-04' }, 'rectified'],
    ] as const) {
      const book = new AlertBook();
      book.run(stale);
      book.run(stale);
      book.run(makeResult([{ ...fine, ...given }, makeRow('s1', 'c2')]));
      expect(book.alerts).toMatchObject([{ state }]);
    }
  });

  it('a column that is exempt now, or watched no more, takes its alerts with it', () => {
    for (const gone of [
      makeResult([{ ...fine, status: 'exempt', exempt: '已归档' }]),
      makeResult([makeRow('s1', 'c2')]),
      makeResult([makeRow('s2', 'c2')]),
    ]) {
      const book = new AlertBook();
      book.run(stale);
      book.run(stale);
      expect(book.run(gone)).toMatchObject([{ alert: { state: 'closed', rectifiedAt: null }, entries: [{ event: 'lapsed' }] }]);
    }
  });

  it('what was found in the items of a year is not mended because the year is over', () => {
    const reviewer = makeFinding({ rule: 'placeholder-reviewer', column: null });
    const book = new AlertBook();
    book.run(makeResult([fine], [reviewer]));
    book.run(makeResult([fine], [reviewer]));
    const before = book.alerts;
    book.run(makeResult([fine]));
    expect(book.alerts).toMatchObject([{ state: 'rectified' }]);
    book.alerts = before;
    book.run(makeResult([fine], [], { from: '2025-01-01' }));
    expect(book.alerts).toMatchObject([{ state: 'closed', rectifiedAt: null }]);
  });

  it('what falls due soon is announced before, and is over once it is overdue or updated', () => {
    const soon = makeRow('s1', 'c1', { status: 'due', dueOn: '2024-03-06' });
    const forecast = (inDays: number) => [
      {
        unit: 'water',
        name: '水利局',
        within: { 3: 1, 7: 1, 14: 1, 30: 1 },
        duties: [],
        columns: [{ site: 's1', id: 'c1', name: '栏目c1', dueOn: '2024-03-06', inDays }],
      },
    ];
    const book = new AlertBook();
    expect(book.run(makeResult([soon], [], { forecast: forecast(9) }))).toEqual([]);
    book.run(makeResult([soon], [], { forecast: forecast(3) }));
    expect(book.alerts).toMatchObject([{ kind: 'due', rule: 'column-due', audience: 'unit', unit: 'water', severity: 'notice' }]);
    expect(book.alerts[0]!.message.zh).toContain('还有 3 天');
    book.run(makeResult([overdue], [makeFinding()]));
    expect(book.state('column-due', 'c1')).toBe('closed');
    expect(book.state('column-overdue', 'c1')).toBe('open');
  });
});

describe('what is to be published soon', () => {
  const duty = { rule: 'p/annual-report', name: '年度报告', nameEn: null, unit: 'water', site: null, year: 2023, certain: true, url: null };
  const told = (given: object, today = 1) => {
    const result = makeResult([fine], [], { duties: [{ ...duty, state: 'pending', ...given }] as never });
    return reconcile(result, [], makeFacts('r', result), onDay(today)).map(({ alert }) => alert.rule);
  };

  it('is announced thirty days ahead, and not earlier', () => {
    expect(told({ dueOn: '2024-03-31' })).toEqual(['duty-due']);
    expect(told({ dueOn: '2024-04-01' })).toEqual([]);
    expect(told({ dueOn: '2024-03-31', state: 'done' })).toEqual([]);
  });

  it('is asked of nobody where no law says by when, nor where one document only may call for another', () => {
    expect(told({ dueOn: '2024-03-08', rule: 'p/work-report' })).toEqual([]);
    expect(told({ dueOn: '2024-03-08', rule: 'p/interpretation', counterpart: null, proposal: null })).toEqual([]);
  });
});

describe('a dismissed alert', () => {
  const dismissal = { reason: 'false-alarm', by: '李四', at: noon(1), why: '误判', until: '2024-03-05' } as const;

  it('stays dismissed until its last day and is opened anew after it', () => {
    const book = new AlertBook();
    book.run(stale);
    book.alerts = book.alerts.map((alert) => ({ ...alert, state: 'dismissed', dismissal }));
    book.day = 4;
    book.run(stale);
    expect(book.alerts).toMatchObject([{ state: 'dismissed' }]);
    book.run(stale);
    expect(book.alerts).toMatchObject([{ state: 'open', reopened: 1, dismissal: null }]);
  });
});

describe('faults of our own', () => {
  it('a run that failed makes an alert for us, which is over with the next that does not', () => {
    const fault = raised(runFailed, { run: 'bad', error: { zh: '磁盘已满', en: 'the disk is full' } });
    const book = new AlertBook();
    book.keep([observeOwnFault([], fault, 'bad', onDay(2))!]);
    expect(book.alerts).toMatchObject([{ kind: 'ours', audience: 'operators', state: 'open' }]);
    book.run(mended);
    expect(book.alerts).toMatchObject([{ state: 'closed' }]);
  });
});

describe('over any sequence of runs', () => {
  const status = fc.constantFrom('fine', 'overdue', 'unread', 'site-down') as fc.Arbitrary<'fine' | 'overdue' | 'unread' | 'site-down'>;
  const other = makeRow('s2', 'c9');

  function night(what: string): [AuditResult, Partial<RunFacts>] {
    if (what === 'fine') return [makeResult([fine, other]), {}];
    if (what === 'overdue') return [makeResult([overdue, other], [makeFinding()]), {}];
    if (what === 'unread') return [makeResult([unread, other], [makeFinding({ rule: 'pages-unread' })]), {}];
    const access = makeFinding({ rule: 'site-unreachable', column: null });
    return [makeResult([{ ...unread, reason: 'unreachable' }, other], [access]), { sitesNotRead: new Map([['s1', 'network']]) }];
  }

  /** What a night of that kind may do to the column's alert. */
  function allow(what: string, changes: readonly AlertChange[]): void {
    const ofColumn = changes.filter(({ alert }) => alert.rule === 'column-overdue');
    for (const { event, to } of ofColumn.flatMap(({ entries }) => entries)) {
      if (event === 'gone') expect(what).toBe('fine');
      if (to === 'open' || to === 'confirmed') expect(what).toBe('overdue');
    }
    if (ofColumn.some(({ alert }) => alert.held)) expect(['unread', 'site-down']).toContain(what);
  }

  it('there is one alert a subject; only a night that read it well rectifies; only one that saw it overdue opens or confirms', () => {
    fc.assert(
      fc.property(fc.array(status, { maxLength: 25 }), (nights) => {
        const book = new AlertBook();
        for (const what of nights) {
          const changes = book.run(...night(what));
          expect(new Set(book.alerts.map(({ key }) => key)).size).toBe(book.alerts.length);
          for (const { alert, before } of changes) expect(alert.stamp).not.toBe(before);
          allow(what, changes);
          const column = book.alerts.find(({ rule }) => rule === 'column-overdue');
          if (what === 'overdue') expect(column?.state).toMatch(/^(open|confirmed)$/);
          if (what === 'fine') expect([undefined, 'rectified', 'closed']).toContain(column?.state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('an alert that a person sent is never closed without a night that read it well', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('unread', 'site-down', 'overdue'), { maxLength: 12 }), (nights) => {
        const book = new AlertBook();
        book.alerts = [
          makeAlert({
            key: JSON.stringify(['column-overdue', 's1', 'c1', null, null]),
            site: 's1',
            column: 'c1',
            state: 'sent',
            sentAt: noon(1),
            firstRun: 'r0',
            lastRun: 'r0',
          }),
        ];
        for (const what of nights) book.run(...night(what));
        expect(book.state('column-overdue', 'c1')).toBe('sent');
      }),
      { numRuns: 200 },
    );
  });
});
