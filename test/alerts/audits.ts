import type { Reconciling } from '../../src/alerts/open-alerts.ts';
import type { RunFacts } from '../../src/alerts/run-facts.ts';
import type { AuditResult, ColumnRow } from '../../src/audit/audit-result.ts';
import type { Finding, FindingRow } from '../../src/model/findings.ts';
import { noon } from './make.ts';

export function makeRow(site: string, id: string, given: Partial<ColumnRow> = {}): ColumnRow {
  return {
    site,
    id,
    unit: 'water',
    name: `栏目${id}`,
    path: ['政务公开', `栏目${id}`],
    url: `http://${site}.example/${id}/`,
    category: 'notices',
    items: 3,
    lastPublished: '2024-02-01',
    status: 'fresh',
    reason: null,
    rule: 'national-2019/notices',
    period: 'P6M',
    workingDays: null,
    dueOn: '2024-08-01',
    overdueDays: 0,
    since: null,
    gapDays: 30,
    exempt: null,
    readAt: '2024-03-01T12:00:00+08:00',
    certainty: 'sure',
    doubts: [],
    evidence: 'f00d',
    uncertain: false,
    overdueByLater: null,
    ...given,
  };
}

/** A finding that says `message`, where the test gives no facts. */
export function makeFinding({
  message = '超期',
  facts = { told: message },
  ...given
}: Partial<FindingRow & Pick<Finding, 'facts' | 'basis'>> = {}): Finding {
  const {
    rule: kind = 'column-overdue',
    severity = 'major',
    unit = 'water',
    site = 's1',
    column = 'c1',
    url = 'http://s1.example/c1/',
    since = '2024-02-20',
    evidence = ['2023-08-01 旧通知'],
    basis = null,
  } = given;
  return { kind, severity, subject: { unit, site, column, url }, facts, basis, since, evidence };
}

/** The parts of an audit's result that alerts follow from; every column's finding goes with its status. */
export function makeResult(
  columns: readonly ColumnRow[],
  findings: readonly Finding[] = [],
  given: Partial<AuditResult> = {},
): AuditResult {
  const sites = [...new Set(columns.map(({ site }) => site))].map((id) => ({ id }) as AuditResult['sites'][number]);
  return {
    from: '2024-01-01',
    columns,
    findings,
    sites,
    units: [],
    forecast: [],
    duties: [],
    accounts: [],
    ...given,
  } as unknown as AuditResult;
}

/** A run that read every column of a result, except for sites that are named. */
export function makeFacts(run: string, { columns }: AuditResult, given: Partial<RunFacts> = {}): RunFacts {
  const down = given.sitesNotRead ?? new Map();
  const read = columns.filter(({ site }) => !down.has(site));
  return {
    run,
    columnsRead: new Set(read.filter(({ reason }) => reason === null || reason === 'undated').map(({ site, id }) => `${site}/${id}`)),
    sitesRead: new Set(read.map(({ site }) => site)),
    sitesNotRead: down,
    elements: new Map(),
    ...given,
  };
}

let minted = 0;
export function onDay(day: number, given: Partial<Reconciling> = {}): Reconciling {
  return {
    now: { at: noon(day), today: `2024-03-${String(day).padStart(2, '0')}` },
    announceDays: 5,
    ours: [],
    rules: new Set(['p/annual-report']),
    heldDuties: new Set(['p/annual-report']),
    zone: 'Asia/Shanghai',
    mint: () => `id-${++minted}`,
    ...given,
  };
}
