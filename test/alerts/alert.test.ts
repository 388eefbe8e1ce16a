import { describe, expect, it } from 'vitest';
import { type AlertEvent, actionsOf, HUMAN_ACTIONS, LIFE, type Now, next, type Saying } from '../../src/alerts/alert.ts';
import { ALERT_STATES, type Alert, type AlertEventKind, type AlertState, type Dismissal } from '../../src/model/alerts.ts';
import { makeAlert, noon, seen } from './make.ts';

const now: Now = { at: noon(10), today: '2024-03-10' };

/** What is said, and records of talks, leave an alert where it stands; undoing is no event. */
type Moving = Exclude<AlertEventKind, 'opened' | 'undone' | 'interviewed' | 'held-to-account' | Saying>;

const EVENTS: { readonly [Kind in Moving]: AlertEvent & { kind: Kind } } = {
  observed: { kind: 'observed', id: 'e', by: 'gongkai', run: 'r2', seen },
  gone: { kind: 'gone', id: 'e', by: 'gongkai', run: 'r2', because: { reason: 'no-longer-found' } },
  lapsed: { kind: 'lapsed', id: 'e', by: 'gongkai', run: 'r2', because: { reason: 'not-watched' } },
  confirmed: { kind: 'confirmed', id: 'e', by: '李四', why: '看过网页' },
  sent: { kind: 'sent', id: 'e', by: '李四', why: '' },
  reached: {
    kind: 'reached',
    id: 'e',
    by: 'gongkai',
    at: noon(9),
    dueOn: '2024-03-15',
    because: { reason: 'reached', rung: 'contact', dueOn: '2024-03-15' },
  },
  told: { kind: 'told', id: 'e', by: '李四', whom: '王五', how: 'phone', on: '2024-03-09', at: noon(9), why: '', dueOn: '2024-03-15' },
  objected: { kind: 'objected', id: 'e', by: '王五', why: '栏目已经更新' },
  kept: { kind: 'kept', id: 'e', by: '李四', why: '看过网页，没有更新' },
  acknowledged: { kind: 'acknowledged', id: 'e', by: '王五', what: '补发三条', until: '2024-03-14', dueOn: '2024-03-15' },
  escalated: { kind: 'escalated', id: 'e', by: 'gongkai', because: { reason: 'by-rule' } },
  extended: {
    kind: 'extended',
    id: 'e',
    by: 'gongkai',
    dueOn: '2024-03-20',
    because: { reason: 'extended', from: '2024-03-15', to: '2024-03-20' },
  },
  dismissed: { kind: 'dismissed', id: 'e', by: '李四', reason: 'archived', why: '专题已结束', until: '2024-12-31' },
  closed: { kind: 'closed', id: 'e', by: '李四', why: '核对无误' },
  reopened: { kind: 'reopened', id: 'e', by: '李四', why: '撤回' },
};

