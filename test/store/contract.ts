import type { Store } from '../../src/store/store.ts';
import { alertContract } from './contract/alerts.ts';
import { approvalContract, closingContract } from './contract/approvals.ts';
import { columnContract } from './contract/columns.ts';
import { correctionContract } from './contract/corrections.ts';
import { estateContract } from './contract/estate.ts';
import { evidenceContract } from './contract/evidence.ts';
import { findingContract } from './contract/findings.ts';
import { itemContract } from './contract/items.ts';
import { judgementContract } from './contract/judgements.ts';
import { linkContract } from './contract/links.ts';
import { outboxContract } from './contract/outbox.ts';
import { pairDecisionContract } from './contract/pair-decisions.ts';
import { paperContract } from './contract/papers.ts';
import { peopleContract } from './contract/people.ts';
import { postContract } from './contract/posts.ts';
import { probeContract } from './contract/probes.ts';
import { profileContract } from './contract/profiles.ts';
import { runContract } from './contract/runs.ts';
import { workerContract } from './contract/workers.ts';

/** What every store must do. `store` gives the one under test; each test keeps to sites and runs of its own names. */
export function storeContract(store: () => Store): void {
  estateContract(store);
  runContract(store);
  findingContract(store);
  columnContract(store);
  itemContract(store);
  correctionContract(store);
  approvalContract(store);
  pairDecisionContract(store);
  closingContract(store);
  judgementContract(store);
  evidenceContract(store);
  alertContract(store);
  outboxContract(store);
  profileContract(store);
  probeContract(store);
  workerContract(store);
  peopleContract(store);
  linkContract(store);
  postContract(store);
  paperContract(store);
}
