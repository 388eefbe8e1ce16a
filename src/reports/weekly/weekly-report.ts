import { permanentLink } from '../../alerts/letter.ts';
import type { AuditResult } from '../../audit/audit-result.ts';
import type { Alert, AlertEntry, AlertEventKind, Letter } from '../../model/alerts.ts';
import type { Span } from '../../model/estate.ts';
import type { ColumnStatus, RunRecord } from '../../model/records.ts';
import type { Language } from '../../model/sentence.ts';
import { FORTNIGHT, forecastWithin } from '../../timeliness/forecast.ts';
import { platformCounts } from '../media.ts';
import { type WeeklyWording, weeklyWordings } from './wording.ts';

/** Lines of one section at most: the rest stands behind the links. */
const LONGEST_LIST = 30;
/** What happens to alerts, in the order of their life. */
const TOLD: readonly AlertEventKind[] = [
  'opened',
  'reopened',
  'sent',
  'acknowledged',
  'objected',
  'escalated',
  'gone',
  'closed',
  'dismissed',
];
const STATUSES: readonly ColumnStatus[] = ['fresh', 'due', 'overdue', 'blank', 'unknown', 'exempt'];

/** What a week was, for the supervising office. */
export interface Week {
  readonly estate: string;
  /** Its seven days. */
  readonly span: Span;
  /** Judged as of that day, counting what was published in the span. */
  readonly result: AuditResult;
  /** Audits that began in the span. */
  readonly runs: readonly RunRecord[];
  /** What happened to units' alerts in the span. */
  readonly entries: readonly AlertEntry[];
  /** Units' alerts that are not over. */
  readonly open: readonly Alert[];
  /** Those of them that were not mended in time. */
  readonly late: readonly Alert[];
}

type Line = Letter['sections'][number]['lines'][number];

/**
 * The weekly report (工作周报): what was published, which columns stand how, what became of alerts, what falls due next, and how the
 * watching itself went. What could not be read is told as such and held against nobody.
 */
export function weeklyReport(week: Week, language: Language, consoleUrl: string | null): Letter {
  const words = weeklyWordings[language];
  const { estate, span } = week;
  const sections = [
    { heading: words.headings.published, lines: published(week, words) },
    { heading: words.headings.columns, lines: columnLines(week, words) },
    { heading: words.headings.alerts, lines: alertLines(week, words, language) },
    { heading: words.headings.forecast, lines: forecastLines(week, words, language) },
    { heading: words.headings.watching, lines: watchingLines(week, words) },
  ];
  return {
    language,
    subject: words.subject({ estate, ...span }),
    opening: words.opening({ estate, ...span }),
    sections: sections.filter(({ lines }) => lines.length > 0),
    closing: words.closing({ estate, desk: consoleUrl }),
  };
}

function published({ result, span }: Week, words: WeeklyWording): Line[] {
  const link = (more: Record<string, string>) => `/items?${new URLSearchParams({ ...span, ...more })}`;
  const categories = result.categories.filter(({ items }) => items > 0).sort((one, other) => other.items - one.items);
  return [
    { text: words.items({ items: result.totals.items, classes: result.classes }), link: link({}) },
    ...categories.map(({ id, name, items }) => ({ text: words.count({ name, items }), link: link({ category: id }) })),
    ...platformCounts({ result, unit: null }).map((count) => ({ text: words.posts(count), link: `/media?platform=${count.platform}` })),
  ];
}

function columnLines({ result }: Week, words: WeeklyWording): Line[] {
  const units = new Map(result.units.map(({ id, name }) => [id, name]));
  const counts = STATUSES.map((status) => ({ status, count: result.columns.filter((column) => column.status === status).length }));
  const late = result.columns.filter(({ status }) => status === 'overdue').sort((one, other) => other.overdueDays - one.overdueDays);
  return [
    { text: words.statuses(counts), link: '/columns' },
    ...shortened(late, words, '/columns?status=overdue', ({ site, id, unit, name, dueOn, overdueDays }) => ({
      text: words.overdue({ unit: units.get(unit) ?? unit, column: name, dueOn, overdueDays }),
      link: `/columns/${encodeURIComponent(site)}/${encodeURIComponent(id)}`,
    })),
  ];
}

function alertLines({ entries, open, late }: Week, words: WeeklyWording, language: Language): Line[] {
  const happened = TOLD.map((event) => ({ event, count: entries.filter((entry) => entry.event === event).length }));
  return [
    {
      text: words.happened({ happened: happened.filter(({ count }) => count > 0), open: open.length, late: late.length }),
      link: '/alerts',
    },
    ...shortened(late, words, '/alerts?late=yes', ({ id, message, dueOn }) => ({
      text: words.lateAlert({ message: message[language], dueOn }),
      link: permanentLink({ id }),
    })),
  ];
}

function forecastLines({ result }: Week, words: WeeklyWording, language: Language): Line[] {
  return shortened(forecastWithin(result.forecast, FORTNIGHT), words, '/', ({ unit, name, columns, duties }) => ({
    text: words.due({
      unit: name,
      named: [...columns, ...duties.map(({ name: zh, nameEn, dueOn }) => ({ name: language === 'en' ? (nameEn ?? zh) : zh, dueOn }))],
    }),
    link: `/units/${encodeURIComponent(unit)}`,
  }));
}

function watchingLines({ result, runs }: Week, words: WeeklyWording): Line[] {
  const done = runs.filter(({ state }) => state === 'done').length;
  const unread = result.sites.filter(({ status }) => status !== 'ok');
  return [
    { text: words.audits({ done, all: runs.length }), link: '/runs' },
    ...shortened(unread, words, '/sites', ({ name, status, unknown }) => ({
      text: words.unread({ name, status, unknown }),
      link: '/sites',
    })),
  ];
}

function shortened<Row>(rows: readonly Row[], words: WeeklyWording, link: string, line: (row: Row) => Line): Line[] {
  const left = rows.length - LONGEST_LIST;
  const shown = rows.slice(0, LONGEST_LIST).map(line);
  return left > 0 ? [...shown, { text: words.more(left), link }] : shown;
}
