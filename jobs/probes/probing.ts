import { reachabilityRule } from '../../src/checks/reachability.ts';
import { dayIn } from '../../src/model/day.ts';
import type { Probe } from '../../src/model/probes.ts';
import type { Queues } from '../queue/queues.ts';
import type { RepeatingJob } from '../worker/repeating-jobs.ts';
import type { Workshop } from '../workshop.ts';
import { probeDue } from './round.ts';

/** How often it is looked which slots have come. */
const ROUND_MS = 60_000;
/** How long visits are kept: a quarter, which is how often sites are inspected, with a week before it. */
const KEPT_DAYS = 100;
const DAY_MS = 86_400_000;

export interface ProbingOptions {
  /** The place in the network that this worker looks from. */
  readonly vantage: string;
  readonly signal: AbortSignal;
  /** Hears of the visits of each round, for logs and metrics. */
  made(probes: readonly Probe[]): void;
}

/**
 * Has home pages visited by this process, in turn with the others that share its vantage; workers of other vantages look for
 * themselves. The round comes by {@link probeJobs}; closing the queues ends it. Does nothing where the rule pack asks for no visits.
 */
export function startProbing(workshop: Workshop, queues: Queues, { vantage, signal, made }: ProbingOptions): void {
  const { config, store, clock } = workshop;
  const rule = reachabilityRule(config.pack);
  if (rule === null) return;
  let prunedOn = '';
  queues.worker(
    queueOf(vantage),
    async () => {
      const probes = await probeDue(workshop, { rule, vantage, signal });
      made(probes);
      const today = dayIn(config.estate.timezone, clock.now());
      if (today !== prunedOn) await store.probes.prune(new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS));
      prunedOn = today;
      return { visits: probes.length };
    },
    { concurrency: 1 },
  );
}

/** The round of visits, as what the queue must have again and again; none where the rule pack asks for no visits. */
export function probeJobs({ config }: Pick<Workshop, 'config'>, vantage: string): RepeatingJob[] {
  if (reachabilityRule(config.pack) === null) return [];
  return [{ id: 'round', queue: queueOf(vantage), every: ROUND_MS, opts: { removeOnComplete: 100, removeOnFail: 100 } }];
}

const queueOf = (vantage: string) => `gongkai-probes-${vantage}`;

const VANTAGE = /^[A-Za-z0-9][\w.-]{0,39}$/;

/** Whether a text may name a vantage: it becomes part of a queue's name. */
export function isVantage(text: string): boolean {
  return VANTAGE.test(text);
}
