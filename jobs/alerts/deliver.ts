import { nextTryAfter } from '../../src/alerts/backoff.ts';
import type { Ports, Receipt } from '../../src/alerts/channels/channel.ts';
import type { ChannelSettings } from '../../src/alerts/channels/channels.ts';
import { perMinuteOf, sendBy } from '../../src/alerts/channels/channels.ts';
import { type DueNotice, deliveriesOf, letterOf, stillHolds, type Writing } from '../../src/alerts/letter.ts';
import { columnKey } from '../../src/counting/count.ts';
import type { Delivery } from '../../src/model/alerts.ts';
import { clickPath } from '../../src/model/click-path.ts';
import type { Clock } from '../../src/model/clock.ts';
import { dayIn } from '../../src/model/day.ts';
import { toldOf } from '../../src/model/told-error.ts';
import type { Workshop } from '../workshop.ts';
import { postalOf } from './office.ts';
import { portsOf } from './ports.ts';
import { noteArrivals } from './reached.ts';

/** Longer than any one send takes; after it a delivery whose process died is tried again. */
const CLAIM_MS = 10 * 60_000;

type Deliverer = Pick<Workshop, 'config' | 'store' | 'door' | 'randomness'>;

/** What came of a round of deliveries. */
export interface DeliveryRound {
  readonly composed: number;
  readonly sent: number;
  /** Failed, to be tried again. */
  readonly failed: number;
  readonly dead: number;
}

/**
 * Sends what is due: composes digests from notices whose time has come, then works through each channel's deliveries as far as its
 * limit lets it; what was accepted begins the clock of those who were told. Any number of processes may do so at once, and die at any point: what was claimed is tried again later under the
 * same id.
 */
export async function deliverDue(workshop: Deliverer, clock: Clock): Promise<DeliveryRound> {
  const composed = await compose(workshop, clock);
  const { channels, consoleUrl } = workshop.config.alerts;
  const ports = portsOf(workshop.door, consoleUrl ?? null, process.env);
  const waiting = await workshop.store.outbox.list({ states: ['waiting'], limit: 1000 });
  const ids = new Set([...channels.map(({ id }) => id), ...waiting.map(({ channel }) => channel)]);
  const counts = await Promise.all(
    [...ids].map((id) => workThrough(workshop, clock, id, channels.find((one) => one.id === id) ?? null, ports)),
  );
  await noteArrivals({ ...workshop, clock });
  const sum = (key: 'sent' | 'failed' | 'dead') => counts.reduce((total, one) => total + one[key], 0);
  return { composed, sent: sum('sent'), failed: sum('failed'), dead: sum('dead') };
}

/** With the menu paths of the columns that these notices tell of. */
async function writingOf({ config, store, randomness }: Deliverer, told: readonly DueNotice[], now: Date): Promise<Writing> {
  const { settings, calendar, zone } = postalOf({ config, randomness });
  const sites = [...new Set(told.flatMap(({ alertNow: { site } }) => site ?? []))];
  const columns = (await Promise.all(sites.map((site) => store.columns.list(site)))).flat();
  const paths = new Map(columns.map((column) => [columnKey(column.site, column.id), clickPath(column)]));
  return { estate: config.estate, settings, calendar, today: dayIn(zone, now), packs: config.packs, paths };
}

async function compose(workshop: Deliverer, clock: Clock): Promise<number> {
  const { store, randomness } = workshop;
  const now = clock.now();
  const due = await store.outbox.dueNotices(now);
  const holding = due.filter(stillHolds);
  await store.outbox.withdraw(due.filter((notice) => !holding.includes(notice)).map(({ id }) => id));
  const composed = deliveriesOf(holding, { ...(await writingOf(workshop, holding, now)), now, mint: () => randomness.id() });
  await store.outbox.compose(composed);
  return composed.length;
}

async function workThrough(
  workshop: Deliverer,
  clock: Clock,
  channel: string,
  settings: ChannelSettings | null,
  ports: Ports,
): Promise<Omit<DeliveryRound, 'composed'>> {
  const { store, randomness } = workshop;
  const counts = { sent: 0, failed: 0, dead: 0 };
  for (;;) {
    const token = randomness.id();
    const now = clock.now();
    const until = new Date(now.getTime() + CLAIM_MS);
    const perMinute = settings === null ? Number.MAX_SAFE_INTEGER : perMinuteOf(settings);
    const delivery = await store.outbox.claim({ channel, token, now, until, perMinute });
    if (!delivery) return counts;
    const current = await asOfToday(workshop, delivery, now);
    if (current === null) {
      const end = { delivery: delivery.id, token, at: clock.now(), outcome: 'withdrawn', detail: null, nextTry: null } as const;
      await store.outbox.settle(end);
      continue;
    }
    const receipt = settings === null ? notConfigured(channel) : await tried(settings, current, ports, now);
    const at = clock.now();
    const nextTry = receipt.outcome === 'failed' ? nextTryAfter(delivery.attempts, at) : null;
    const detail = receipt.outcome === 'sent' ? null : receipt.detail;
    const settled = await store.outbox.settle({ delivery: delivery.id, token, at, outcome: receipt.outcome, detail, nextTry });
    if (settled) counts[receipt.outcome === 'sent' ? 'sent' : nextTry === null ? 'dead' : 'failed'] += 1;
  }
}

/**
 * A delivery that leaves on a later day than it was written is written again, so that nobody reads of a last day that is past; null where
 * nothing that it tells is so any more. What carries no notice, a report, stays as it is.
 */
async function asOfToday(workshop: Deliverer, delivery: Delivery, now: Date): Promise<Delivery | null> {
  const zone = workshop.config.estate.timezone;
  if (dayIn(zone, delivery.createdAt) === dayIn(zone, now)) return delivery;
  const carried: readonly DueNotice[] = await workshop.store.outbox.carried(delivery.id);
  if (carried.length === 0) return delivery;
  const holding = carried.filter(stillHolds);
  if (holding.length === 0) return null;
  const letter = letterOf(holding, { ...delivery, urgent: holding.some(({ urgent }) => urgent) }, await writingOf(workshop, holding, now));
  await workshop.store.outbox.rewrite(delivery.id, letter);
  return { ...delivery, letter };
}

/** A fault of a channel's own code must not keep the others from being sent. */
async function tried(settings: ChannelSettings, delivery: Delivery, ports: Ports, at: Date): Promise<Receipt> {
  try {
    return await sendBy(settings, delivery, ports, at);
  } catch (error) {
    return { outcome: 'failed', detail: toldOf(error) };
  }
}

function notConfigured(channel: string): Receipt {
  return { outcome: 'refused', detail: { zh: `配置中已没有渠道“${channel}”`, en: `channel ${channel} is configured no more` } };
}
