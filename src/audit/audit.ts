import { reachabilityRule } from '../checks/reachability.ts';
import { guideRule } from '../checks/service-guides.ts';
import { columnKey, foldItems, type ListedOnce, openCounter } from '../counting/count.ts';
import { type Gap, longestGaps } from '../counting/gaps.ts';
import { dayOf, type Moment } from '../counting/listed.ts';
import { reconcile } from '../counting/reconcile.ts';
import { budgetDocuments } from '../duties/budgets/documents.ts';
import { readOwn } from '../duties/budgets/own-files.ts';
import { type PagesReading, readPages } from '../duties/budgets/reading.ts';
import type { Clocked } from '../duties/clocks/clocked.ts';
import { type Ends, judgeClocks, openEndsReader } from '../duties/clocks/clocks.ts';
import { documentsByRule, dutiesOf, dutyKeptIn } from '../duties/documents.ts';
import { judgeDuties } from '../duties/duties.ts';
import { openGuideElements } from '../duties/guides/elements.ts';
import type { Guide, ReadGuide } from '../duties/guides/guides.ts';
import { judgePairs } from '../duties/pairs/pairs.ts';
import { openReferences } from '../duties/pairs/references.ts';
import { openTitleReaders } from '../duties/title-readers.ts';
import type { JudgedAccount } from '../media/judge-account.ts';
import { addPeriod, type Day, dayIn } from '../model/day.ts';
import type { CategoryId, Column, Estate, Span, Taxonomy } from '../model/estate.ts';
import type { WatchedLink } from '../model/links.ts';
import type { PairDecision } from '../model/pair-decision.ts';
import type { Probe } from '../model/probes.ts';
import { type ItemKey, type ReadingRecord, SEVERITIES, type SiteRecord } from '../model/records.ts';
import type { CalendarYear, RulePack } from '../model/rules.ts';
import type { Language } from '../model/sentence.ts';
import type { AuditedItem, ItemText, Mention, Narrowing, Reissue, SightedItem, StoredColumn } from '../store/store.ts';
import { outsideUnit } from '../timeliness/column-on.ts';
import { type Course, courseOf } from '../timeliness/course.ts';
import { expectationOf } from '../timeliness/expectation.ts';
import { forecast } from '../timeliness/forecast.ts';
import { groupBy } from '../timeliness/group-by.ts';
import { expiredDocuments, inForce } from '../timeliness/in-force.ts';
import { judgeColumn, mayHideNewer } from '../timeliness/judge-column.ts';
import type { JudgedColumn, JudgedSite } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import { lagReport, observedLags, openLagMeter } from '../timeliness/lag.ts';
import { measureReachability } from '../timeliness/reachability.ts';
import { siteStatus } from '../timeliness/site-status.ts';
import { type ColumnView, outlineEstate, type SiteOutline, viewColumn, whereabouts } from '../timeliness/view.ts';
import { watchedColumns } from '../timeliness/watched.ts';
import { createWorkingDays } from '../timeliness/working-days.ts';
import type { AuditResult } from './audit-result.ts';
import { columnRow, siteRow, unitRow } from './audit-rows.ts';
import { shownBy } from './narrow.ts';
import { findInColumn, findInEstate, findInSite, openItemChecks } from './run-checks.ts';

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
  /** What was ever seen of items that several columns listed: it tells of all others that their column alone knows them. */
  readonly shared: readonly SightedItem[];
  /** Items of the span that repeat what was published long before. */
  readonly reissued?: readonly Reissue[];
  /** Links that were found faulty when they were looked at last. */
  readonly links?: readonly WatchedLink[];
  /** Items that hold a wording that the pack looks for. */
  readonly mentions?: readonly Mention[];
  /** New media, as they stand. */
  readonly accounts?: readonly JudgedAccount[];
  /** Visits to home pages of the last days, of all sites and vantages; without them reachability is not judged. */
  readonly probes?: readonly Probe[];
  /** What people said of items that may be pairs. */
  readonly pairDecisions?: readonly PairDecision[];
  readonly asOf: Date;
  /** Bounds of what is counted. */
  readonly span: Span;
  /** What is shown of the result; nothing is judged differently for it. */
  readonly narrowing?: Narrowing;
  readonly language?: Language;
}

/** An audit under way: a pure function of its input and of what is added to it, whose memory does not grow with what lists hold. */
export interface Audit {
  /** Columns that are to be added, each once. */
  readonly columns: readonly StoredColumn[];
  /** Takes all that was ever seen in a column, and gives the items that are counted for it. */
  addColumn(column: StoredColumn, sightings: readonly SightedItem[]): AddedColumn;
  /** Items added so far whose texts tell of sums and tables, of both ends of a clock, or what a guide tells, each once. */
  wantedTexts(): ItemKey[];
  /** Takes an item's text; of documents whose text is not added nothing is said of what they hold. */
  addText(text: ItemText): void;
  /** Items added so far that may be pairs, each once, budgets and accounts when their texts are wanted: which link to which tells pairs. */
  wantedReferences(): ItemKey[];
  /** Takes that an item's text links to another. */
  addReference(from: ItemKey, to: ItemKey): void;
  /** Takes what an item's own page says; of items that are not added lags, reviewers and conflicting dates are not looked at. */
  addItem(item: AuditedItem): void;
  /** The judged audit, when all columns were added. */
  close(): AuditResult;
}

