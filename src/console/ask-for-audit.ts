import type { RunRecord } from '../model/records.ts';
import type { Narrowing } from '../store/store.ts';
import type { ConsoleContext } from './context.ts';
import type { ConsoleServices } from './services.ts';

/** Asks for an audit in the visitor's name and notes it; null where this process has nobody to ask. */
export async function askForAudit(c: ConsoleContext, services: ConsoleServices, narrowing: Narrowing = {}): Promise<RunRecord | null> {
  const run = (await services.askForAudit?.(narrowing)) ?? null;
  if (run) await services.note(c, 'start-audit', `run/${run.id}`, Object.values(narrowing).flat().join('/'));
  return run;
}
