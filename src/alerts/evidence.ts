import { ruleBehind } from '../checks/finding.ts';
import type { Config } from '../config/load.ts';
import { dayOf } from '../counting/listed.ts';
import type { Alert, AlertEntry, Delivery, Measured, Notice } from '../model/alerts.ts';
import type { Day } from '../model/day.ts';
import type { ReadingRecord, Severity } from '../model/records.ts';
import type { RuleSource } from '../model/rules.ts';
import type { SightedItem, Store } from '../store/store.ts';
import { permanentLink } from './letter.ts';

/** All that an alert rests on, for whoever must answer for it or contests it. The same for console, print and API. */
export interface EvidencePacket {
  readonly alert: Alert;
  readonly estate: string;
  readonly unit: string | null;
  readonly site: { readonly id: string; readonly name: string; readonly idCode: string | null } | null;
  /** With its click path: 首页“政务公开”下“通知公告”. */
  readonly column: { readonly id: string; readonly name: string; readonly path: readonly string[]; readonly url: string } | null;
  /** The rule as the pack has it now; null where the tool's own check speaks and no pack. */
  readonly rule: RuleEvidence | null;
  /** Period, due day and last day published, as judged when it was last seen. */
  readonly measured: Measured | null;
  /** The newest item that the list held then. */
  readonly lastItem: ItemEvidence | null;
  /** Null where no page was kept, or its time is over. */
  readonly page: PageEvidence | null;
  readonly changes: ChangesSince;
  readonly history: readonly AlertEntry[];
  readonly deliveries: readonly Delivery[];
  /** Notices that have not left yet. */
  readonly waiting: readonly Notice[];
  /** Path below the console's address; stays the same for ever. */
  readonly link: string;
}

export interface RuleEvidence {
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  /** Whether the wording was checked against its document. */
  readonly verified: boolean;
  readonly source: RuleSource;
}

export interface ItemEvidence {
  readonly title: string;
  readonly day: Day | null;
  readonly url: string | null;
  readonly firstSeen: Date;
}

/** The list page as it was fetched; its bytes are in the evidence store. */
export interface PageEvidence {
  readonly hash: string;
  readonly url: string;
  readonly fetchedAt: Date;
  readonly contentType: string | null;
  /** Bytes as fetched. */
  readonly size: number;
  /** SHA-256 of its picture, where a browser drew it. */
  readonly screenshot: string | null;
}

/** What has been seen of the column since the alert was opened. */
export interface ChangesSince {
  /** The newest first. */
  readonly items: readonly ItemEvidence[];
  /** Newest first; the first tells how it stands now. */
  readonly readings: readonly Pick<ReadingRecord, 'run' | 'at' | 'outcome' | 'reason' | 'detail' | 'rows' | 'via' | 'evidence'>[];
  /** Whether the list page is another than the one the alert rests on; null where that cannot be told. */
  readonly pageChanged: boolean | null;
}

const READINGS = 60;
const ITEMS = 50;

/** Gathers an alert's evidence. */
export async function evidenceOf(
  alert: Alert,
  { store, config }: { readonly store: Pick<Store, 'columns' | 'items' | 'evidence' | 'alerts' | 'outbox'>; readonly config: Config },
): Promise<EvidencePacket> {
  const { estate } = config;
  const site = estate.sites.find(({ id }) => id === alert.site) ?? null;
  const { column, lastItem, since: items, readings } = await observationsOf(alert, store);
  const page = await pageOf(alert.measured?.page ?? lastPage(alert, readings), store);
  const since = readings.filter(({ asOf }) => asOf >= alert.openedAt);
  const now = readings.find(({ evidence }) => evidence !== null)?.evidence ?? null;
  return {
    alert,
    estate: estate.name,
    unit: estate.units.find(({ id }) => id === alert.unit)?.name ?? alert.unit,
    site: site && { id: site.id, name: site.name, idCode: site.idCode },
    column: column && { id: column.id, name: column.name, path: column.path, url: column.url },
    rule: ruleOf(alert, config),
    measured: alert.measured,
    lastItem: lastItem && toItem(lastItem),
    page,
    changes: {
      items: items.map(toItem),
      readings: since.map(({ run, at, outcome, reason, detail, rows, via, evidence }) => ({
        run,
        at,
        outcome,
        reason,
        detail,
        rows,
        via,
        evidence,
      })),
      pageChanged: page && now ? now !== page.hash : null,
    },
    history: await store.alerts.history(alert.id),
    deliveries: await store.outbox.list({ alert: alert.id }),
    waiting: await store.outbox.waiting(alert.id),
    link: permanentLink(alert),
  };
}

async function observationsOf({ site, column: id, measured, openedAt, lastSeen }: Alert, store: Pick<Store, 'columns' | 'items'>) {
  if (site === null || id === null) return { column: null, lastItem: null, since: [], readings: [] };
  const day = measured?.lastPublished ?? null;
  const [columns, lastItem, since, readings] = await Promise.all([
    store.columns.list(site),
    day === null ? null : store.items.sightingOf(site, id, day, lastSeen),
    store.items.sightingsAfter(site, id, openedAt, ITEMS),
    store.columns.history(site, id, READINGS),
  ]);
  return { column: columns.find((one) => one.id === id) ?? null, lastItem, since, readings };
}

async function pageOf(hash: string | null, store: Pick<Store, 'evidence'>): Promise<PageEvidence | null> {
  if (hash === null) return null;
  const kept = await store.evidence.get(hash);
  if (!kept) return null;
  const { url, fetchedAt, contentType, bytes, screenshot } = kept;
  return { hash, url, fetchedAt, contentType, size: bytes.length, screenshot };
}

/** A reading that found the page unchanged kept none: then it is that of the reading before. */
function lastPage({ lastSeen }: Alert, readings: readonly ReadingRecord[]): string | null {
  return readings.find(({ asOf, evidence }) => asOf <= lastSeen && evidence !== null)?.evidence ?? null;
}

function toItem(sighting: SightedItem): ItemEvidence {
  return { title: sighting.title, day: dayOf(sighting), url: sighting.url, firstSeen: sighting.firstSeen };
}

/** The pack's rule that an alert stands on, in the pack that it was judged by. */
function ruleOf({ rule: kind, basis }: Alert, { pack, packs }: Pick<Config, 'pack' | 'packs'>): RuleEvidence | null {
  const from = packs.find(({ id }) => basis?.rule.startsWith(`${id}/`)) ?? pack;
  const rule = ruleBehind({ kind, basis }, from);
  return rule && { id: `${from.id}/${rule.id}`, name: rule.name, severity: rule.severity, verified: rule.verified, source: rule.source };
}
