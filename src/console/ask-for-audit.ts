import type { RunRecord } from '../model/records.ts';
import type { ConsoleContext } from './context.ts';
import type { ConsoleServices } from './services.ts';

/** Asks for an audit in the visitor's name and notes it; null where this process has nobody to ask. */
export async function askForAudit(c: ConsoleContext, services: ConsoleServices): Promise<RunRecord | null> {
  const run = (await services.askForAudit?.()) ?? null;
  if (run) await services.note(c, 'start-audit', `run/${run.id}`, '');
  return run;
}
