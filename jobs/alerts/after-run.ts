import { automatic } from '../../src/alerts/automatic.ts';
import { escalationOf, extensionOf } from '../../src/alerts/escalation.ts';
import { withNotices } from '../../src/alerts/notices.ts';
import { follow, heldRules, observeOwnFault, type Reconciling, reconcile } from '../../src/alerts/open-alerts.ts';
import { runFacts } from '../../src/alerts/run-facts.ts';
import type { AuditResult } from '../../src/audit/audit-result.ts';
import { deliveryFailed } from '../../src/checks/delivery-failed.ts';
import { raised } from '../../src/checks/finding.ts';
import { heldDuties } from '../../src/checks/parts/duty.ts';
import { runFailed } from '../../src/checks/run-failed.ts';
import type { Finding } from '../../src/model/findings.ts';
import type { RunRecord } from '../../src/model/records.ts';
import { quoted } from '../../src/model/sentence.ts';
import type { AlertChange } from '../../src/store/store.ts';
import { type AlertOffice, nowAt, postalOf } from './office.ts';

/** All alerts there are: one a rule, site and column at most. */
const ALL = 1_000_000;
/** Rounds in which changes that people made at the same moment are taken up. */
const ROUNDS = 5;

/**
 * Brings alerts in line with a run of the whole estate and what was judged after it; what must be told goes into the outbox in the
 * same transactions. Doing it twice for the same run changes nothing more. A run that was interrupted or narrowed must not come here,
 * nor one of a past moment; of a run that failed, which has no result, only we hear.
 */
export async function alertsAfterRun(office: AlertOffice, run: RunRecord, result: AuditResult | null): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const stale = await office.store.alerts.apply(await changesAfter(office, run, result));
    if (stale.length === 0) return;
  }
}

async function changesAfter(office: AlertOffice, run: RunRecord, result: AuditResult | null): Promise<AlertChange[]> {
  const { store, config, clock } = office;
  const postal = postalOf(office);
  const now = nowAt(clock, config.estate.timezone);
  const existing = await store.alerts.list({}, { limit: ALL });
  const { announceDays } = config.alerts;
  const given: Reconciling = {
    now,
    announceDays,
    ours: await ownFaults(office),
    rules: heldRules(config.pack, now.today),
    heldDuties: heldDuties(config.pack),
    zone: config.estate.timezone,
    mint: postal.mint,
  };
  const changes =
    result !== null
      ? reconcile(result, existing, runFacts(run, await store.runs.targets(run.id), await store.runs.sites({ run: run.id })), given)
      : [observeOwnFault(existing, failureOf(run), run.id, given)].filter((change) => change !== null);
  return changes
    .map((change) => automatic(change, now, { settings: config.alerts, pack: config.pack }, postal.mint))
    .map((change) => {
      // Only what this very run saw again goes up the ladder: without a fresh look it may long be mended.
      if (change.alert.lastRun !== run.id) return change;
      const extension = extensionOf(change.alert, postal);
      const known = (extension && follow(change, [extension], now)) || change;
      const event = escalationOf(known.alert, now, config.alerts, postal.calendar, postal.mint);
      return (event && follow(known, [event], now)) || known;
    })
    .map((change) => withNotices(change, now.at, postal));
}

async function ownFaults({ store }: AlertOffice): Promise<Finding[]> {
  const [dead] = await store.outbox.list({ states: ['dead'], limit: 1 });
  if (!dead) return [];
  const { channel, attempts, detail } = dead;
  return [raised(deliveryFailed, { channel, attempts, detail: detail ?? quoted('—') })];
}

function failureOf(run: RunRecord): Finding {
  return raised(runFailed, { run: run.id, error: run.error ?? quoted(run.state) });
}