export interface AddedColumn {
  /** What the column lists, shown or not counted twice: one entry an item. */
  readonly listed: readonly ListedOnce[];
  /** Of these the items that no column added before lists. */
  readonly first: readonly ListedOnce[];
  readonly gaps: readonly Gap[];
  readonly course: Course | null;
}

/** Budgets and accounts of older terms are judged no more. */
const LOOKED_BACK = { years: 2, months: 0, days: 0 };

/** Judges and counts an estate, column by column, in the contract's form. */
export function openAudit(input: AuditInput): Audit {
  const { estate, taxonomy, asOf, language = 'zh' } = input;
  const moment: Moment = { asOf, today: dayIn(estate.timezone, asOf), zone: estate.timezone };
  const pack = inForce(input.pack, moment.today);
  const [to = moment.today] = [input.span.to, moment.today].sort();
  const span = { from: input.span.from, to };
  const columns = watchedColumns(estate.sites, input.columns, input.categoryOf, moment.today);
  const outlines = outlineEstate(estate.sites, { ...input, columns }, moment);
  const shown = shownBy(input.narrowing ?? {}, columns);
  const shownColumns = columns.filter(shown.column);
  const units = estate.units.filter(shown.unit);
  const shared = viewShared(input.shared, outlines, moment);
  const folded = new Map(
    foldItems(
      shared.flatMap(({ column, listed }) => (shown.column(column) ? listed : [])),
      shownColumns,
    ).map((item) => [item.key, item]),
  );
  const calendar = createWorkingDays(input.calendar);
  const unitOf = new Map(estate.units.map((unit) => [unit.id, unit]));
  const names = { site: named(estate.sites), unit: named(estate.units) };
  const context: JudgingContext = { moment, span, calendar, pack, taxonomy, names, whereabouts: whereabouts(shared) };

  const guideWords = guideRule(pack);
  const readTitles = openTitleReaders(context, guideWords);
  const counter = openCounter(span, taxonomy);
  const lags = openLagMeter(context);
  const checks = openItemChecks(context);
  const outlined = new Map(outlines.flatMap((site) => site.columns).map((outline) => [keyOf(outline.column), outline]));
  const added = new Map<string, JudgedColumn>();
  const budgetRules = dutiesOf(pack).filter(({ after }) => after);
  const pages = new Map<ItemKey, PagesReading>();
  const budgetKeys = new Set<ItemKey>();
  const byKey = new Map<ItemKey, Clocked>();
  const ends = new Map<ItemKey, Ends>();
  const readEnds = openEndsReader(context);
  const references = openReferences();
  const readGuide = openGuideElements(guideWords?.elements ?? []);
  const guides = new Map<ItemKey, Placed<Guide>>();
  const readGuides = new Map<ItemKey, ReadGuide>();

  return {
    columns,

    addColumn(column, sightings) {
      const view = viewColumn(outlined.get(keyOf(column))!, sightings, moment);
      const judged = judgeViewed(view, context, readTitles, outsideUnit(unitOf.get(column.unit), moment.today));
      lags.list(view.listed);
      added.set(keyOf(column), judged);
      if (!shown.column(column)) return { listed: [], first: [], gaps: [], course: null };
      const listed = foldItems(view.listed, [column]).map((item) => folded.get(item.key) ?? item);
      const first = listed.filter(({ columns: [lister] }) => lister === undefined || keyOf(lister) === keyOf(column));
      for (const item of first) counter.add(item);
      return { listed, first, gaps: judged.gaps, course: judged.course };
    },

    wantedTexts() {
      const asking = new Set(budgetRules.map(({ id }) => id));
      const since = addPeriod(moment.today, LOOKED_BACK, -1);
      const wanted = [...added.values()].flatMap(({ dutiful }) =>
        dutiful.filter(({ item, rules }) => (dayOf(item) ?? since) >= since && rules.some((rule) => asking.has(rule))),
      );
      for (const { clocked } of added.values()) for (const one of clocked) byKey.set(one.item, one);
      for (const { item } of wanted) budgetKeys.add(item.item);
      for (const { view, guides: own } of added.values()) {
        const { unit, site } = view.column;
        for (const guide of own) guides.set(guide.item, { ...guide, unit, site });
      }
      return [...new Set([...budgetKeys, ...byKey.keys(), ...guides.keys()])];
    },

    addText(text) {
      const clocked = byKey.get(text.key);
      if (clocked) ends.set(text.key, readEnds(clocked, text.text));
      if (budgetKeys.has(text.key)) pages.set(text.key, readPages(text, budgetRules));
      const guide = guides.get(text.key);
      const reading = guide ? readGuide(text) : null;
      if (guide && reading) readGuides.set(text.key, { ...guide, reading });
    },

    wantedReferences() {
      return [...new Set([...budgetKeys, ...[...added.values()].flatMap(({ paired }) => paired.map(({ item }) => item))])];
    },

    addReference(from, to) {
      references.add(from, to);
    },

    addItem(item) {
      lags.add(item);
      checks.hear(item);
    },

    close() {
      const rule = reachabilityRule(pack);
      const reachability = rule && measureReachability(input.probes ?? [], rule, asOf, estate.timezone);
      const judged = outlines.map((outline): JudgedSite => {
        const status = siteStatus(outline.record, outline.columns);
        const own = outline.columns.map(({ column }) => added.get(keyOf(column))!);
        return {
          site: outline.site,
          record: outline.record,
          status,
          columns: own,
          reachability: reachability?.get(outline.site.id) ?? null,
        };
      });
      const judgedColumns = judged.flatMap((site) => site.columns);
      const shownJudged = judgedColumns.filter(({ view }) => shown.column(view.column));
      const { counts } = counter;
      const lawful = lags.report();
      const documents = documentsByRule(judgedColumns, estate);
      const readings = readOwn(pages, budgetRules, documents, estate);
      const duties = [
        ...judgeDuties(judgedColumns, estate, context, { documents, readings }),
        ...judgePairs(judgedColumns, context, { decisions: input.pairDecisions ?? [], references }),
      ];
      const clocks = judgeClocks(judgedColumns, ends, context);
      const accounts = input.accounts ?? [];
      const findings = [
        ...judged.flatMap((site) => findInSite(site, context)),
        ...findInEstate(
          {
            ...{ duties, clocks, lags: lawful, reissued: input.reissued ?? [] },
            ...{ mentions: input.mentions ?? [], links: input.links ?? [], accounts, guides: [...readGuides.values()] },
          },
          context,
        ),
        ...checks.found(),
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
        units: units.map((unit) => unitRow(unit, shownJudged, counts.units.get(unit.id) ?? 0)),
        sites: judged.filter(({ site }) => shown.site(site)).map((site) => siteRow(site, shownJudged, counts.sites.get(site.site.id) ?? 0)),
        columns: shownJudged.map((one) => columnRow(one, counts.columns.get(keyOf(one.view.column)) ?? 0, moment)),
        findings: findings
          .filter(({ subject }) => shown.subject(subject))
          .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
        forecast: forecast(shownJudged, duties, units, moment.today),
        duties: duties.filter(({ unit }) => units.some(({ id }) => id === unit)),
        budgets: budgetDocuments(budgetRules, documents, { readings, references }, moment.today),
        clocks: clocks.filter(({ unit }) => units.some(({ id }) => id === unit)),
        accounts: accounts.flatMap(({ row }) => (units.some(({ id }) => id === row.unit) ? [row] : [])),
        lags: lagReport(lawful, judgedColumns, moment.today),
        reconciliation: reconcile(counts, taxonomy, language),
        expired: expiredDocuments(input.pack, moment.today),
        uncertainYears: calendar.uncertainYears(span.from, moment.today),
      };
    },
  };
}

