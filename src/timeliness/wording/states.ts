import type { Standing } from '../../duties/duty.ts';
import type { Day } from '../../model/day.ts';
import type { UnknownReason } from '../../model/outcome.ts';
import type { ColumnStatus, SiteRecord } from '../../model/records.ts';

interface StateWords {
  readonly column: Readonly<Record<ColumnStatus, string>>;
  /** Why a column's state is unknown. */
  readonly reason: Readonly<Record<UnknownReason, string>>;
  readonly duty: Readonly<Record<Standing, string>>;
  /** Of what no law says by when, and was not seen. */
  readonly unseen: string;
  /** Of a pair whose answer was not seen: whether one is owed is not said. */
  readonly unseenAnswer: string;
  /** The last day of a duty in a year whose holidays are not known: a day off may turn out to be worked, and the other way round. */
  readonly openDay: (day: Day) => string;
  readonly site: Readonly<Record<SiteRecord['status'], string>>;
}

/** What the states of columns, duties and sites are called: on pages, in reports and on the terminal alike. */
export const stateWords: Readonly<Record<'zh' | 'en', StateWords>> = {
  zh: {
    column: { fresh: '正常', due: '将到期', overdue: '超期', blank: '空白', unknown: '无法判定', exempt: '不作要求' },
    reason: {
      unreachable: '连接不上',
      blocked: '被防护拦截',
      forbidden: 'robots 不允许',
      unreadable: '读不出列表',
      undated: '没有日期',
      moved: '地址已变',
      'not-read-since': '此后没有读到',
      unsure: '不能肯定',
    },
    duty: {
      pending: '未到期',
      due: '将到期',
      done: '已公开',
      late: '逾期公开',
      missing: '未公开',
      wrong: '公开有误',
      'to-check': '需核实',
      'not-watched': '无法判定',
      'clock-not-begun': '未起算',
    },
    unseen: '未见（无法定日期）',
    unseenAnswer: '未见对应信息',
    openDay: (day) => `${day}（放假安排未定）`,
    site: { ok: '正常', partial: '部分读到', unreachable: '连接不上', blocked: '被防护拦截', forbidden: 'robots 不允许' },
  },
  en: {
    column: { fresh: 'fresh', due: 'due soon', overdue: 'overdue', blank: 'blank', unknown: 'unknown', exempt: 'exempt' },
    reason: {
      unreachable: 'unreachable',
      blocked: 'blocked',
      forbidden: 'forbidden by robots',
      unreadable: 'unreadable',
      undated: 'undated',
      moved: 'moved',
      'not-read-since': 'not read since',
      unsure: 'not certain',
    },
    duty: {
      pending: 'not due yet',
      due: 'due soon',
      done: 'published',
      late: 'published late',
      missing: 'missing',
      wrong: 'published wrongly',
      'to-check': 'to be looked at',
      'not-watched': 'cannot be told',
      'clock-not-begun': 'clock not begun',
    },
    unseen: 'none seen (no day by law)',
    unseenAnswer: 'no counterpart seen',
    openDay: (day) => `${day} (may move)`,
    site: { ok: 'ok', partial: 'partly read', unreachable: 'unreachable', blocked: 'blocked', forbidden: 'forbidden by robots' },
  },
};
