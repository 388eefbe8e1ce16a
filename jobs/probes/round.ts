import { forEachOf } from '../../crawlers/site/pool.ts';
import { probeHome } from '../../crawlers/site/probe.ts';
import type { Site } from '../../src/model/estate.ts';
import type { Probe } from '../../src/model/probes.ts';
import type { ReachabilityRule } from '../../src/model/rules.ts';
import type { Workshop } from '../workshop.ts';
import { probePlan, slotsBetween } from './plan.ts';

/** Visits under way at once; each may take as long as the rule gives a page. */
const VISITS_AT_ONCE = 32;
/** A visit that comes later than this after its slot is left out: it would crowd the next one. */
const LATEST_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

export interface RoundOrder {
  readonly rule: ReachabilityRule;
  readonly vantage: string;
  readonly signal: AbortSignal;
}

interface Visit {
  readonly site: Site;
  readonly slot: Date;
}

/** Makes the visits whose slots have come and that this vantage has not made yet. */
export async function probeDue(workshop: Workshop, order: RoundOrder): Promise<Probe[]> {
  const { store, clock, config } = workshop;
  const now = clock.now();
  const from = new Date(now.getTime() - LATEST_MS);
  const made = await store.probes.list({ from, to: now, vantage: order.vantage });
  const known = new Set(made.map(({ site, slot }) => `${site} ${slot.getTime()}`));
  const plan = probePlan(order.rule, config.estate.timezone);
  const visits = config.estate.sites.flatMap((site) =>
    slotsBetween(site.id, from, now, plan).flatMap((slot) => (known.has(`${site.id} ${slot.getTime()}`) ? [] : [{ site, slot }])),
  );
  return visit(workshop, order, visits);
}

/**
 * Visits some sites once at once. Each visit counts for the latest slot of its site unless that one was made already, so that
 * asking again and again never gives a moment more weight.
 */
export function probeNow(workshop: Workshop, sites: readonly Site[], order: RoundOrder): Promise<Probe[]> {
  const now = workshop.clock.now();
  const plan = probePlan(order.rule, workshop.config.estate.timezone);
  const since = new Date(now.getTime() - DAY_MS);
  return visit(
    workshop,
    order,
    sites.map((site) => ({ site, slot: slotsBetween(site.id, since, now, plan).at(-1)! })),
  );
}

/** Each visit is kept as soon as it is made; one that was broken off is not. */
async function visit({ door, store }: Workshop, { rule, vantage, signal }: RoundOrder, visits: readonly Visit[]): Promise<Probe[]> {
  const probes: Probe[] = [];
  await forEachOf(visits, VISITS_AT_ONCE, signal, async ({ site, slot }) => {
    const probe = { site: site.id, vantage, slot, ...(await probeHome(site, rule.seconds, { door, signal })) };
    if (probe.outcome === 'interrupted') return;
    await store.probes.record([probe]);
    probes.push(probe);
  });
  return probes;
}