function keyOf({ site, id }: { readonly site: string; readonly id: string }): string {
  return columnKey(site, id);
}

/** Columns as far as they list items that others listed, too. */
function viewShared(shared: readonly SightedItem[], sites: readonly SiteOutline[], moment: Moment): ColumnView[] {
  const sightings = groupBy(shared, (sighting) => columnKey(sighting.site, sighting.column));
  return sites.flatMap((site) => site.columns.map((outline) => viewColumn(outline, sightings.get(keyOf(outline.column)) ?? [], moment)));
}

/** With the unit that answers for the column it stands in, and the site. */
type Placed<Of> = Of & { readonly unit: string; readonly site: string };

/** What is held against nobody, where its unit is not there. */
const ASKED = ['due', 'overdue', 'blank'];

/**
 * Judges a column while its list is at hand, and keeps what the rest of the audit needs of it. `excused`: why nothing is expected of its
 * unit, or null.
 */
function judgeViewed(
  view: ColumnView,
  context: JudgingContext,
  readTitles: ReturnType<typeof openTitleReaders>,
  excused: string | null,
): JudgedColumn {
  const { listed, gone: _, ...gist } = view;
  const told = readTitles(listed, view.column);
  const expectation = expectationOf(view.column, dutyKeptIn(listed, told.dutiful, context.pack), context.pack, context.taxonomy);
  const viewed = { view, verdict: judgeColumn(view, expectation, context) };
  if (excused !== null && ASKED.includes(viewed.verdict.status)) {
    return judgeViewed({ ...view, column: { ...view.column, exempt: excused } }, context, readTitles, null);
  }
  const days = listed.flatMap((item) => dayOf(item) ?? []);
  return {
    view: gist,
    verdict: viewed.verdict,
    hidesNewer: mayHideNewer(view),
    course: courseOf(view, viewed.verdict, context),
    gaps: longestGaps(days, context.moment.today),
    oldest: days.reduce<Day | null>((oldest, day) => (oldest !== null && oldest <= day ? oldest : day), null),
    ...told,
    lags: observedLags(listed, context),
    findings: findInColumn(viewed, context),
  };
}

function named(those: readonly { readonly id: string; readonly name: string }[]): (id: string) => string {
  const names = new Map(those.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