/** The table as it is meant, written apart from the program: → is where it goes, . is refused. */
const MEANT = `
                observed      gone       lapsed  confirmed  sent  reached       told          acknowledged  objected  kept  escalated     dismissed  closed  reopened  extended
open            confirmed     closed     closed  confirmed  .     .             .             .             .         .     .             dismissed  .       .         .
confirmed       confirmed     rectified  closed  .          sent  .             sent          .             .         .     .             dismissed  .       .         .
sent            sent          rectified  closed  .          .     sent          sent          acknowledged  objected  .     sent          dismissed  .       .         sent
acknowledged    acknowledged  rectified  closed  .          .     acknowledged  acknowledged  acknowledged  objected  .     acknowledged  dismissed  .       .         acknowledged
objected        objected      rectified  closed  .          .     .             .             acknowledged  .         sent  .             dismissed  .       .         .
rectified       open          closed     closed  .          .     .             .             .             .         .     .             .          closed  .         .
closed          open          closed     .       .          .     .             .             .             .         .     .             .          .       .         .
dismissed       dismissed     dismissed  closed  .          .     .             .             .             .         .     .             .          .       open      .
dismissal-over  open          closed     closed  .          .     .             .             .             .         .     .             .          .       open      .
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

const [kinds = [], ...rows] = MEANT;
const cells = rows.flatMap(([row = '', ...targets]) => targets.map((target, at) => ({ row, event: kinds[at]!, target })));

const dismissal: Dismissal = { reason: 'archived', by: '李四', at: noon(2), why: '专题', until: '2024-12-31' };
function alertIn(row: string): Alert {
  if (row === 'dismissal-over') return makeAlert({ state: 'dismissed', dismissal: { ...dismissal, until: '2024-03-09' } });
  return makeAlert({ state: row as AlertState, dismissal: row === 'dismissed' ? dismissal : null });
}

describe('the life of an alert', () => {
  it('has a row for every state and a column for every event', () => {
    expect(rows.map(([row]) => row).sort()).toEqual([...ALERT_STATES, 'dismissal-over'].sort());
    expect([...kinds].sort()).toEqual(Object.keys(EVENTS).sort());
    expect(Object.keys(LIFE).sort()).toEqual([...ALERT_STATES, 'dismissal-over'].sort());
  });

  it.each(cells)('$row, $event: $target', ({ row, event, target }) => {
    const alert = alertIn(row);
    const before = structuredClone(alert);
    const step = next(alert, EVENTS[event as keyof typeof EVENTS], now);
    expect(alert).toEqual(before);
    if (target === '.') {
      expect(step).toHaveProperty('refused');
      const { zh, en } = (step as { refused: { zh: string; en: string } }).refused;
      expect(zh).toMatch(/^“.+”的预警不能“.+”。/);
      expect(en).toMatch(/^An alert that is ".+" does not take ".+"\./);
    } else {
      expect(step).toHaveProperty('alert.state', target);
      expect(step).toHaveProperty('alert.stamp', 'e');
    }
  });

  it('what is said of it leaves it where it stands, also when it is over, and is never empty', () => {
    for (const state of ALERT_STATES) {
      const said = next(makeAlert({ state }), { kind: 'remarked', id: 'e', by: '李四', why: '已电话核实' }, now);
      expect(said).toMatchObject({ alert: { state }, entry: { event: 'remarked', from: state, to: state } });
      const assigned = next(makeAlert({ state }), { kind: 'assigned', id: 'e', by: '李四', to: 'li@example.cn', why: '' }, now);
      expect(assigned).toMatchObject({ alert: { state, assignee: 'li@example.cn' } });
    }
    expect(next(makeAlert(), { kind: 'commented', id: 'e', by: '李四', why: ' ' }, now)).toHaveProperty('refused');
  });

  it('an answer of the unit begins no clock of its head, to whom it went on and who has not heard of it', () => {
    const escalated = makeAlert({ state: 'sent', level: 1, sentAt: noon(3) });
    expect(next(escalated, EVENTS.acknowledged, now)).toMatchObject({ alert: { reachedAt: null, dueOn: null } });
    expect(next({ ...escalated, level: 0 }, EVENTS.acknowledged, now)).toMatchObject({ alert: { dueOn: '2024-03-15' } });
  });

  it('while an objection waits no day runs, and an answer after it has all its days', () => {
    const objected = next(makeAlert({ state: 'sent', sentAt: noon(3), reachedAt: noon(4), dueOn: '2024-03-09' }), EVENTS.objected, now);
    if ('refused' in objected) throw new Error('refused');
    expect(objected.alert).toMatchObject({ state: 'objected', dueOn: null });
    expect(next(objected.alert, EVENTS.acknowledged, now)).toMatchObject({ alert: { dueOn: '2024-03-15' } });
  });

  it('who has a last day keeps it when told again of an earlier one', () => {
    const reached = makeAlert({ state: 'sent', sentAt: noon(3), reachedAt: noon(4), dueOn: '2024-03-20' });
    expect(next(reached, EVENTS.told, now)).toMatchObject({ alert: { reachedAt: noon(4), dueOn: '2024-03-20' } });
  });

  it('nobody rectifies by hand: only a run leads to rectified', () => {
    for (const [row, events] of Object.entries(LIFE)) {
      for (const [event, target] of Object.entries(events)) {
        if (target === 'rectified') expect([row, event]).toEqual([row, 'gone']);
      }
    }
    expect(HUMAN_ACTIONS).not.toContain('gone');
  });

  it('tells what can be done by hand now', () => {
    expect(actionsOf(alertIn('open'), now.today)).toEqual(['confirmed', 'dismissed']);
    expect(actionsOf(alertIn('sent'), now.today)).toEqual(['told', 'acknowledged', 'objected', 'dismissed']);
    expect(actionsOf(alertIn('closed'), now.today)).toEqual([]);
  });

  it('the run that opened it is no second observation', () => {
    const step = next(makeAlert(), { ...EVENTS.observed, run: 'r1' }, now);
    expect(step).toMatchObject({ alert: { state: 'open', observations: 1 }, entry: null });
  });

  it('the run that found it rectified does not close it, however often it is judged', () => {
    const rectified = next(makeAlert({ state: 'sent', sentAt: noon(3) }), EVENTS.gone, now);
    if ('refused' in rectified) throw new Error('refused');
    expect(rectified.alert).toMatchObject({ state: 'rectified', rectifiedAt: noon(10) });
    expect(next(rectified.alert, EVENTS.gone, now)).toMatchObject({ alert: { state: 'rectified' }, entry: null });
    expect(next(rectified.alert, { ...EVENTS.gone, run: 'r3' }, now)).toMatchObject({ alert: { state: 'closed', closedAt: noon(10) } });
  });

  it('an observation that changes nothing is no line in the history; every other event is one', () => {
    expect(next(makeAlert({ state: 'sent' }), EVENTS.observed, now)).toMatchObject({ entry: null });
    for (const { row, event, target } of cells) {
      const step = next(alertIn(row), EVENTS[event as keyof typeof EVENTS], now);
      if (target === '.' || 'refused' in step) continue;
      const quiet = (event === 'observed' || event === 'gone') && target === alertIn(row).state;
      expect(step.entry === null).toBe(quiet);
      if (step.entry) expect(step.entry).toMatchObject({ id: 'e', alert: 'a1', at: noon(10), from: alertIn(row).state, to: target });
    }
  });

  it('when it happens again it is opened anew: level, answer and deadline begin again, and it is counted', () => {
    const closed = makeAlert({
      state: 'closed',
      level: 2,
      sentAt: noon(3),
      dueOn: '2024-03-05',
      answer: { by: '王五', at: noon(4), what: '已补', until: '2024-03-05' },
      rectifiedAt: noon(6),
      closedAt: noon(7),
      reopened: 1,
    });
    expect(next(closed, EVENTS.observed, now)).toMatchObject({
      alert: {
        state: 'open',
        level: 0,
        sentAt: null,
        dueOn: null,
        answer: null,
        rectifiedAt: null,
        closedAt: null,
        reopened: 2,
        observations: 1,
      },
      entry: { event: 'reopened', from: 'closed', to: 'open', run: 'r2' },
    });
  });

  it('an answer says what will be done and by when; it may be given anew', () => {
    const answered = next(makeAlert({ state: 'sent' }), EVENTS.acknowledged, now);
    expect(answered).toMatchObject({ alert: { answer: { by: '王五', what: '补发三条', until: '2024-03-14', at: noon(10) } } });
    expect(next(makeAlert({ state: 'sent' }), { ...EVENTS.acknowledged, what: ' ' }, now)).toHaveProperty('refused.zh');
    expect(next(makeAlert({ state: 'sent' }), { ...EVENTS.acknowledged, until: '2024-03-09' }, now)).toHaveProperty('refused.zh');
  });

  it('a dismissal needs a reason in words and an end that is not over', () => {
    expect(next(makeAlert(), { ...EVENTS.dismissed, why: '' }, now)).toHaveProperty('refused.zh', '请写明理由，以后核查时要看。');
    expect(next(makeAlert(), { ...EVENTS.dismissed, until: '2024-03-09' }, now)).toHaveProperty(
      'refused.en',
      expect.stringContaining('2024-03-09'),
    );
    expect(next(makeAlert(), { ...EVENTS.dismissed, until: '2024-03-10' }, now)).toMatchObject({
      alert: { dismissal: { reason: 'archived' } },
    });
  });

  it('a refusal offers only what whoever asked may do', () => {
    const sentenceFor = (state: AlertState) => {
      const step = next(makeAlert({ state }), { ...EVENTS.acknowledged }, now, ['acknowledged']);
      return 'refused' in step ? step.refused.zh : null;
    };
    expect(sentenceFor('confirmed')).toBe('“已确认”的预警不能“答复”。现在由督办人员办理。');
    expect(sentenceFor('closed')).toMatch(/现在没有可以人工办理的操作/);
    const wrong = next(makeAlert({ state: 'sent' }), EVENTS.confirmed, now, ['acknowledged']);
    expect(wrong).toHaveProperty('refused.zh', '“已发送”的预警不能“确认”。现在可以：答复。');
  });

  it('a dismissal holds on its last day and not on the next', () => {
    const alert = makeAlert({ state: 'dismissed', dismissal: { ...dismissal, until: '2024-03-10' } });
    expect(next(alert, EVENTS.observed, now)).toMatchObject({ alert: { state: 'dismissed' } });
    expect(next(alert, EVENTS.observed, { at: noon(11), today: '2024-03-11' })).toMatchObject({ alert: { state: 'open', reopened: 1 } });
  });
});
