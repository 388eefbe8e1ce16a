import { columnKey, countItems, foldItems } from '../counting/count.ts';
import type { Moment } from '../counting/listed.ts';
import { reconcile } from '../counting/reconcile.ts';
import { dayIn } from '../model/day.ts';
import type { CategoryId, Column, Estate, Span, Taxonomy } from '../model/estate.ts';
import type { Probe } from '../model/probes.ts';
import { type ReadingRecord, SEVERITIES, type SiteRecord } from '../model/records.ts';
import type { CalendarYear, RulePack } from '../model/rules.ts';
import type { Narrowing, SightedItem, StoredColumn } from '../store/store.ts';
import type { AuditResult } from './audit-result.ts';
import { columnRow, siteRow, unitRow } from './audit-rows.ts';
import { judgeDuties } from './duties.ts';
import { expectationOf } from './expectation.ts';
import { type FindingKind, isSwitchedOff } from './finding-kinds.ts';
import { findInColumn } from './findings/column-findings.ts';
import { findInItems } from './findings/item-findings.ts';
import { findSiteAccess, wasNotRead } from './findings/site-access.ts';
import { findLateDisclosure, findMissingDuties } from './findings/term-findings.ts';
import { forecast } from './forecast.ts';
import { judgeColumn } from './judge-column.ts';
import type { Grounds, JudgedSite } from './judged.ts';
import { type AuditedItem, measureLags } from './lag.ts';
import { shownBy } from './narrow.ts';
import { measureReachability, type Reachability } from './reachability.ts';
import { siteStatus } from './site-status.ts';
import { judgeReachability, reachabilityRule } from './site-verdicts/reachability.ts';
import { judgeSite } from './site-verdicts/site-verdicts.ts';
import { type SiteView, viewEstate, whereabouts } from './view.ts';
import { watchedColumns } from './watched.ts';
import { type Language, wordingOf } from './wording/wording.ts';
import { createWorkingDays } from './working-days.ts';

/** All that an audit is judged by: configuration, stored observations and a clock. Give observations of the whole estate. */
export interface AuditInput {
  readonly estate: Estate;
  readonly taxonomy: Taxonomy;
  readonly pack: RulePack;
  readonly calendar: readonly CalendarYear[];
  /** As stored; what the estate says of a column goes before. */
  readonly columns: readonly StoredColumn[];
  /** Decides the category of a column for which nobody set one. */
  readonly categoryOf: (column: Column) => CategoryId | null;
  /** At least the deciding reading of each column (`ColumnStore.readings`); earlier ones tell since when, and prove back-dating. */
  readonly readings: readonly ReadingRecord[];
  /** Of each site the latest record at or before `asOf` (`RunStore.sites`). */
  readonly sites: readonly SiteRecord[];
  readonly sightings: readonly SightedItem[];
  /** Visits to home pages of the last days, of all sites and vantages; without them reachability is not judged. */
  readonly probes?: readonly Probe[];
  /** Items for what only their own pages say; without them lags, reviewers and conflicting dates are not looked at. */
  readonly items?: readonly AuditedItem[];
  readonly asOf: Date;
  /** Bounds of what is counted. */
  readonly span: Span;
  /** What is shown of the result; nothing is judged differently for it. */
  readonly narrowing?: Narrowing;
  readonly language?: Language;
}

/** Judges and counts an estate: a pure function of its input, in the contract's form. */
export function judgeAudit(input: AuditInput): AuditResult {
  const { estate, taxonomy, pack, asOf, language = 'zh' } = input;
  const moment: Moment = { asOf, today: dayIn(estate.timezone, asOf), zone: estate.timezone };
  const [to = moment.today] = [input.span.to, moment.today].sort();
  const span = { from: input.span.from, to };
  const columns = watchedColumns(estate.sites, input.columns, input.categoryOf);
  const views = viewEstate(estate.sites, { ...input, columns }, moment);
  const calendar = createWorkingDays(input.calendar);
  const wording = wordingOf(language);
  const grounds: Grounds = { moment, span, calendar, pack, taxonomy, wording, whereabouts: whereabouts(views) };

  const rule = reachabilityRule(pack);
  const reachability = rule && measureReachability(input.probes ?? [], rule, asOf, estate.timezone);
  const judged = views.map((view) => judgeViewedSite(view, reachability?.get(view.site.id) ?? null, grounds));
  const shown = shownBy(input.narrowing ?? {}, judged);
  const judgedColumns = judged.flatMap((site) => site.columns);
  const shownColumns = judgedColumns.filter(shown.column);
  const units = estate.units.filter(shown.unit);

  const counted = foldItems(
    shownColumns.flatMap(({ view }) => view.listed),
    shownColumns.map(({ view }) => view.column),
  );
  const counts = countItems(counted, span, taxonomy);
  const items = input.items ?? [];
  const lags = measureLags(items, judgedColumns, grounds);
  const duties = judgeDuties(judgedColumns, estate.units, grounds);
  const findings = [
    ...judged.flatMap((site) => findInSite(site, grounds)),
    ...findMissingDuties(duties, estate.units, grounds),
    ...findLateDisclosure(lags.lawful, estate.units, grounds),
    ...findInItems(items, estate.sites, grounds),
  ];

  return {
    from: input.span.from,
    to: input.span.to,
    rulePack: pack.id,
    totals: { items: counts.items, undated: counts.undated },
    classes: taxonomy.classes.map(({ id, name }) => ({ id, name, items: counts.classes.get(id) ?? 0 })),
    categories: taxonomy.categories.map(({ id, name, class: of, keyArea }) => ({
      id,
      name,
      class: of,
      keyArea,
      items: counts.categories.get(id) ?? 0,
    })),
    keyAreas: taxonomy.keyAreas.map((area) => ({ ...area, items: counts.keyAreas.get(area.number) ?? 0 })),
    units: units.map((unit) => unitRow(unit, shownColumns, counts.units.get(unit.id) ?? 0)),
    sites: judged.filter(shown.site).map((site) => siteRow(site, shownColumns, counts.sites.get(site.site.id) ?? 0)),
    columns: shownColumns.map((one) =>
      columnRow(one, counts.columns.get(columnKey(one.view.column.site, one.view.column.id)) ?? 0, moment),
    ),
    findings: findings
      .filter((found) => shown.finding(found) && !isSwitchedOff(pack, found.rule as FindingKind))
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    forecast: forecast(shownColumns, units, moment.today),
    duties: duties.filter(({ unit }) => units.some(({ id }) => id === unit)),
    lags,
    reconciliation: reconcile(counts, taxonomy, language),
    uncertainYears: calendar.uncertainYears(span.from, moment.today),
  };
}

function judgeViewedSite({ site, record, columns }: SiteView, reachability: Reachability | null, grounds: Grounds): JudgedSite {
  const judged = columns.map((view) => {
    const expectation = expectationOf(view.column, grounds.pack, grounds.taxonomy);
    return { view, verdict: judgeColumn(view, expectation, grounds) };
  });
  return { site, record, status: siteStatus(record, judged), columns: judged, reachability };
}

/** A site that could not be read makes one finding, and nothing is said of its columns. */
function findInSite(judged: JudgedSite, grounds: Grounds) {
  const access = [...findSiteAccess(judged, grounds), ...judgeReachability(judged, grounds)];
  if (wasNotRead(judged)) return access;
  return [...access, ...judgeSite(judged, grounds), ...judged.columns.flatMap((column) => findInColumn(column, grounds))];
}
